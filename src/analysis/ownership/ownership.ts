import type { Holding, OwnersQuestion, OwnershipAnswer, Relationship } from '../../model';
import { effectiveShares, holdersByHeld, over100Above, entitiesAbove, withoutSummaries } from './effectiveShares';
import { fiftyPercentRule } from './fiftyPercentRule';
import { holdingsOf, isOver100 } from './holding';

/**
 * Who owns an entity at a date: direct holders, effective shares, ultimate owners, and the answer of the 50 per cent
 * rule where listed parties are named. `relationships` are those that a filter admits, the whole dataset's or at least
 * all above the entity. Costs: see `effectiveShares` and `fiftyPercentRule`.
 */
export function ownershipOf(relationships: readonly Relationship[], { entity, asOf, listed }: Omit<OwnersQuestion, 'filter'>): OwnershipAnswer {
  const holdings = holdingsAbove(holdingsOf(relationships, asOf), entity);
  const effective = effectiveShares(holdings, entity);
  const held = new Set(holdings.map((h) => h.held));
  return {
    entity,
    ...(asOf ? { asOf } : {}),
    direct: holdings.filter((h) => h.held === entity).sort((a, b) => b.share.min - a.share.min || b.share.max - a.share.max || (a.holder < b.holder ? -1 : 1)),
    holdings: withoutSummaries(holdings),
    effective,
    ultimate: effective.filter(({ holder }) => !held.has(holder)).map(({ holder, share }) => ({ holder, share })),
    over100: isOver100(holdings, entity),
    over100Above: over100Above(holdings, entity).filter((id) => id !== entity),
    ...(listed ? { listed: fiftyPercentRule(holdings, entity, new Set(listed)) } : {}),
  };
}

/** The holdings in an entity and in everybody above it. */
function holdingsAbove(holdings: readonly Holding[], entity: string): Holding[] {
  const above = new Set(entitiesAbove(holdersByHeld(holdings), entity));
  return holdings.filter((h) => above.has(h.held));
}
