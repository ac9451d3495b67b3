import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { relationshipTypeIds, type Claim, type Interval, type RelationshipType, type Source } from '../../model';
import type { EntityColumns, PackedColumn, RelationshipColumns } from '../columns';
import type { GraphIndex } from '../graphIndex';
import { IndexBuilder } from '../indexBuilder';

/** The ties of a made-up dataset, entities by integer; the same seed gives the same ones. */
export interface HeavyTailed {
  readonly entities: number;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
}

/**
 * A connected graph with few entities of very many ties and many of few, as ownership and trade have: every entity after the first is tied
 * to an earlier one, then the rest of the ties are drawn between any entity and another; in both cases the other end is that of a tie drawn
 * before (Barabási and Albert 1999). No loops; parallel ties may occur. Cost O(relationships).
 */
export function heavyTailed(entities: number, relationships: number, seed: number): HeavyTailed {
  const generator = xoroshiro128plus(seed);
  const below = (n: number) => (generator.next() >>> 0) % n;
  const from = new Uint32Array(relationships);
  const to = new Uint32Array(relationships);
  const endOfTie = (ties: number) => (ties === 0 ? 0 : below(2) === 0 ? from[below(ties)]! : to[below(ties)]!);
  for (let tie = 0; tie < relationships; tie++) {
    from[tie] = tie < entities - 1 ? tie + 1 : below(entities);
    do to[tie] = endOfTie(tie);
    while (to[tie] === from[tie]);
  }
  return { entities, from, to };
}

const SOURCES: Source[] = Array.from({ length: 1000 }, (_, i) => ({
  id: `s${i}`, title: `Source ${i}`, publisher: `Publisher ${i % 300}`, kind: i % 2 === 0 ? 'registry' : 'news',
}));

/** Nine of ten assertions, one of ten allegations. */
const CLAIMS: Pick<Claim, 'source' | 'stance'>[][] = SOURCES.map(({ id }, i) => [
  { source: id, stance: i % 10 === 9 ? 'alleges' : 'asserts' },
]);

const YEARS: Interval[] = Array.from({ length: 30 }, (_, i) => ({ start: String(1990 + i) }));

export const idOfEntity = (entity: number) => `e${entity}`;
export const idOfRelationship = (relationship: number) => `r${relationship}`;
export const typeOfRelationship = (relationship: number): RelationshipType => relationshipTypeIds[relationship % 7]!;

/**
 * The index of a made-up dataset, streamed: companies, relationships of seven types with one claim and a year each.
 * Ends are given as ids, or as integers.
 */
export function indexHeavyTailed({ entities, from, to }: HeavyTailed, ends: 'ids' | 'integers'): GraphIndex {
  const builder = new IndexBuilder({ entities, relationships: from.length });
  for (const source of SOURCES) builder.addSource(source);
  for (let e = 0; e < entities; e++) builder.addEntity(idOfEntity(e), 'company');
  for (let r = 0; r < from.length; r++) {
    const a = ends === 'ids' ? idOfEntity(from[r]!) : from[r]!;
    const b = ends === 'ids' ? idOfEntity(to[r]!) : to[r]!;
    builder.addRelationship(idOfRelationship(r), typeOfRelationship(r), a, b, YEARS[r % 30]!, CLAIMS[(r * 7) % 1000]!);
  }
  return builder.finish();
}

/** The same dataset as columns, as a columnar file would have it. */
export function columnsOf({ entities, from, to }: HeavyTailed): { entities: EntityColumns; relationships: RelationshipColumns } {
  const codes = (of: (relationship: number) => number) => Uint16Array.from(from, (_, r) => of(r));
  return {
    entities: { ids: packed(entities, idOfEntity), types: { values: ['company'], codes: new Uint8Array(entities) } },
    relationships: {
      ids: packed(from.length, idOfRelationship),
      types: { values: relationshipTypeIds, codes: codes((r) => r % 7) },
      from, to,
      held: { values: YEARS, codes: codes((r) => r % 30) },
      claims: { values: CLAIMS, codes: codes((r) => (r * 7) % 1000) },
    },
  };
}

/** The index of a made-up dataset from its columns. */
export function indexColumns({ entities, relationships }: ReturnType<typeof columnsOf>): GraphIndex {
  const builder = new IndexBuilder({ entities: entities.ids.ends.length, relationships: relationships.ids.ends.length });
  for (const source of SOURCES) builder.addSource(source);
  builder.addEntities(entities);
  builder.addRelationships(relationships);
  return builder.finish();
}

function packed(count: number, idOf: (i: number) => string): PackedColumn {
  const ends = new Uint32Array(count);
  for (let i = 0, end = 0; i < count; i++) ends[i] = end += idOf(i).length;
  const units = new Uint8Array(ends[count - 1] ?? 0);
  for (let i = 0, at = 0; i < count; i++) for (const character of idOf(i)) units[at++] = character.charCodeAt(0);
  return { units, ends };
}
