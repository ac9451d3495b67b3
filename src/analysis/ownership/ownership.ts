import {
  atOnce, compareText, groupedBy, hangsOnStart, type Holding, type OwnersQuestion, type OwnershipAnswer, type Period, type Relationship, type Steps, type Undated,
} from '../../model';
import { bySize, effectiveShareSteps, entitiesAbove, holdersByHeld, over100Above, withoutSummaries } from './effectiveShares';
import { fiftyPercentRule } from './fiftyPercentRule';
import { holdingsOf, isOver100, isStake } from './holding';

/** Whose owners are asked for, at which date, and what a stake without a recorded start counts as then. */
export interface OwnersAsked extends Omit<OwnersQuestion, 'filter'> {
  readonly undated?: Undated | undefined;
}

/**
 * Who owns an entity at a date: direct holders, effective shares, ultimate owners, and the answer of the 50 per cent
 * rule where listed parties are named. `relationships` are those that a filter admits, the whole dataset's or at least
 * all above the entity. Costs: see `effectiveShares` and `fiftyPercentRule`, and O(relationships) for those above it.
 */
export function ownershipOf(relationships: readonly Relationship[], asked: OwnersAsked): OwnershipAnswer {
  return atOnce(ownershipSteps(relationships, asked));
}

/** The same in steps. */
export function* ownershipSteps(relationships: readonly Relationship[], { entity, asOf, listed, undated }: OwnersAsked): Steps<OwnershipAnswer> {
  const stakes = stakesAbove(relationships, entity);
  yield;
  const holdings = holdingsAbove(stakes, entity, asOf, undated);
  const counted = withoutSummaries(holdings);
  yield;
  const effective = yield* effectiveShareSteps(counted, entity);
  const held = new Set(holdings.map((h) => h.held));
  const direct = holdings.filter((h) => h.held === entity);
  const missing = asOf && missingStarts(stakes, asOf);
  return {
    entity,
    ...(asOf ? { asOf } : {}),
    direct: direct.sort(bySize),
    holdings: counted,
    effective,
    ultimate: effective.filter(({ holder }) => !held.has(holder)).map(({ holder, share }) => ({ holder, share })),
    over100: isOver100(direct),
    over100Above: over100Above(holdings, entity).filter((id) => id !== entity),
    ...(listed ? { listed: fiftyPercentRule(holdings, entity, new Set(listed)) } : {}),
    ...(missing && missing.length > 0 ? { undated: { relationships: missing, taken: undated ?? 'possible', ...(listed ? { otherwise: answerOtherwise() } : {}) } } : {}),
  };

  /** What the rule answers if the other is made of them. */
  function answerOtherwise() {
    return fiftyPercentRule(holdingsAbove(stakes, entity, asOf, undated === 'held' ? 'possible' : 'held'), entity, new Set(listed)).answer;
  }
}

/** The stakes in an entity and in everybody above it, whenever held, in their order. */
function stakesAbove(relationships: readonly Relationship[], entity: string): Relationship[] {
  const stakes = relationships.filter(isStake);
  const into = groupedBy(stakes, (r) => r.to);
  const above = new Set([entity]);
  for (const held of above) for (const r of into.get(held) ?? []) above.add(r.from);
  return stakes.filter((r) => above.has(r.to));
}

/** The holdings in an entity and in everybody above it at a date. */
function holdingsAbove(stakes: readonly Relationship[], entity: string, period: Period | undefined, undated: Undated | undefined): Holding[] {
  const holdings = holdingsOf(stakes, period && { period, undated });
  const above = new Set(entitiesAbove(holdersByHeld(holdings), entity));
  return holdings.filter((h) => above.has(h.held));
}

/** The stakes that held at the date or only possibly did, as their missing start is read; in order of ids. */
function missingStarts(stakes: readonly Relationship[], asOf: Period): string[] {
  return stakes.filter((r) => hangsOnStart(r, asOf)).map((r) => r.id).sort(compareText);
}
