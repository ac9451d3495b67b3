import {
  entityTypeIds,
  heldBetween,
  periodBounds,
  relationshipType,
  relationshipTypeIds,
  shareFits,
  statuses,
  type Filter,
  type PatternStep,
  type RelationshipType,
  type Status,
} from '../../model';
import type { GraphIndex } from '../../graph';
import { STEP } from '../routes/stepTable';

/** The bounds of recorded shares, per cent, by relationship; those without one are absent. */
export type Shares = ReadonlyMap<number, { readonly min: number; readonly max: number }>;

/** Which steps of a pattern a relationship may be, as bits, by what each condition looks at. */
export class StepMasks {
  /** By twice the relationship type code, plus 1 along the arrow. */
  readonly #types: Int32Array;
  readonly #entityTypes: Int32Array;
  readonly #weaknesses: Int32Array;
  /** By code of the interval; absent where no step asks for a time. */
  readonly #intervals: Int32Array | undefined;
  /** The steps that ask for a share, and those that name the type of entity that they lead to. */
  readonly #sharing: number;
  readonly #naming: Int32Array;

  constructor(
    readonly index: GraphIndex,
    readonly steps: readonly PatternStep[],
    readonly shares: Shares,
    filter: Filter,
  ) {
    const bits = (fits: (step: PatternStep) => boolean) => steps.reduce((set, step, i) => set | (Number(fits(step)) << i), 0);
    this.#types = new Int32Array(relationshipTypeIds.length * 2);
    relationshipTypeIds.forEach((type, code) => {
      for (const forward of [0, 1]) this.#types[code * 2 + forward] = bits((step) => fitsType(step, type, forward === 1));
    });
    this.#entityTypes = Int32Array.from(entityTypeIds, (type) => bits(({ where: { to } }) => to?.includes(type) ?? true));
    this.#naming = Int32Array.from(entityTypeIds, (type) => bits(({ where: { to } }) => to?.includes(type) ?? false));
    this.#weaknesses = Int32Array.from(statuses, (status: Status) => bits(({ where }) => where.statuses?.includes(status) ?? true));
    this.#sharing = bits(({ where }) => where.share !== undefined);
    this.#intervals = steps.some((s) => s.where.held) ? intervalMasks(index, steps, filter) : undefined;
  }

  /** Which steps lead over a slot of the adjacency, from its entity to the one at the other end. `step`: see `STEP`; 0 is no way. */
  at(slot: number, step: number): number {
    const {
      parts,
      adjacency: { ties, neighbours },
    } = this.index;
    return step === 0 ? 0 : this.#over(ties[slot]!, step & STEP.weakness) & this.#entityTypes[parts.entityTypeCodes[neighbours[slot]!]!]!;
  }

  /** The same the other way: from the entity at the other end to that of the slot. */
  into(entity: number, slot: number, step: number): number {
    const {
      parts,
      adjacency: { ties },
    } = this.index;
    return step === 0 ? 0 : this.#over(ties[slot]! ^ 1, step & STEP.weakness) & this.#entityTypes[parts.entityTypeCodes[entity]!]!;
  }

  /** The steps that name the type of an entity, which may then stand between others though it is a place. */
  naming(entity: number): number {
    return this.#naming[this.index.parts.entityTypeCodes[entity]!]!;
  }

  #over(tie: number, weakness: number): number {
    const { relationshipTypeCodes, intervalCodes } = this.index.parts;
    const relationship = tie >>> 1;
    let mask = this.#types[relationshipTypeCodes[relationship]! * 2 + (tie & 1)]! & this.#weaknesses[weakness]!;
    if (mask !== 0 && this.#intervals) mask &= this.#intervals[intervalCodes[relationship]!]!;
    return (mask & this.#sharing) === 0 ? mask : mask & ~this.#lackingShare(relationship, mask & this.#sharing);
  }

  #lackingShare(relationship: number, asked: number): number {
    const share = this.shares.get(relationship);
    if (!share) return asked;
    let lacking = 0;
    this.steps.forEach(({ where }, i) => {
      if ((asked & (1 << i)) !== 0 && !shareFits(share, where.share!.is, where.share!.percent)) lacking |= 1 << i;
    });
    return lacking;
  }
}

/** Whether a step may run over a relationship of a type, along its arrow or against it. */
export function fitsType({ of, direction }: PatternStep, type: RelationshipType, forward: boolean): boolean {
  const { directed, family } = relationshipType(type);
  const runs = !directed || direction === 'either' || forward === (direction === 'forward');
  return runs && (of === 'any' || of === type || of === family);
}

function intervalMasks({ parts: { intervals } }: GraphIndex, steps: readonly PatternStep[], { undated }: Filter): Int32Array {
  return Int32Array.from({ length: intervals.length }, (_, code) => {
    const bounds = intervals.boundsOf(code, undated);
    return steps.reduce((set, { where: { held, certainly } }, i) => {
      if (!held) return set | (1 << i);
      const { earliest, latest } = periodBounds(held);
      const answer = heldBetween(bounds, earliest, latest);
      return set | (Number(certainly ? answer === 'yes' : answer !== 'no') << i);
    }, 0);
  });
}
