import {
  eachNumber, inTurns, recordsStake, relationshipTypeIds,
  type CallOptions, type Filter, type Relationship, type Steps,
} from '../../model';
import type { VenturePart } from '../../analysis';
import type { CompiledFilter, EntityIndex, GraphIndex, RelationshipIndex } from '../../graph';
import type { DatasetReader } from './datasetReader';

/** By relationship type code: 1 where relationships of that type record a stake. */
const RECORDS_STAKE = Uint8Array.from(relationshipTypeIds, (type) => Number(recordsStake(type)));

/**
 * Records of the admitted stakes in an entity and in everybody above it, in the order of the dataset.
 * Throws `UnknownEntityError`, `TooMuchAskedError`, and the signal's reason.
 */
export async function stakesAbove(reader: DatasetReader, entity: string, filter: Filter, options: CallOptions): Promise<Relationship[]> {
  const { index } = reader;
  const compiled = await reader.compiled(filter, options);
  const found = await inTurns(aboveSteps(index, index.knownEntity(entity), compiled), options);
  return reader.relationshipsAt(found.sort((a, b) => a - b), options);
}

/** Breadth first along stakes, against their arrows. Cost: the degrees of those above. */
function* aboveSteps(index: GraphIndex, entity: EntityIndex, { admits }: CompiledFilter): Steps<RelationshipIndex[]> {
  const { starts, stops, neighbours, ties } = index.adjacency;
  const above = new Set([entity]);
  const stakes: RelationshipIndex[] = [];
  for (const held of above) {
    for (let slot = starts[held]!; slot < stops[held]!; slot++) {
      const relationship = ties[slot]! >>> 1;
      // A relationship from an entity to itself has one slot, which counts as that of its `from`.
      const leadsHere = (ties[slot]! & 1) === 0 || neighbours[slot] === held;
      if (!leadsHere || !isStake(index, relationship) || !admits(relationship)) continue;
      above.add(neighbours[slot]!);
      stakes.push(relationship);
    }
    yield;
  }
  return stakes;
}

/**
 * The entities that may be ventures, of those about one where it is named, and the admitted stakes in them,
 * both in the order of the dataset. Throws as `stakesAbove`.
 */
export async function venturePart(
  reader: DatasetReader, about: string | undefined, filter: Filter, options: CallOptions,
): Promise<VenturePart> {
  const { index } = reader;
  const { admits } = await reader.compiled(filter, options);
  const held =
    about === undefined ? await inTurns(jointlyHeldSteps(index, admits), options) : heldAbout(index, index.knownEntity(about), admits);
  const relationships = await inTurns(stakesInSteps(index, held, admits), options);
  return {
    entities: held.map((entity) => ({ id: index.entityIdAt(entity), type: index.entityTypeAt(entity) })),
    relationships: await reader.relationshipsAt(relationships, options),
  };
}

/** The admitted stakes in some entities, ascending. Cost: the degrees of these. */
function* stakesInSteps(
  index: GraphIndex, held: readonly EntityIndex[], admits: CompiledFilter['admits'],
): Steps<RelationshipIndex[]> {
  const { starts, stops, neighbours, ties } = index.adjacency;
  const found: RelationshipIndex[] = [];
  for (const entity of held) {
    for (let slot = starts[entity]!; slot < stops[entity]!; slot++) {
      const relationship = ties[slot]! >>> 1;
      // A relationship from an entity to itself has one slot, which counts as that of its `from`.
      const leadsHere = (ties[slot]! & 1) === 0 || neighbours[slot] === entity;
      if (leadsHere && isStake(index, relationship) && admits(relationship)) found.push(relationship);
    }
    yield;
  }
  return found.sort((a, b) => a - b);
}

/** Joint ventures, and entities that two or more have stakes in, ascending. */
function* jointlyHeldSteps(index: GraphIndex, admits: CompiledFilter['admits']): Steps<EntityIndex[]> {
  const ends = index.ends();
  const [NOBODY, SEVERAL] = [0, 0xffffffff];
  /** Of each entity who has a stake in it, as its integer + 1. */
  const holder = new Uint32Array(index.entityCount);
  yield* eachNumber(index.relationshipCount, (r) => {
    if (!isStake(index, r) || !admits(r)) return;
    const [from, to] = [ends[r * 2]!, ends[r * 2 + 1]!];
    holder[to] = holder[to] === NOBODY || holder[to] === from + 1 ? from + 1 : SEVERAL;
  });
  const held: EntityIndex[] = [];
  for (let entity = 0; entity < index.entityCount; entity++)
    if (holder[entity] === SEVERAL || (index.entityTypeAt(entity) === 'jointVenture' && index.isThere(entity))) held.push(entity);
  return held;
}

/** An entity and those that it has a stake in, ascending. */
function heldAbout(index: GraphIndex, entity: EntityIndex, admits: CompiledFilter['admits']): EntityIndex[] {
  const { starts, stops, neighbours, ties } = index.adjacency;
  const held = new Set([entity]);
  for (let slot = starts[entity]!; slot < stops[entity]!; slot++) {
    const relationship = ties[slot]! >>> 1;
    if ((ties[slot]! & 1) === 1 && isStake(index, relationship) && admits(relationship)) held.add(neighbours[slot]!);
  }
  return [...held].sort((a, b) => a - b);
}

function isStake(index: GraphIndex, relationship: RelationshipIndex): boolean {
  return RECORDS_STAKE[index.parts.relationshipTypeCodes[relationship]!] === 1;
}
