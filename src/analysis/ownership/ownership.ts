import {
  addTo, atOnce, compareText, eachNumber, hangsOnStart, heldIn,
  type OwnersQuestion, type OwnershipAnswer, type Period, type Relationship, type Steps, type Undated,
} from '../../model';
import { bySize, effectiveShareSteps, over100Above, withoutSummaries } from './effectiveShares';
import { fiftyPercentRule } from './fiftyPercentRule';
import { holdingSteps, isOver100, isStake } from './holding';

/** Whose owners are asked for, at which date, and what a stake without a recorded start counts as then. */
interface OwnersAsked extends Omit<OwnersQuestion, 'filter'> {
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
export function* ownershipSteps(
  relationships: readonly Relationship[], { entity, asOf, listed, undated }: OwnersAsked,
): Steps<OwnershipAnswer> {
  const stakes = yield* stakesAbove(relationships, entity, asOf);
  const holdings = yield* holdingSteps(stakes, asOf && { period: asOf, undated });
  const counted = withoutSummaries(holdings);
  yield;
  const effective = yield* effectiveShareSteps(counted, entity);
  const held = new Set(holdings.map((h) => h.held));
  const direct = holdings.filter((h) => h.held === entity);
  const missing = asOf ? missingStarts(stakes, asOf) : [];
  const otherwise =
    missing.length > 0 && listed
      ? yield* holdingSteps(stakes, asOf && { period: asOf, undated: undated === 'held' ? 'possible' : 'held' })
      : undefined;
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
    ...(missing.length > 0
      ? {
          undated: {
            relationships: missing, taken: undated ?? 'possible',
            ...(otherwise ? { otherwise: fiftyPercentRule(otherwise, entity, new Set(listed)).answer } : {}),
          },
        }
      : {}),
  };
}

/** The stakes in an entity and in everybody above it that held or may have held at the date, nearest first. */
function* stakesAbove(relationships: readonly Relationship[], entity: string, asOf: Period | undefined): Steps<Relationship[]> {
  const into = new Map<string, Relationship[]>();
  yield* eachNumber(relationships.length, (i) => {
    if (isStake(relationships[i]!)) addTo(into, relationships[i]!.to, relationships[i]!);
  });
  const above = new Set([entity]);
  const stakes: Relationship[] = [];
  for (const held of above) {
    for (const r of into.get(held) ?? []) {
      if (asOf && heldIn(r, asOf) === 'no') continue;
      above.add(r.from);
      stakes.push(r);
    }
    yield;
  }
  return stakes;
}

/** The stakes that held at the date or only possibly did, as their missing start is read; in order of ids. */
function missingStarts(stakes: readonly Relationship[], asOf: Period): string[] {
  return stakes.filter((r) => hangsOnStart(r, asOf)).map((r) => r.id).sort(compareText);
}
