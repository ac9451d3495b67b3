import fc from 'fast-check';
import type { Claim, Dataset, Entity, Note, Relationship, Source } from '../..';
import { drop, put, type Edit } from '../edits';

/**
 * Small datasets and edit scripts over a few ids, so that scripts meet what is there; for tests. Only shapes are sound, not what they cite.
 */
const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const word = fc.constantFrom('Oak', 'Quay', 'North', 'constructor', '');
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const sound = <T extends object>(record: T): T => Object.fromEntries(Object.entries(record).filter(([, v]) => v !== undefined)) as T;

const claim = fc
  .record({
    source: id, stance: fc.constantFrom('asserts', 'alleges', 'denies', 'questions'), locator: maybe(fc.constantFrom('p. 1', 'p. 2')),
    quote: maybe(fc.constantFrom('so', 'not so')),
  })
  .map((c) => sound(c) as Claim);
const properties = fc.dictionary(fc.constantFrom('fleet', 'constructor', 'rank'), fc.oneof(fc.integer({ max: 3, min: 0 }), word), {
  minKeys: 1, maxKeys: 2, noNullPrototype: true,
});
const anySource = fc
  .record({
    id, title: word, publisher: word, kind: fc.constantFrom('news', 'registry', 'reading'), accessed: maybe(fc.constant('2026')),
    derivedFrom: maybe(fc.uniqueArray(id, { minLength: 1, maxLength: 2 })),
  })
  .map((s) => sound(s) as Source);
const anyEntity = fc
  .record({
    id, type: fc.constantFrom('company', 'person'), name: word, aliases: maybe(fc.uniqueArray(word, { minLength: 1, maxLength: 3 })),
    claims: maybe(fc.array(claim, { minLength: 1, maxLength: 3 })), properties: maybe(properties),
  })
  .map((e) => sound(e) as Entity);
const anyRelationship = fc
  .record({
    id, type: fc.constantFrom('owns', 'supplies'), from: id, to: id,
    share: maybe(fc.oneof(fc.constantFrom(25, 75), fc.constant({ min: 10, max: 20 }))), start: maybe(fc.constantFrom('2008', '2008-12')),
    claims: fc.array(claim, { maxLength: 3 }),
  })
  .map((r) => sound(r) as Relationship);
const anyNote = fc.record({ id, text: fc.constantFrom('Ask.', 'Ask again.'), entity: maybe(id) }).map((n) => sound(n) as Note);

const some = <T extends { id: string }>(record: fc.Arbitrary<T>) => fc.uniqueArray(record, { maxLength: 4, selector: (r) => r.id });

export const datasets: fc.Arbitrary<Dataset> = fc
  .record({
    title: word, summary: maybe(word), sources: some(anySource), entities: some(anyEntity), relationships: some(anyRelationship),
    notes: some(anyNote),
  })
  .map(({ title, summary, notes, ...lists }) => ({
    format: 'throughline/1' as const, id: 'x', title, ...(summary === undefined ? {} : { summary }), ...lists,
    ...(notes.length > 0 ? { notes } : {}),
  }));

/** A dataset in which everything that is cited or tied is there. */
export const wholeDatasets: fc.Arbitrary<Dataset> = datasets.map((data) => {
  const entities = new Set(data.entities.map((e) => e.id));
  const sources = new Set(data.sources.map((s) => s.id));
  const among = (claims: readonly Claim[]) => claims.filter((c) => sources.has(c.source));
  return {
    ...data,
    sources: data.sources.map(({ derivedFrom, ...source }) => {
      const origins = derivedFrom?.filter((origin) => sources.has(origin)) ?? [];
      return origins.length === 0 ? source : { ...source, derivedFrom: origins };
    }),
    entities: data.entities.map((e) => (e.claims ? { ...e, claims: among(e.claims) } : e)),
    relationships: data.relationships
      .filter((r) => entities.has(r.from) && entities.has(r.to))
      .map((r) => ({ ...r, claims: among(r.claims) })),
  };
});

const edit: fc.Arbitrary<Edit> = fc.oneof(
  anySource.map((r) => put('sources', r)),
  anyEntity.map((r) => put('entities', r)),
  anyRelationship.map((r) => put('relationships', r)),
  anyNote.map((r) => put('notes', r)),
  fc.tuple(fc.constantFrom('sources', 'entities', 'relationships', 'notes'), id).map(([list, one]) => drop(list, one)),
);
export const edits = fc.array(edit, { maxLength: 12 });
