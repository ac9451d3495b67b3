import { entityTypeIds, relationshipType, relationshipTypeIds } from '../../model';
import type { CompiledFilter, GraphIndex } from '../../graph';

/** What decides which steps a route may take, besides the entities that the question names. */
export interface StepRules {
  direction: 'any' | 'along';
  places: boolean;
  hub?: number | undefined;
}

/** The bits of a step's code. A code of 0: the relationship is not admitted. */
export const STEP = {
  /** The weakness of the relationship, 0–5. */
  weakness: 7,
  /** A route may leave the slot's entity by it. */
  leave: 8,
  /** A route may reach the slot's entity by it. */
  enter: 16,
  /** The entity at the other end may stand between others. */
  stone: 32,
} as const;

/**
 * By slot of the adjacency: what a route may do there. It is made once for a filter and its rules, so that the search
 * reads one byte in sequence for each relationship that it looks at. Cost O(entities + relationships).
 */
export function stepTable(index: GraphIndex, filter: CompiledFilter, rules: StepRules): Uint8Array {
  const { neighbours, ties } = index.adjacency;
  const stone = steppingStones(index, filter, rules);
  const usable = usableByType(rules.direction);
  const steps = new Uint8Array(ties.length);
  const { verdicts } = filter;
  const { relationshipTypeCodes } = index.parts;
  for (let slot = 0; slot < ties.length; slot++) {
    const tie = ties[slot]!;
    const weakness = verdicts[tie >>> 1]!;
    if (weakness > STEP.weakness) continue;
    steps[slot] = weakness | usable[(relationshipTypeCodes[tie >>> 1]! << 1) | (tie & 1)]! | (stone[neighbours[slot]!]! * STEP.stone);
  }
  return steps;
}

/** By twice the relationship type code, plus 1 for the slot of its `from`: the bits `leave` and `enter`. */
export function usableByType(direction: StepRules['direction']): Uint8Array {
  const bits = new Uint8Array(relationshipTypeIds.length * 2);
  relationshipTypeIds.forEach((id, code) => {
    const bothWays = direction === 'any' || !relationshipType(id).directed;
    bits[code * 2] = bothWays ? STEP.leave | STEP.enter : STEP.enter;
    bits[code * 2 + 1] = bothWays ? STEP.leave | STEP.enter : STEP.leave;
  });
  return bits;
}

/** By entity: 1 where it may stand between others. */
export function steppingStones(index: GraphIndex, filter: CompiledFilter, rules: StepRules): Uint8Array {
  const byType = stoneByType(filter, rules);
  const stones = index.parts.entityTypeCodes.map((code) => byType[code]!);
  const { hub } = rules;
  return hub === undefined ? stones : stones.map((stone, entity) => Number(stone === 1 && !isHub(index, filter, entity, hub)));
}

/** The same for one entity. */
export function steppingStone(index: GraphIndex, filter: CompiledFilter, rules: StepRules, entity: number): number {
  const stone = stoneByType(filter, rules)[index.parts.entityTypeCodes[entity]!]!;
  return rules.hub === undefined || stone === 0 ? stone : Number(!isHub(index, filter, entity, rules.hub));
}

function stoneByType({ entityTypeAdmitted }: CompiledFilter, { places }: StepRules): Uint8Array {
  return entityTypeAdmitted.map((admitted, code) => Number(admitted === 1 && (places || entityTypeIds[code] !== 'place')));
}

function isHub(index: GraphIndex, filter: CompiledFilter, entity: number, hub: number): boolean {
  return index.degree(entity) > hub && admittedDegree(index, filter, entity) > hub;
}

/** How many admitted relationships an entity has, whatever their direction. */
function admittedDegree(index: GraphIndex, filter: CompiledFilter, entity: number): number {
  const { starts, stops, ties } = index.adjacency;
  let count = 0;
  for (let slot = starts[entity]!; slot < stops[entity]!; slot++) if (filter.verdicts[ties[slot]! >>> 1]! <= STEP.weakness) count++;
  return count;
}
