import {
  addTo, compareText, heldIn, shareBounds, shareText, type Held, type Holding, type Period, type Relationship, type ShareBounds, type Undated,
} from '../../model';

/** Whether a relationship records a stake. Control without a share is no holding. */
export function isStake({ type }: Relationship): boolean {
  return type === 'owns' || type === 'partnerIn';
}

/** A date that holdings are asked about, and what is made of a stake whose start nobody recorded. */
export interface AsOf {
  readonly period: Period;
  readonly undated?: Undated | undefined;
}

/**
 * The stakes that relationships record at a date, by what is held, then by holder, in order of ids.
 *
 * A holding that only possibly held at the date counts from 0 to its share. Where several relationships record one
 * holder's stake, those with a share decide and their bounds are joined; where none has a share it is unknown, 0–100.
 * Then each unknown or bounded share is narrowed by the rule that all holders together have at most 100 per cent.
 * Cost O(r log r) in the relationships given.
 */
export function holdingsOf(relationships: readonly Relationship[], asOf?: AsOf): Holding[] {
  const held = (r: Relationship): Held => (asOf ? heldIn(r, asOf.period, asOf.undated) : 'yes');
  const byPair = new Map<string, Map<string, Stake[]>>();
  for (const r of relationships) {
    const then = isStake(r) ? held(r) : 'no';
    if (then === 'no') continue;
    let holders = byPair.get(r.to);
    if (!holders) byPair.set(r.to, (holders = new Map()));
    addTo(holders, r.from, { record: r, certain: then === 'yes' });
  }
  return [...byPair].sort(([a], [b]) => compareText(a, b)).flatMap(([, holders]) => narrowed([...holders.values()].map(joined).sort((a, b) => compareText(a.holder, b.holder))));
}

/** A relationship that records a stake, and whether it certainly held. */
export interface Stake {
  readonly record: Relationship;
  readonly certain: boolean;
}

/** Those of one holder's stakes that decide how large it is: direct ones where there are any. */
export function countedStakes(stakes: readonly Stake[]): readonly Stake[] {
  const direct = stakes.filter((s) => !s.record.indirect);
  return direct.length > 0 ? direct : stakes;
}

/** The share that counted stakes add up to: of those with a share the least and the most; unknown where none has one. */
export function joinedShare(counted: readonly Stake[]): ShareBounds {
  const known = counted.filter((s) => s.record.share !== undefined);
  const joint = { min: Infinity, max: -Infinity };
  for (const { record, certain } of known.length > 0 ? known : counted) {
    const { min, max } = shareBounds(record.share);
    joint.min = Math.min(joint.min, certain ? min : 0);
    joint.max = Math.max(joint.max, max);
  }
  return joint;
}

function joined(stakes: readonly Stake[]): Holding {
  const counted = countedStakes(stakes);
  const { from, to, indirect } = counted[0]!.record;
  const share = joinedShare(counted);
  return { holder: from, held: to, share, recorded: share, indirect: indirect === true, relationships: counted.map((s) => s.record.id).sort(compareText) };
}

/** What is left for each holder of one entity once the others have what is certainly theirs. */
function narrowed(holdings: readonly Holding[]): Holding[] {
  const certain = certainSum(holdings);
  return holdings.map((h) => ({ ...h, share: narrowedShare(h, certain) }));
}

/** A share within what the others leave of 100 per cent, where all certainly have `certain` together. An indirect stake lies within others' and takes nothing away. */
export function narrowedShare({ share: { min, max }, indirect }: Pick<Holding, 'share' | 'indirect'>, certain: number): ShareBounds {
  const room = indirect ? 100 : Math.max(0, 100 - (certain - min));
  return { min, max: Math.max(min, Math.min(max, room)) };
}

/** What all direct holders of one entity certainly have together, per cent. */
export function certainSum(holders: readonly Pick<Holding, 'share' | 'indirect'>[]): number {
  return holders.reduce((sum, h) => (h.indirect ? sum : sum + h.share.min), 0);
}

/** Shares are read from documents that round to two places: sums within this of a threshold count as at it. */
export const ROUNDING = 0.005;

/** Whether the holders of an entity certainly have more than 100 per cent together. */
export function isOver100(holders: readonly Holding[]): boolean {
  return certainSum(holders) > 100 + ROUNDING;
}

/** "75 %", "0–25 %"; at most two decimals. */
export function boundsText({ min, max }: ShareBounds): string {
  const rounded = (n: number) => Math.round(n * 100) / 100;
  return shareText({ min: rounded(min), max: rounded(max) });
}
