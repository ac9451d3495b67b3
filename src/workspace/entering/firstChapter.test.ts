import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { writtenName } from '../../entry';
import { dataset as datasetSchema, put, relationshipType, type Claim, type Dataset, type Entity, type Relationship } from '../../model';
import { begin } from '../testing/begin';

const founding: Dataset = datasetSchema.parse(
  JSON.parse(readFileSync(new URL('../../../graph-data/north-korea-telecom.json', import.meta.url), 'utf8')),
);

/** The first chapter of the founding case: what began before 2005, of which no claim is an editor's reading. */
const chapter = founding.relationships.filter((r) => (r.start ?? '9999') < '2005' && r.claims.every((c) => c.restsOn === undefined));
const entityOf = new Map(founding.entities.map((e) => [e.id, e]));
const sourceOf = new Map(founding.sources.map((s) => [s.id, s]));

/** When a tie held, as it is typed. */
function datesTyped({ start, end }: Relationship): string {
  if (start === undefined) return end === undefined ? '' : `until ${end}`;
  return end === undefined ? `since ${start}` : end === '..' ? `${start}..?` : `${start}..${end}`;
}

/** A claim about a tie as somebody types it who reads the source; what a new name is stands in parentheses. */
function lineOf(r: Relationship, claim: Claim, isNew: (entity: Entity) => boolean): string {
  const name = (id: string) => {
    const entity = entityOf.get(id)!;
    return isNew(entity) ? `${writtenName(entity.name)} (${entity.type})` : writtenName(entity.name);
  };
  const stance = { asserts: '', alleges: 'alleged', denies: 'denied', questions: 'questioned' }[claim.stance];
  return [
    name(r.from), relationshipType(r.type).verb, name(r.to), r.share === undefined ? '' : `${String(r.share)} %`, datesTyped(r), stance,
    r.role === undefined ? '' : `as ${r.role}`, claim.locator ?? '', claim.made === undefined ? '' : `said ${claim.made}`,
    claim.statement === undefined ? '' : `-- ${claim.statement}`,
  ].filter((part) => part !== '').join(' ');
}

/** A dataset with names in place of ids, its records in the order of what they say. */
function said({ entities, relationships, sources }: Pick<Dataset, 'entities' | 'relationships' | 'sources'>) {
  const names = new Map(entities.map((e) => [e.id, `${e.type} ${e.name}`]));
  const titles = new Map(sources.map((s) => [s.id, `${s.title}, ${s.publisher}, ${s.url ?? ''}`]));
  const cited = (claims: readonly Claim[]) => claims.map((c) => ({ ...c, source: titles.get(c.source) }));
  const sorted = (records: readonly object[]) => records.map((r) => JSON.stringify(r, Object.keys(r).sort())).sort();
  return {
    sources: sorted(sources.map(({ id: _id, ...source }) => source)),
    entities: entities.map(({ id: _id, claims: _claims, ...entity }) => entity).sort((a, b) => a.name.localeCompare(b.name)),
    relationships: relationships
      .map(({ id: _id, from, to, claims, ...tie }) => ({ from: names.get(from), to: names.get(to), ...tie, claims: cited(claims) }))
      .map((tie) => ({ key: `${tie.from} ${tie.type} ${tie.to} ${tie.start ?? ''} ${tie.role ?? ''} ${tie.label ?? ''}`, ...tie }))
      .sort((a, b) => a.key.localeCompare(b.key)),
  };
}

test('the first chapter of the founding case, typed in anew, equals it but for ids', { timeout: 60_000 }, async () => {
  const { workspace, state } = await begin();
  await workspace.run('newCase', 'The first chapter');
  const typed = new Set<string>();
  const isNew = ({ id }: Entity) => !typed.has(id) && Boolean(typed.add(id));
  for (const tie of chapter) {
    for (const claim of tie.claims) {
      const { id: _id, ...fields } = sourceOf.get(claim.source)!;
      await workspace.run('enterSource', { text: `${fields.title}, ${fields.publisher}`, fields });
      const line = lineOf(tie, claim, isNew);
      await workspace.run('enterClaim', line);
      expect(state().entry.confirm, line).toBe(false);
      expect(state().notices.filter((n) => n.tone === 'error'), line).toEqual([]);
    }
    // What no line says is typed into the form of the tie.
    const { selection, records } = state();
    const made = records.relationships.get(selection!.id)!;
    const { label, amount, indirect, properties } = tie;
    const besides = { label, amount, indirect, properties };
    const more = Object.fromEntries(Object.entries(besides).filter(([, value]) => value !== undefined));
    if (Object.keys(more).length > 0) await workspace.run('putRecord', put('relationships', { ...made, ...more }));
  }
  for (const made of [...state().records.entities.values()]) {
    const { id: _id, claims: _claims, ...wanted } = founding.entities.find((e) => e.name === made.name && e.type === made.type)!;
    await workspace.run('putRecord', put('entities', { ...made, ...wanted }));
  }
  const { entities, relationships, sources } = state().records;
  const used = new Set(chapter.flatMap((r) => r.claims.map((c) => c.source)));
  const wanted = {
    relationships: chapter, entities: founding.entities.filter((e) => typed.has(e.id)),
    sources: founding.sources.filter((s) => used.has(s.id)),
  };
  const there = { entities: [...entities.values()], relationships: [...relationships.values()], sources: [...sources.values()] };
  expect(chapter.length).toBeGreaterThan(15);
  expect(said(there)).toEqual(said(wanted));
});
