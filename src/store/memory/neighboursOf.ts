import { statuses, type CallOptions } from '../../model';
import { OUT, type CompiledFilter, type EntityIndex, type GraphIndex, type RelationshipIndex } from '../../graph';
import type { NeighbourAnswer, NeighbourQuestion, TieKind, TieKindsAnswer, TieKindsQuestion } from '../graphStore';
import type { DatasetReader } from './datasetReader';

/** The entity itself and its neighbours, with the admitted relationships to them and the sources cited. Throws `UnknownEntityError`. */
export async function neighboursIn(
  reader: DatasetReader, { entity, filter = {}, limit = 50, kinds, without = [] }: NeighbourQuestion, options: CallOptions,
): Promise<NeighbourAnswer> {
  const { index } = reader;
  const centre = index.knownEntity(entity);
  const compiled = await reader.compiled(filter, options);
  const left = new Set(without.map((id) => index.entityIndexOf(id)));
  const wanted = kinds && new Set(kinds.map((k) => `${k.type} ${k.forward}`));
  const tied = byStrength(reader, neighboursOf(index, centre, compiled), compiled).filter(
    (t) =>
      !left.has(t.entity) && (!wanted || t.ties.some((tie) => wanted.has(`${index.relationshipTypeAt(tie.relationship)} ${tie.forward}`))),
  );
  const listed = tied.slice(0, limit);
  const part = await reader.partOf(
    [centre, ...listed.map((t) => t.entity)], listed.flatMap((t) => t.ties.map((tie) => tie.relationship)), options,
  );
  return { ...part, more: tied.length - listed.length };
}

/** The ways in which an entity is tied, most neighbours first, then by type, outward before inward. Throws `UnknownEntityError`. */
export async function tieKindsIn(
  reader: DatasetReader, { entity, filter = {}, without = [] }: TieKindsQuestion, options: CallOptions,
): Promise<TieKindsAnswer> {
  const { index } = reader;
  const centre = index.knownEntity(entity);
  const drawn = new Set(without.map((id) => index.entityIndexOf(id)));
  const others = new Set<EntityIndex>();
  const kinds = new Map<string, { kind: TieKind; others: Set<number> }>();
  for (const { other, relationship, forward } of tiesAt(index, centre, await reader.compiled(filter, options))) {
    if (drawn.has(other)) continue;
    others.add(other);
    const type = index.relationshipTypeAt(relationship);
    const key = `${type} ${forward ? 0 : 1}`;
    const kind = kinds.get(key) ?? { kind: { type, forward, neighbours: 0 }, others: new Set() };
    kinds.set(key, { ...kind, others: kind.others.add(other) });
  }
  const counted = [...kinds].map(([key, { kind, others: tied }]) => ({ key, kind: { ...kind, neighbours: tied.size } }));
  counted.sort((a, b) => b.kind.neighbours - a.kind.neighbours || (a.key < b.key ? -1 : 1));
  return { total: others.size, kinds: counted.map((c) => c.kind) };
}

/** A relationship at an entity, as integers of the index; `forward`: it leads away from the entity. */
interface TieAt {
  readonly other: EntityIndex;
  readonly relationship: RelationshipIndex;
  readonly forward: boolean;
}

/**
 * The admitted relationships at an entity. The entity itself is always admitted; its ties to itself are left out. Cost O(d) in its degree.
 */
function* tiesAt(index: GraphIndex, entity: EntityIndex, filter: CompiledFilter): Generator<TieAt> {
  const { starts, stops, neighbours, ties } = index.adjacency;
  for (let slot = starts[entity]!; slot < stops[entity]!; slot++) {
    const [other, tie] = [neighbours[slot]!, ties[slot]!];
    const relationship = tie >>> 1;
    if (other === entity || filter.verdicts[relationship]! >= OUT.status || !filter.admitsEntity(other)) continue;
    yield { other, relationship, forward: (tie & 1) === 1 };
  }
}

/** A neighbour and the admitted relationships to it. */
interface Tied {
  readonly entity: EntityIndex;
  readonly ties: TieAt[];
}

function neighboursOf(index: GraphIndex, entity: EntityIndex, filter: CompiledFilter): Tied[] {
  const byEntity = new Map<EntityIndex, Tied>();
  for (const tie of tiesAt(index, entity, filter)) {
    const tied = byEntity.get(tie.other) ?? { entity: tie.other, ties: [] };
    tied.ties.push(tie);
    byEntity.set(tie.other, tied);
  }
  return [...byEntity.values()];
}

/**
 * The strongest tied first, then by id. A tie weighs from 1 (confirmed) in even steps towards 0 (denied), and up to twice that by
 * the share that it says is held; the ties to one neighbour add up. Cost O(d log d) in the degree.
 */
function byStrength({ table, index }: DatasetReader, tied: readonly Tied[], { verdicts }: CompiledFilter): Tied[] {
  const weightOf = ({ relationship }: TieAt) =>
    (1 - verdicts[relationship]! / statuses.length) * (1 + table.greatestShareAt(relationship) / 100);
  const weighed = tied.map((t) => ({ tied: t, weight: t.ties.reduce((sum, tie) => sum + weightOf(tie), 0) }));
  return weighed.sort((a, b) => b.weight - a.weight || index.compareEntityIds(a.tied.entity, b.tied.entity)).map((w) => w.tied);
}

