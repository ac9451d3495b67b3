import { atOnce, compareText, groupedBy, type EffectiveShare, type Holding, type Steps } from '../../model';
import { isOver100 } from './holding';

/** The most chains that are listed for one holder; the share counts all of them, listed or not. */
const MOST_CHAINS = 50;

const SMALLEST_CHANGE = 1e-12;
const MOST_SWEEPS = 100_000;

/**
 * The effective shares of everybody who holds some of `entity`, directly or through others, largest first, then by id.
 *
 * A holder's effective share is the sum of the products of the shares along all chains that lead from the holder to
 * the entity; where holdings run in circles, it is the solution of the linear system V(j) = Σ a(h,j)·V(h) with
 * V(holder) = 1 (Brioschi, Buzzacchi and Colombo, "Risk capital financing and the separation of ownership and control
 * in business groups", Journal of Banking and Finance 13, 1989). Fixing V(holder) at 1 leaves out whatever returns to
 * the holder through its own cross-held part, which is the correction that Vitali, Glattfelder and Battiston make
 * ("The network of global corporate control", PLoS ONE 6, 2011, appendix).
 *
 * Bounds: the least share takes every holding at its least. The largest lets the holders of each entity share out what
 * is unknown in the way that favours the holder, 100 per cent together at most; the best way to share out is found
 * with the solution, sweep by sweep, which rises to the least fixed point. A holding recorded as indirect counts only
 * where no chain of direct holdings leads from its holder to what it holds. Nothing comes down of more than all of an
 * entity, whatever contradictory records add up to.
 *
 * Solved by Gauss–Seidel sweeps: O(sweeps × holdings between the two), once for each holder.
 */
export function effectiveShares(holdings: readonly Holding[], entity: string): EffectiveShare[] {
  return atOnce(effectiveShareSteps(withoutSummaries(holdings), entity));
}

/** The same in steps, of holdings without those that sum up others. */
export function* effectiveShareSteps(holdings: readonly Holding[], entity: string): Steps<EffectiveShare[]> {
  const into = holdersByHeld(holdings);
  const outOf = groupedBy(holdings, (h) => h.holder);
  const above = entitiesAbove(into, entity);
  const place = new Map(above.map((id, i) => [id, i]));
  const shares: EffectiveShare[] = [];
  for (const [i, holder] of above.entries()) {
    if (holder === entity) continue;
    const below = entitiesBelow(outOf, holder);
    // Farthest first, so that most is settled in one sweep. Elsewhere nothing comes down from the holder.
    const between = [...below].filter((id) => id !== holder && place.has(id)).sort((a, b) => place.get(b)! - place.get(a)!);
    const min = yield* shareThrough(into, between, holder, entity, 'min');
    const max = yield* shareThrough(into, between, holder, entity, 'max');
    shares.push({ holder, share: { min: 100 * min, max: 100 * max }, chains: chainsBetween(into, below, holder, entity) });
    yield i / above.length;
  }
  return shares.sort(bySize);
}

/** Largest first, then by holder. */
export function bySize(a: Pick<Holding, 'holder' | 'share'>, b: Pick<Holding, 'holder' | 'share'>): number {
  return b.share.min - a.share.min || b.share.max - a.share.max || compareText(a.holder, b.holder);
}

/** Holdings by what is held. */
export type HoldersByHeld = ReadonlyMap<string, readonly Holding[]>;

export function holdersByHeld(holdings: readonly Holding[]): HoldersByHeld {
  return groupedBy(holdings, (h) => h.held);
}

/** The holdings without those that sum up chains which are recorded too. Cost O(holdings), for each entity that has an indirect holder. */
export function withoutSummaries(holdings: readonly Holding[]): Holding[] {
  const direct = holdersByHeld(holdings.filter((h) => !h.indirect));
  const aboveDirectly = new Map<string, ReadonlySet<string>>();
  const isSummary = ({ held, holder }: Holding) => {
    const above = aboveDirectly.get(held) ?? new Set(entitiesAbove(direct, held));
    aboveDirectly.set(held, above);
    return above.has(holder);
  };
  return holdings.filter((h) => !h.indirect || !isSummary(h));
}

/** An entity and everybody above it, nearest first. */
function entitiesAbove(into: HoldersByHeld, entity: string): string[] {
  const seen = new Set([entity]);
  for (const next of seen) for (const h of into.get(next) ?? []) seen.add(h.holder);
  return [...seen];
}

/** V(entity) with V(holder) = 1, as a fraction of 1; `unknowns` are the entities below the holder whose values count. */
function* shareThrough(
  into: HoldersByHeld, unknowns: readonly string[], holder: string, entity: string, bound: 'min' | 'max',
): Steps<number> {
  const value = new Map(unknowns.map((id) => [id, 0])).set(holder, 1);
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    let change = 0;
    for (const id of unknowns) {
      const next = bound === 'min' ? leastValue(into.get(id) ?? [], value) : largestValue(into, id, value);
      change = Math.max(change, Math.abs(next - value.get(id)!));
      value.set(id, next);
    }
    if (change < SMALLEST_CHANGE) break;
    yield;
  }
  return value.get(entity)!;
}

/** By entity; nothing of the holder comes down to those that are absent. */
type Values = ReadonlyMap<string, number>;

function leastValue(holders: readonly Holding[], value: Values): number {
  return Math.min(1, holders.reduce((sum, h) => sum + (h.share.min / 100) * (value.get(h.holder) ?? 0), 0));
}

/** Everybody has the least that is theirs; what is left goes to the holders through whom most comes down, as far as their bounds allow. */
function largestValue(into: HoldersByHeld, id: string, value: Values): number {
  const of = (h: Holding) => value.get(h.holder) ?? 0;
  const holders = into.get(id) ?? [];
  let left = Math.max(0, 100 - holders.reduce((sum, h) => sum + (h.indirect ? 0 : h.share.min), 0));
  let sum = leastValue(holders, value);
  for (const h of [...holders].sort((a, b) => of(b) - of(a))) {
    const more = Math.min(left, h.share.max - h.share.min);
    sum += (more / 100) * of(h);
    left -= more;
  }
  return Math.min(1, sum);
}

/** The chains of distinct entities from a holder down to an entity, shortest first, then by ids; at most MOST_CHAINS. */
function chainsBetween(into: HoldersByHeld, reaches: ReadonlySet<string>, holder: string, entity: string): string[][] {
  const found: string[][] = [];
  let level: string[][] = [[entity]];
  while (level.length > 0 && found.length < MOST_CHAINS) {
    const next: string[][] = [];
    for (const chain of level) {
      for (const h of into.get(chain[0]!) ?? []) {
        if (chain.includes(h.holder) || !reaches.has(h.holder)) continue;
        if (h.holder === holder) found.push([holder, ...chain]);
        else if (next.length < MOST_CHAINS * 20) next.push([h.holder, ...chain]);
      }
    }
    level = next;
  }
  return found.slice(0, MOST_CHAINS);
}

/** A holder and everything below it. */
function entitiesBelow(outOf: HoldersByHeld, holder: string): Set<string> {
  const seen = new Set([holder]);
  for (const next of seen) for (const h of outOf.get(next) ?? []) seen.add(h.held);
  return seen;
}

/** Every entity at or above `entity` whose holders certainly have more than 100 per cent. */
export function over100Above(holdings: readonly Holding[], entity: string): string[] {
  const into = holdersByHeld(holdings);
  return entitiesAbove(into, entity).filter((id) => isOver100(into.get(id) ?? []));
}
