import {
  compareText as compare, heldIn, shareBounds,
  type EffectiveShare, type Holding, type Period, type Relationship, type ShareBounds,
} from '../../model';

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

/**
 * What is left for each holder once the others have what is certainly theirs. An indirect stake lies within others' and takes nothing away.
 */
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

/**
 * `effectiveShares` in another way, in order of holders: what comes down in one more step is reckoned for all entities at once
 * from what came down before, and the best way to share out what is unknown is found as the smallest value of the dual programme.
 */
export function naiveEffectiveShares(holdings: readonly Holding[], entity: string): EffectiveShare[] {
  const direct = holdings.filter((h) => !h.indirect);
  const counted = holdings.filter((h) => !h.indirect || (h.holder !== h.held && !leadsTo(direct, h.holder, h.held)));
  const parties = [...new Set(counted.flatMap((h) => [h.holder, h.held]))].sort(compare);
  return parties
    .filter((holder) => holder !== entity && leadsTo(counted, holder, entity))
    .map((holder) => ({
      holder,
      share: {
        min: 100 * settled(counted, parties, holder, leastOf)[entity]!, max: 100 * settled(counted, parties, holder, mostOf)[entity]!,
      },
      chains: chainsUp(counted, [entity], holder).sort(byLengthThenFromBelow).slice(0, 50),
    }));
}

/** Whether a chain of holdings leads from a holder down to what is held. */
function leadsTo(holdings: readonly Holding[], holder: string, held: string, passed: readonly string[] = []): boolean {
  const below = holdings.filter((h) => h.holder === holder && !passed.includes(h.held)).map((h) => h.held);
  return below.includes(held) || below.some((next) => leadsTo(holdings, next, held, [...passed, holder]));
}

type Values = Readonly<Record<string, number>>;

/** What comes down from a holder to each entity, as a fraction of 1, once another step changes nothing. */
function settled(
  holdings: readonly Holding[], parties: readonly string[], holder: string, step: (into: readonly Holding[], before: Values) => number,
): Values {
  let values: Values = Object.fromEntries(parties.map((id) => [id, id === holder ? 1 : 0]));
  for (let change = 1; change > 1e-13;) {
    const before = values;
    const next = (id: string) =>
      id === holder
        ? 1
        : Math.min(
            1,
            step(
              holdings.filter((h) => h.held === id), before,
            ),
          );
    values = Object.fromEntries(parties.map((id) => [id, next(id)]));
    change = Math.max(...parties.map((id) => values[id]! - before[id]!));
  }
  return values;
}

const sum = (figures: readonly number[]) => figures.reduce((a, b) => a + b, 0);

function leastOf(into: readonly Holding[], values: Values): number {
  return sum(into.map((h) => (h.share.min / 100) * values[h.holder]!));
}

/**
 * The most that can come down: max Σ more·value, more ≤ width each and ≤ left together,
 * is min over a price p of p·left + Σ width·(value − p)⁺.
 */
function mostOf(into: readonly Holding[], values: Values): number {
  const width = ({ share }: { share: ShareBounds }) => (share.max - share.min) / 100;
  const left = Math.max(0, 1 - sum(into.filter((h) => !h.indirect).map((h) => h.share.min / 100)));
  const atPrice = (price: number) => price * left + sum(into.map((h) => width(h) * Math.max(0, values[h.holder]! - price)));
  return leastOf(into, values) + Math.min(...[0, ...into.map((h) => values[h.holder]!)].map(atPrice));
}

/** Every chain of distinct entities from a holder down to the end of a chain that is begun. */
function chainsUp(holdings: readonly Holding[], chain: readonly string[], holder: string): string[][] {
  const above = holdings.filter((h) => h.held === chain[0] && !chain.includes(h.holder)).map((h) => h.holder);
  return above.flatMap((next) => (next === holder ? [[next, ...chain]] : chainsUp(holdings, [next, ...chain], holder)));
}

function byLengthThenFromBelow(a: readonly string[], b: readonly string[]): number {
  const differing = [...a.keys()].reverse().find((i) => a[i] !== b[i]);
  return a.length - b.length || (differing === undefined ? 0 : compare(a[differing]!, b[differing]!));
}

/** Every entity at or above `entity` whose holders certainly have more than 100 per cent, in order of ids. */
export function naiveOver100Above(holdings: readonly Holding[], entity: string): string[] {
  const parties = [...new Set([entity, ...holdings.flatMap((h) => [h.holder, h.held])])].sort(compare);
  return parties.filter((id) => (id === entity || leadsTo(holdings, id, entity)) && naiveIsOver100(holdings, id));
}
