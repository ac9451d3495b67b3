import type { EffectiveShare, Holding } from '../../model';
import { isOver100 } from './holding';

/** The most chains that are listed for one holder; the share counts all of them, listed or not. */
export const MOST_CHAINS = 50;

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
 * where no chain of direct holdings leads from its holder to what it holds.
 *
 * Solved by Gauss–Seidel sweeps: O(sweeps × holdings above the entity), once for each holder.
 */
export function effectiveShares(holdings: readonly Holding[], entity: string): EffectiveShare[] {
  const into = holdersByHeld(withoutSummaries(holdings));
  const above = entitiesAbove(into, entity);
  return above
    .filter((holder) => holder !== entity)
    .map((holder) => ({
      holder,
      share: { min: 100 * shareThrough(into, above, holder, entity, 'min'), max: 100 * shareThrough(into, above, holder, entity, 'max') },
      chains: chainsBetween(into, holder, entity),
    }))
    .sort((a, b) => b.share.min - a.share.min || b.share.max - a.share.max || (a.holder < b.holder ? -1 : 1));
}

/** Holdings by what is held. */
export type HoldersByHeld = ReadonlyMap<string, readonly Holding[]>;

export function holdersByHeld(holdings: readonly Holding[]): HoldersByHeld {
  const into = new Map<string, Holding[]>();
  for (const h of holdings) into.set(h.held, [...(into.get(h.held) ?? []), h]);
  return into;
}

/** The holdings without those that sum up chains which are recorded too. */
export function withoutSummaries(holdings: readonly Holding[]): Holding[] {
  const direct = holdersByHeld(holdings.filter((h) => !h.indirect));
  return holdings.filter((h) => !h.indirect || !entitiesAbove(direct, h.held).includes(h.holder));
}

/** An entity and everybody above it, nearest first. */
export function entitiesAbove(into: HoldersByHeld, entity: string): string[] {
  const seen = new Set([entity]);
  for (const next of seen) for (const h of into.get(next) ?? []) seen.add(h.holder);
  return [...seen];
}

/** V(entity) with V(holder) = 1, as a fraction of 1. */
function shareThrough(into: HoldersByHeld, above: readonly string[], holder: string, entity: string, bound: 'min' | 'max'): number {
  const value = new Map(above.map((id) => [id, id === holder ? 1 : 0]));
  const unknowns = above.filter((id) => id !== holder).reverse();
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    let change = 0;
    for (const id of unknowns) {
      const next = bound === 'min' ? leastValue(into.get(id) ?? [], value) : largestValue(into, id, value);
      change = Math.max(change, Math.abs(next - value.get(id)!));
      value.set(id, next);
    }
    if (change < SMALLEST_CHANGE) break;
  }
  return Math.min(1, value.get(entity)!);
}

function leastValue(holders: readonly Holding[], value: ReadonlyMap<string, number>): number {
  return holders.reduce((sum, h) => sum + (h.share.min / 100) * value.get(h.holder)!, 0);
}

/** Everybody has the least that is theirs; what is left goes to the holders through whom most comes down, as far as their bounds allow. */
function largestValue(into: HoldersByHeld, id: string, value: ReadonlyMap<string, number>): number {
  const holders = into.get(id) ?? [];
  let left = Math.max(0, 100 - holders.reduce((sum, h) => sum + (h.indirect ? 0 : h.share.min), 0));
  let sum = leastValue(holders, value);
  for (const h of [...holders].sort((a, b) => value.get(b.holder)! - value.get(a.holder)!)) {
    const more = Math.min(left, h.share.max - h.share.min);
    sum += (more / 100) * value.get(h.holder)!;
    left -= more;
  }
  return Math.min(1, sum);
}

/** The chains of distinct entities from a holder down to an entity, shortest first, then by ids; at most MOST_CHAINS. */
function chainsBetween(into: HoldersByHeld, holder: string, entity: string): string[][] {
  const reaches = new Set(entitiesBelow(into, holder));
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
function entitiesBelow(into: HoldersByHeld, holder: string): string[] {
  const seen = new Set([holder]);
  const all = [...into.values()].flat();
  let grew = true;
  while (grew) {
    const before = seen.size;
    for (const h of all) if (seen.has(h.holder)) seen.add(h.held);
    grew = seen.size > before;
  }
  return [...seen];
}

/** Every entity at or above `entity` whose holders certainly have more than 100 per cent. */
export function over100Above(holdings: readonly Holding[], entity: string): string[] {
  return entitiesAbove(holdersByHeld(holdings), entity).filter((id) => isOver100(holdings, id));
}
