import type { OwnersQuestion, Period, Relationship } from '../../model';
import { effectiveShares, holdersByHeld, over100Above, entitiesAbove, type EffectiveShare } from './effectiveShares';
import { fiftyPercentRule, type FiftyPercentAnswer } from './fiftyPercentRule';
import { holdingsOf, isOver100, type Holding, type ShareBounds } from './holding';

/** Who owns an entity. Shares in per cent. */
export interface OwnershipAnswer {
  entity: string;
  asOf?: Period;
  /** Its own holders, largest first. */
  direct: Holding[];
  /** Everybody above it, with the share that comes down through all chains, largest first. */
  effective: EffectiveShare[];
  /** Those above it of whom no holder is recorded. */
  ultimate: { holder: string; share: ShareBounds }[];
  /** Its holders certainly have more than 100 per cent together: claims clash. */
  over100: boolean;
  /** The same of any entity above it; figures through these are not to be trusted. */
  over100Above: string[];
  listed?: FiftyPercentAnswer;
}

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
