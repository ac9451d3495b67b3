import type { CompiledFilter, GraphIndex, IndexDelta } from '../../graph';
import { steppingStone, stepTable, usableByType, STEP, type StepRules } from './stepTable';

/** The steps of an index that is laid over another. */
export interface StepsOver {
  readonly index: GraphIndex;
  /** By slot, as in a step table. */
  readonly steps: Uint8Array;
  /** The entities at whose slots anything may be another than in the base. */
  readonly affected: ReadonlySet<number>;
}

/** The same filter and rules as the base has them. */
interface BaseSteps {
  readonly filter: CompiledFilter;
  readonly steps: Uint8Array;
}

/** From how large a part of the entities on it costs no more to make the whole table. */
const MANY = 1 / 8;

/**
 * The step table of an index that is laid over another, of which only what changes bear upon is made anew. Cost O(degrees of the
 * entities affected), and the copying of a byte a slot.
 */
export function stepsOver(index: GraphIndex, filter: CompiledFilter, rules: StepRules, below: BaseSteps): StepsOver {
  const affected = affectedBy(index, index.delta!, filter, rules, below.filter);
  if (affected.size > index.entityCount * MANY) return { index, steps: stepTable(index, filter, rules), affected };
  const { starts, stops, neighbours, ties } = index.adjacency;
  const { relationshipTypeCodes } = index.parts;
  const usable = usableByType(rules.direction);
  const stones = new Map<number, number>();
  const stoneOf = (entity: number) => {
    const stone = stones.get(entity) ?? steppingStone(index, filter, rules, entity);
    stones.set(entity, stone);
    return stone;
  };
  const steps = new Uint8Array(ties.length);
  steps.set(below.steps);
  for (const entity of affected) {
    for (let slot = starts[entity]!; slot < stops[entity]!; slot++) {
      const tie = ties[slot]!;
      const weakness = filter.verdicts[tie >>> 1]!;
      steps[slot] =
        weakness > STEP.weakness
          ? 0
          : weakness | usable[(relationshipTypeCodes[tie >>> 1]! << 1) | (tie & 1)]! | (stoneOf(neighbours[slot]!) * STEP.stone);
    }
  }
  return { index, steps, affected };
}

/** Those whose slots are others, those at the ends of what is judged otherwise, and the neighbours of those that are passed otherwise. */
function affectedBy(
  index: GraphIndex, delta: IndexDelta, filter: CompiledFilter, rules: StepRules, below: CompiledFilter,
): Set<number> {
  const { base } = delta;
  const [types, typesBefore] = [index.parts.relationshipTypeCodes, base.parts.relationshipTypeCodes];
  const affected = new Set(delta.tied);
  for (const relationship of filter.judged!) {
    // The ends of those that came, that are gone, or that end elsewhere have other slots anyway.
    if (relationship >= base.relationshipCount || delta.goneRelationships.has(relationship)) continue;
    const same =
      filter.verdicts[relationship] === below.verdicts[relationship] && types[relationship] === typesBefore[relationship];
    if (same) continue;
    affected.add(index.fromAt(relationship));
    affected.add(index.toAt(relationship));
  }
  const { starts, stops, neighbours } = index.adjacency;
  // By the rule about hubs an entity may be passed or not as it has more or fewer ties.
  for (const entity of [...delta.entities, ...(rules.hub === undefined ? [] : affected)]) {
    if (entity >= base.entityCount || delta.goneEntities.has(entity)) continue;
    if (steppingStone(index, filter, rules, entity) === steppingStone(base, below, rules, entity)) continue;
    for (let slot = starts[entity]!; slot < stops[entity]!; slot++) affected.add(neighbours[slot]!);
  }
  return affected;
}
