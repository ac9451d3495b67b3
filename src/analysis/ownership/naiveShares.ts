import { compareText as compare, heldIn, shareBounds, type EffectiveShare, type Holding, type Period, type Relationship } from '../../model';

const RECORDS_A_STAKE: ReadonlySet<Relationship['type']> = new Set<Relationship['type']>(['owns', 'partnerIn']);

/** `holdingsOf` as it reads: what the tests hold the quick form to. */
export function naiveHoldingsOf(relationships: readonly Relationship[], asOf?: Period): Holding[] {
  const byPair = new Map<string, Relationship[]>();
  for (const r of relationships) {
    if (!RECORDS_A_STAKE.has(r.type) || (asOf && heldIn(r, asOf) === 'no')) continue;
    const pair = JSON.stringify([r.from, r.to]);
    byPair.set(pair, [...(byPair.get(pair) ?? []), r]);
  }
  const holdings = [...byPair.values()].map((records) => joined(records, asOf));
  holdings.sort((a, b) => compare(a.held, b.held) || compare(a.holder, b.holder));
  return narrowed(holdings);
}

function joined(records: readonly Relationship[], asOf?: Period): Holding {
  const direct = records.filter((r) => !r.indirect);
  const counted = direct.length > 0 ? direct : records;
  const known = counted.filter((r) => r.share !== undefined);
  const bounds = (known.length > 0 ? known : counted).map((r) => {
    const { min, max } = shareBounds(r.share);
    return { min: asOf && heldIn(r, asOf) === 'possibly' ? 0 : min, max };
  });
  const share = { min: Math.min(...bounds.map((b) => b.min)), max: Math.max(...bounds.map((b) => b.max)) };
  return {
    holder: records[0]!.from,
    held: records[0]!.to,
    share,
    recorded: share,
    indirect: direct.length === 0,
    relationships: counted.map((r) => r.id).sort(compare),
  };
}

/** What is left for each holder once the others have what is certainly theirs. An indirect stake lies within others' and takes nothing away. */
function narrowed(holdings: readonly Holding[]): Holding[] {
  const certain = new Map<string, number>();
  for (const h of holdings) if (!h.indirect) certain.set(h.held, (certain.get(h.held) ?? 0) + h.share.min);
  return holdings.map((h) => {
    const others = (certain.get(h.held) ?? 0) - (h.indirect ? 0 : h.share.min);
    const room = h.indirect ? 100 : Math.max(0, 100 - others);
    return { ...h, share: { min: h.share.min, max: Math.max(h.share.min, Math.min(h.share.max, room)) } };
  });
}

/** Whether the holders of an entity certainly have more than 100 per cent together. */
export function naiveIsOver100(holdings: readonly Holding[], held: string): boolean {
  const sum = holdings.filter((h) => h.held === held && !h.indirect).reduce((total, h) => total + h.share.min, 0);
  return sum > 100 + 0.005;
}

const MOST_CHAINS = 50;
const SMALLEST_CHANGE = 1e-12;
const MOST_SWEEPS = 100_000;

/** `effectiveShares` as it reads. Cost of a grouping that copies, and of looking through all holdings again and again. */
export function naiveEffectiveShares(holdings: readonly Holding[], entity: string): EffectiveShare[] {
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

type HoldersByHeld = ReadonlyMap<string, readonly Holding[]>;

function holdersByHeld(holdings: readonly Holding[]): HoldersByHeld {
  const into = new Map<string, Holding[]>();
  for (const h of holdings) into.set(h.held, [...(into.get(h.held) ?? []), h]);
  return into;
}

/** The holdings without those that sum up chains which are recorded too. */
function withoutSummaries(holdings: readonly Holding[]): Holding[] {
  const direct = holdersByHeld(holdings.filter((h) => !h.indirect));
  return holdings.filter((h) => !h.indirect || !entitiesAbove(direct, h.held).includes(h.holder));
}

/** An entity and everybody above it, nearest first. */
function entitiesAbove(into: HoldersByHeld, entity: string): string[] {
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
export function naiveOver100Above(holdings: readonly Holding[], entity: string): string[] {
  return entitiesAbove(holdersByHeld(holdings), entity).filter((id) => naiveIsOver100(holdings, id));
}
