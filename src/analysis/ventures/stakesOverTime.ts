import { compareText, groupedBy, heldBetween, intervalBounds, isoOf, type Day, type Holding, type IntervalBounds, type Relationship, type ShareBounds, type Steps } from '../../model';
import { countedStakes, joinedShare, narrowedShare, ROUNDING, type Stake } from '../ownership';

/** A day on which the holders of a venture certainly have more than 100 per cent together. */
export interface ShareClash {
  /** ISO day: the first of the stretch. */
  from: string;
  /** The sum of their least shares, per cent. */
  sum: number;
  /** The relationships whose claims clash. */
  relationships: string[];
}

/** A relationship with the days between which it began and ended. */
interface DatedStake {
  readonly record: Relationship;
  readonly bounds: IntervalBounds;
}

/**
 * Who has what of one venture, day by day: on the days on which that may have changed, which are those on which a stake
 * begins or has ended. There are none where nothing is dated. Cost O(holders × days on which each may have held).
 */
export class StakesOverTime {
  private readonly byHolder: Map<string, DatedStake[]>;
  private readonly days: readonly Day[];
  /** By day: what all direct holders certainly have together, per cent. */
  private readonly certain: Float64Array;

  constructor(stakes: readonly Relationship[]) {
    const dated = stakes.map((record): DatedStake => ({ record, bounds: intervalBounds(record) }));
    this.byHolder = new Map([...groupedBy(dated, (s) => s.record.from)].sort(([a], [b]) => compareText(a, b)));
    const days = dated.flatMap(({ bounds: { start, end } }) => [start.earliest, start.latest, end.earliest + 1, end.latest + 1, end.latest]);
    this.days = [...new Set(days.filter(Number.isFinite))].sort((a, b) => a - b);
    this.certain = new Float64Array(this.days.length);
  }

  recordsOf(holder: string): Relationship[] {
    return this.byHolder.get(holder)!.map((s) => s.record);
  }

  /** Sums up what is certain on each day. The rest needs it. */
  *sumSteps(): Steps<void> {
    for (const stakes of this.byHolder.values()) {
      this.eachDay(stakes, (day, then) => {
        const counted = countedStakes(then);
        if (!counted[0]!.record.indirect) this.certain[day]! += joinedShare(counted).min;
      });
      yield;
    }
  }

  /** A partner's share: at most what the others left it on some day on which it may have been one; without dates, all taken together. */
  shareOf({ holder, share, recorded }: Holding): { share: ShareBounds; recorded: ShareBounds } {
    let most = -Infinity;
    this.eachDay(this.byHolder.get(holder)!, (day, then) => {
      const counted = countedStakes(then);
      const indirect = counted[0]!.record.indirect === true;
      most = Math.max(most, narrowedShare({ share: joinedShare(counted), indirect }, this.certain[day]!).max);
    });
    const left = most === -Infinity ? share.max : most;
    return { share: { min: recorded.min, max: Math.max(recorded.min, Math.min(recorded.max, left)) }, recorded };
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
    const counted = [...this.byHolder.values()].map((stakes) => countedStakes(heldOn(stakes, day)));
    return counted.filter((c) => c.length > 0 && !c[0]!.record.indirect && joinedShare(c).min > 0).flatMap((c) => c.map((s) => s.record.id)).sort(compareText);
  }

  /** Calls `look` with every day on which some of a holder's stakes may have held, and with those stakes. */
  private eachDay(stakes: readonly DatedStake[], look: (day: number, then: readonly Stake[]) => void): void {
    // Dates that contradict each other turn the bounds round: it then possibly held between them.
    const first = Math.min(...stakes.map(({ bounds: { start } }) => Math.min(start.earliest, start.latest)));
    const last = Math.max(...stakes.map(({ bounds: { end } }) => Math.max(end.earliest, end.latest)));
    for (let day = firstAtOrAfter(this.days, first); day < this.days.length && this.days[day]! <= last; day++) {
      const then = heldOn(stakes, this.days[day]!);
      if (then.length > 0) look(day, then);
    }
  }
}

function heldOn(stakes: readonly DatedStake[], day: Day): Stake[] {
  const then: Stake[] = [];
  for (const { record, bounds } of stakes) {
    const held = heldBetween(bounds, day, day);
    if (held !== 'no') then.push({ record, certain: held === 'yes' });
  }
  return then;
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
