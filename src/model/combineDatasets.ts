import { compareText } from './order';
import type { Claim, Source } from './claim';
import type { Dataset, Entity, Relationship } from './dataset';
import { citedSources } from './filter';
import { foldText } from './names';
import type { Note } from './note';

/** Old id → new id, of the added records whose id changed. */
interface RenamedIds {
  readonly entities: ReadonlyMap<string, string>;
  readonly relationships: ReadonlyMap<string, string>;
  readonly sources: ReadonlyMap<string, string>;
}

/** What a combined dataset has from the added one, under the ids that it has now. Sources that both had count as the base's. */
interface AddedIds {
  readonly name: string;
  readonly entities: ReadonlySet<string>;
  readonly relationships: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
}

interface CombinedDataset {
  readonly dataset: Dataset;
  readonly renamed: RenamedIds;
  readonly origin: AddedIds;
}

/**
 * Two datasets as one, the base's records first and exactly as they were. Nothing merges: an added record whose id the base has gets the
 * slug of `addedName` behind it (and a number, where that is taken too), and whatever refers to it follows. So does a reference to nothing,
 * lest it comes to mean a record of the base. Only sources that are alike in everything but their id are shared, the base's standing for
 * both. Properties are left as they are. Both inputs stay unchanged and share their records with the result. Cost O(base + added).
 */
export function combineDatasets(base: Dataset, added: Dataset, addedName: string): CombinedDataset {
  const slug = slugOf(addedName);
  const shared = sharedSources(base.sources, added.sources);
  const cited = [...citedSources([...added.entities, ...added.relationships]), ...added.sources.flatMap((s) => s.derivedFrom ?? [])];
  const tied = added.relationships.flatMap((r) => [r.from, r.to]);
  const entities = tellApart(base.entities, [...added.entities.map(idOf), ...tied], slug);
  const relationships = tellApart(base.relationships, added.relationships.map(idOf), slug);
  const sources = new Map([...tellApart(base.sources, [...added.sources.map(idOf), ...cited], slug), ...shared]);
  const brought = {
    sources: added.sources.filter((s) => !shared.has(s.id)).map((s) => movedSource(s, sources)),
    entities: added.entities.map((e) => movedEntity(e, entities, sources)),
    relationships: added.relationships.map((r) => movedRelationship(r, relationships, entities, sources)),
  };
  const notes = combinedNotes(base.notes ?? [], added.notes ?? [], slug, { entities, relationships });
  const changed = new Map([...sources].filter(([from, to]) => from !== to));
  return {
    dataset: {
      ...base,
      ...licencesOf(base, added),
      title: `${base.title} with ${added.title}`,
      sources: [...base.sources, ...brought.sources],
      entities: [...base.entities, ...brought.entities],
      relationships: [...base.relationships, ...brought.relationships],
      ...(notes.length > 0 ? { notes } : {}),
    },
    renamed: { entities, relationships, sources: changed },
    origin: {
      name: addedName, entities: new Set(brought.entities.map(idOf)), relationships: new Set(brought.relationships.map(idOf)),
      sources: new Set(brought.sources.map(idOf)),
    },
  };
}

interface Identified {
  readonly id: string;
}
const LONGEST_ID = 200;
const LONGEST_SLUG = 40;

function idOf(record: Identified): string {
  return record.id;
}

function slugOf(name: string): string {
  return foldText(name.replace(/\.\w{1,9}$/, '').slice(0, 200)).replaceAll(' ', '-').slice(0, LONGEST_SLUG).replace(/-$/, '') || 'added';
}

/**
 * New ids for those of the added ids that the base has. Each new id is numbered from where the last of its like left off,
 * so that many of one beginning cost no more.
 */
function tellApart(base: readonly Identified[], added: readonly string[], slug: string): Map<string, string> {
  const ofBase = new Set(base.map(idOf));
  const taken = new Set([...ofBase, ...added]);
  const numbers = new Map<string, number>();
  const renamed = new Map<string, string>();
  for (const id of added) {
    if (!ofBase.has(id) || renamed.has(id)) continue;
    const beginning = `${id.slice(0, LONGEST_ID - LONGEST_SLUG - 12)}-${slug}`;
    let number = numbers.get(beginning) ?? 1;
    let next = number === 1 ? beginning : `${beginning}-${number}`;
    while (taken.has(next)) next = `${beginning}-${++number}`;
    numbers.set(beginning, number + 1);
    taken.add(next);
    renamed.set(id, next);
  }
  return renamed;
}

/** How many copies of copies are looked through; sources beyond are kept apart. */
const LONGEST_DERIVATION = 10;

/**
 * Added source id → the id of the first source of the base that says the same of itself, and derives from the same sources, which are
 * found before those that derive from them.
 */
function sharedSources(base: readonly Source[], added: readonly Source[]): Map<string, string> {
  const first = new Map<string, string>();
  for (const source of base) if (!first.has(contentOf(source))) first.set(contentOf(source), source.id);
  const shared = new Map<string, string>();
  let open = [...added];
  for (let depth = 0, before = -1; depth < LONGEST_DERIVATION && open.length !== before; depth++) {
    before = open.length;
    open = open.filter((source) => {
      const from = source.derivedFrom?.map((id) => shared.get(id));
      if (from?.includes(undefined)) return true;
      const same = first.get(contentOf(from ? { ...source, derivedFrom: from as string[] } : source));
      if (same !== undefined) shared.set(source.id, same);
      return false;
    });
  }
  return shared;
}

function contentOf(source: Source): string {
  return JSON.stringify(
    Object.entries(source)
      .filter(([field, value]) => field !== 'id' && value !== undefined)
      .sort(([x], [y]) => compareText(x, y)),
  );
}

function renamedTo<T extends Identified>(record: T, ids: ReadonlyMap<string, string>): T {
  const id = ids.get(record.id);
  return id === undefined ? record : { ...record, id };
}

function movedSource(source: Source, sources: ReadonlyMap<string, string>): Source {
  const moved = renamedTo(source, sources);
  return source.derivedFrom ? { ...moved, derivedFrom: source.derivedFrom.map((id) => sources.get(id) ?? id) } : moved;
}

function movedClaims(claims: readonly Claim[], sources: ReadonlyMap<string, string>): Claim[] {
  return claims.map((claim) => (sources.has(claim.source) ? { ...claim, source: sources.get(claim.source)! } : claim));
}

function movedEntity(entity: Entity, entities: ReadonlyMap<string, string>, sources: ReadonlyMap<string, string>): Entity {
  const moved = renamedTo(entity, entities);
  return moved.claims?.some((c) => sources.has(c.source)) ? { ...moved, claims: movedClaims(moved.claims, sources) } : moved;
}

function movedRelationship(
  r: Relationship, ids: ReadonlyMap<string, string>, entities: ReadonlyMap<string, string>, sources: ReadonlyMap<string, string>,
): Relationship {
  return {
    ...renamedTo(r, ids), from: entities.get(r.from) ?? r.from, to: entities.get(r.to) ?? r.to, claims: movedClaims(r.claims, sources),
  };
}

function combinedNotes(
  base: readonly Note[], added: readonly Note[], slug: string, { entities, relationships }: Pick<RenamedIds, 'entities' | 'relationships'>,
): Note[] {
  const ids = tellApart(base, added.map(idOf), slug);
  const moved = added.map((note): Note => ({
    ...renamedTo(note, ids),
    ...(note.entity === undefined ? {} : { entity: entities.get(note.entity) ?? note.entity }),
    ...(note.relationship === undefined ? {} : { relationship: relationships.get(note.relationship) ?? note.relationship }),
  }));
  return [...base, ...moved];
}

/** Under which licences the whole stands: both, where they differ. */
function licencesOf(base: Dataset, added: Dataset): { licence?: string } {
  const licences = [...new Set([base.licence, added.licence].filter((l) => l !== undefined))];
  return licences.length === 0 ? {} : { licence: licences.join('; ') };
}
