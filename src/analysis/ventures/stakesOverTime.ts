import {
  addTo, compareText, heldBetween, intervalBounds, isoOf,
  type Day, type Holding, type IntervalBounds, type Relationship, type ShareBounds, type Steps,
} from '../../model';
import { isDirect, JoinedShare, roomFor, ROUNDING, stakeOf, type Stake } from '../ownership';

/** A day on which the holders of a venture certainly have more than 100 per cent together. */
export interface ShareClash {
  /** ISO day: the first of the stretch. */
  from: string;
  /** The sum of their least shares, per cent. */
  sum: number;
  /** The relationships whose claims clash. */
  relationships: string[];
}

/** A stake with the days between which it began and ended. */
interface DatedStake extends Stake {
  readonly bounds: IntervalBounds;
}

/** The stakes in one venture by holder, holders in order of ids. */
export type StakesByHolder = ReadonlyMap<string, readonly DatedStake[]>;

export function stakesByHolder(records: readonly Relationship[]): StakesByHolder {
  const byHolder = new Map<string, DatedStake[]>();
  for (const record of records) addTo(byHolder, record.from, { ...stakeOf(record), bounds: intervalBounds(record) });
  return new Map([...byHolder].sort(([a], [b]) => compareText(a, b)));
}

/**
 * Who has what of one venture, day by day: on the days on which that may have changed, which are those on which a stake
 * begins or has ended. There are none where nothing is dated. Cost O(holders × days on which each may have held).
 */
export class StakesOverTime {
  private readonly days: readonly Day[];
  /** By day: what all direct holders certainly have together, per cent. */
  private readonly certain: Float64Array;
  private readonly joint = new JoinedShare();

  constructor(private readonly byHolder: StakesByHolder) {
    this.days = daysOf(byHolder);
    this.certain = new Float64Array(this.days.length);
  }

  /** Sums up what is certain on each day. The rest needs it. */
  *sumSteps(): Steps<void> {
    for (const stakes of this.byHolder.values()) {
      this.eachDay(stakes, (day, { rank, min }) => {
        if (isDirect(rank)) this.certain[day]! += min;
      });
      yield;
    }
  }

  /** A partner's share: at most what the others left it on some day on which it may have been one; without dates, all taken together. */
  shareOf({ holder, share, recorded }: Holding): ShareBounds {
    let most = -Infinity;
    this.eachDay(this.byHolder.get(holder)!, (day, { rank, min, max }) => {
      most = Math.max(most, min, Math.min(max, isDirect(rank) ? roomFor(min, this.certain[day]!) : 100));
    });
    const left = most === -Infinity ? share.max : most;
    return { min: recorded.min, max: Math.max(recorded.min, Math.min(recorded.max, left)) };
  }

  /** Sums can only rise on a day on which some stake certainly begins, so only these days are looked at. */
  *clashSteps(): Steps<ShareClash[]> {
    const begins = new Set([...this.byHolder.values()].flatMap((stakes) => stakes.map((s) => s.bounds.start.latest)));
    const clashes: ShareClash[] = [];
    let clashing = '';
    for (const [i, day] of this.days.entries()) {
      if (!begins.has(day)) continue;
      const sum = this.certain[i]!;
      const relationships = sum > 100 + ROUNDING ? this.certainOn(day) : [];
      const key = relationships.join('\n');
      if (relationships.length > 0 && key !== clashing) clashes.push({ from: isoOf(day), sum, relationships });
      clashing = key;
      yield;
    }
    return clashes;
  }

  /** The relationships that give their holders a share for certain on a day, in order of ids. */
  private certainOn(day: Day): string[] {
    const found: string[] = [];
    for (const stakes of this.byHolder.values()) {
      const { rank, min } = this.jointOn(stakes, day);
      if (!isDirect(rank) || min === 0) continue;
      for (const s of stakes) if (!s.record.indirect && heldBetween(s.bounds, day, day) !== 'no') found.push(s.record.id);
    }
    return found.sort(compareText);
  }

  /** Calls `look` with every day on which some of a holder's stakes may have held, and with what they add up to. */
  private eachDay(stakes: readonly DatedStake[], look: (day: number, joint: JoinedShare) => void): void {
    let [first, last] = [Infinity, -Infinity];
    for (const { bounds: { start, end } } of stakes) {
      // Dates that contradict each other turn the bounds round: it then possibly held between them.
      first = Math.min(first, start.earliest, start.latest);
      last = Math.max(last, end.earliest, end.latest);
    }
    for (let day = firstAtOrAfter(this.days, first); day < this.days.length && this.days[day]! <= last; day++) {
      const joint = this.jointOn(stakes, this.days[day]!);
      if (joint.rank !== -1) look(day, joint);
    }
  }

  private jointOn(stakes: readonly DatedStake[], day: Day): JoinedShare {
    this.joint.clear();
    for (const stake of stakes) this.joint.add(stake, heldBetween(stake.bounds, day, day));
    return this.joint;
  }
}

function daysOf(byHolder: StakesByHolder): Day[] {
  const days = new Set<Day>();
  for (const stakes of byHolder.values()) {
    for (const {
      bounds: { start, end },
    } of stakes)
      for (const day of [start.earliest, start.latest, end.earliest + 1, end.latest + 1, end.latest])
        if (Number.isFinite(day)) days.add(day);
  }
  return [...days].sort((a, b) => a - b);
}

/** The place of the first day that is not before another; days ascending. */
function firstAtOrAfter(days: readonly Day[], day: Day): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle]! < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
