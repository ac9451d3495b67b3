import {
  addTo, atOnce, compareText, each, eachNumber, heldIn, recordsStake, shareBounds, shareText,
  type Held, type Holding, type Period, type Relationship, type ShareBounds, type Steps, type Undated,
} from '../../model';

/** Whether a relationship records a stake. Control without a share is no holding. */
export function isStake({ type }: Relationship): boolean {
  return recordsStake(type);
}

/** A date that holdings are asked about, and what is made of a stake whose start nobody recorded. */
interface AsOf {
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
  return atOnce(holdingSteps(relationships, asOf));
}

/** The same in steps. */
export function* holdingSteps(relationships: readonly Relationship[], asOf?: AsOf): Steps<Holding[]> {
  const byPair = new Map<string, Map<string, HeldStake[]>>();
  yield* eachNumber(relationships.length, (i) => {
    const record = relationships[i]!;
    const held = !isStake(record) ? 'no' : asOf ? heldIn(record, asOf.period, asOf.undated) : 'yes';
    if (held === 'no') return;
    let holders = byPair.get(record.to);
    if (!holders) byPair.set(record.to, (holders = new Map()));
    addTo(holders, record.from, { record, held });
  });
  const ofHeld = ([, holders]: [string, Map<string, HeldStake[]>]) =>
    narrowed([...holders.values()].map(joined).sort((a, b) => compareText(a.holder, b.holder)));
  return (yield* each([...byPair].sort(([a], [b]) => compareText(a, b)), ofHeld)).flat();
}

interface HeldStake {
  readonly record: Relationship;
  readonly held: Held;
}

/** A relationship that records a stake, with what it says of its size. */
export interface Stake {
  readonly record: Relationship;
  readonly share: ShareBounds;
  /**
   * Which of one holder's stakes decide how large it is: those of the highest rank.
   * Direct ones come before indirect ones, those with a share before those without.
   */
  readonly rank: number;
}

const DIRECT = 2;
const WITH_SHARE = 1;

export function stakeOf(record: Relationship): Stake {
  return { record, share: shareBounds(record.share), rank: (record.indirect ? 0 : DIRECT) + (record.share === undefined ? 0 : WITH_SHARE) };
}

/** Whether a rank is that of a direct stake. */
export function isDirect(rank: number): boolean {
  return rank >= DIRECT;
}

/**
 * The share that one holder's stakes add up to, of those of the highest rank the least and the most;
 * it can be used for one holder after another.
 */
export class JoinedShare {
  /** -1 where there is no stake. */
  rank = -1;
  min = 0;
  max = 0;

  clear(): void {
    this.rank = -1;
  }

  /** What only possibly held counts from 0. */
  add({ share: { min, max }, rank }: Stake, held: Held): void {
    if (held === 'no' || rank < this.rank) return;
    const least = held === 'yes' ? min : 0;
    this.min = rank > this.rank ? least : Math.min(this.min, least);
    this.max = rank > this.rank ? max : Math.max(this.max, max);
    this.rank = rank;
  }
}

function joined(stakes: readonly HeldStake[]): Holding {
  const joint = new JoinedShare();
  for (const { record, held } of stakes) joint.add(stakeOf(record), held);
  const indirect = !isDirect(joint.rank);
  const share = { min: joint.min, max: joint.max };
  const { from, to } = stakes[0]!.record;
  const counted = stakes.filter(({ record }) => indirect || !record.indirect);
  return { holder: from, held: to, share, recorded: share, indirect, relationships: counted.map((s) => s.record.id).sort(compareText) };
}

/** What is left for each holder of one entity once the others have what is certainly theirs. */
function narrowed(holdings: readonly Holding[]): Holding[] {
  const certain = certainSum(holdings);
  return holdings.map((h) => ({ ...h, share: narrowedShare(h, certain) }));
}

/**
 * A share within what the others leave of 100 per cent, where all certainly have `certain` together.
 * An indirect stake lies within others' and takes nothing away.
 */
function narrowedShare({ share: { min, max }, indirect }: Holding, certain: number): ShareBounds {
  return { min, max: Math.max(min, Math.min(max, indirect ? 100 : roomFor(min, certain))) };
}

/** What is left of 100 per cent for a direct holder that certainly has `own`, where all certainly have `certain` together. */
export function roomFor(own: number, certain: number): number {
  return Math.max(0, 100 - (certain - own));
}

/** What all direct holders of one entity certainly have together, per cent. */
function certainSum(holders: readonly Pick<Holding, 'share' | 'indirect'>[]): number {
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
