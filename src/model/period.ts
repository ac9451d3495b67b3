import { z } from 'zod';
import { boundsOf, partialDate, UNKNOWN_END, type Day, type DayRange, type PartialDate } from './partialDate';

/** When something held: partial dates; no end means not known to have ended, ".." that nobody knows whether it has. */
export interface Interval {
  readonly start?: PartialDate | undefined;
  readonly end?: PartialDate | typeof UNKNOWN_END | undefined;
}

/** A stretch of time that is asked about. Both ends are partial dates and belong to it; an as-of date is a period whose ends are equal. */
export const period = z
  .strictObject({ from: partialDate, to: partialDate })
  // Of an end that is no date its own issue tells.
  .refine(({ from, to }) => (boundsOf(from)?.earliest ?? -Infinity) <= (boundsOf(to)?.latest ?? Infinity), {
    error: 'the period ends before it begins',
  });
/** A stretch of time that is asked about; both ends, which are partial dates, belong to it. */
export type Period = z.infer<typeof period>;

/** The days between which an interval's start and end may lie. */
export interface IntervalBounds {
  readonly start: DayRange;
  readonly end: DayRange;
}

/** "Held in 2009" has three answers. */
export type Held = 'yes' | 'no' | 'possibly';

/**
 * What is made of a start that nobody recorded: it may lie anywhere (`possible`),
 * or what is recorded without one is taken to have held all along (`held`).
 */
export const undatedRules = ['possible', 'held'] as const;
export type Undated = (typeof undatedRules)[number];

const ANY_DAY: DayRange = { earliest: -Infinity, latest: Infinity };
const BEFORE_ALL: DayRange = { earliest: -Infinity, latest: -Infinity };
const NOT_ENDED: DayRange = { earliest: Infinity, latest: Infinity };

/**
 * The bounds of an interval. An unknown start may lie anywhere up to the end, or before everything where what is undated
 * counts as held; an absent end is never (not known to have ended); ".." may lie anywhere from the start on.
 */
export function intervalBounds({ start, end }: Interval, undated?: Undated): IntervalBounds {
  return boundsBetween(
    start === undefined ? undefined : (boundsOf(start) ?? ANY_DAY),
    end === undefined ? undefined : (end !== UNKNOWN_END && boundsOf(end)) || ANY_DAY, undated,
  );
}

/**
 * The same of the days that start and end may lie between; absent where there is no date.
 * Each side is tightened by the rule that nothing ends before it starts.
 */
export function boundsBetween(start: DayRange | undefined, end: DayRange | undefined, undated: Undated = 'possible'): IntervalBounds {
  const from = start ?? (undated === 'held' ? BEFORE_ALL : ANY_DAY);
  const to = end ?? NOT_ENDED;
  return {
    start: { earliest: from.earliest, latest: Math.min(from.latest, to.latest) },
    end: { earliest: Math.max(to.earliest, from.earliest), latest: to.latest },
  };
}

/** The first and last day of a period. */
export function periodBounds({ from, to }: Period): DayRange {
  return { earliest: boundsOf(from)!.earliest, latest: boundsOf(to)!.latest };
}

/**
 * Whether something held on at least one day from `first` to `last`: yes if it did whichever way its partial
 * dates are read, no if it did in none of them, possibly otherwise. Dates that contradict each other (an end
 * before the start) make nothing certain: it possibly held on the days between them.
 */
export function heldBetween({ start, end }: IntervalBounds, first: Day, last: Day): Held {
  if (start.latest <= last && end.earliest >= first) return start.earliest <= end.latest ? 'yes' : 'possibly';
  return start.earliest <= last && end.latest >= first ? 'possibly' : 'no';
}

/** Whether an interval has at least one day in a period. */
export function heldIn(interval: Interval, asked: Period, undated?: Undated): Held {
  const { earliest, latest } = periodBounds(asked);
  return heldBetween(intervalBounds(interval, undated), earliest, latest);
}

/**
 * Whether the answer for a period hangs on a start that nobody recorded:
 * the interval held then if what is undated counts as held, else possibly.
 */
export function hangsOnStart(interval: Interval, asked: Period): boolean {
  return interval.start === undefined && heldIn(interval, asked) === 'possibly' && heldIn(interval, asked, 'held') === 'yes';
}

/** Whether two intervals may have held on one day, whichever way their partial dates are read: dates that meet in a day do. */
export function mayMeet(a: Interval, b: Interval): boolean {
  return boundsMayMeet(intervalBounds(a), intervalBounds(b));
}

/** The same of their bounds. */
function boundsMayMeet(a: IntervalBounds, b: IntervalBounds): boolean {
  return heldBetween(a, b.start.earliest, b.end.latest) !== 'no';
}

/** Whether some of these intervals may have held on one day with some of the others, such as the stakes of two parties in one venture. */
export function someMayMeet(these: readonly IntervalBounds[], others: readonly IntervalBounds[]): boolean {
  return these.some((a) => others.some((b) => boundsMayMeet(a, b)));
}

/** Why something certainly was not there in a period: it had ended, or had not begun. Undefined where it was, or may have been. */
export function absenceIn(interval: Interval, asked: Period, undated?: Undated): 'ended' | 'notBegun' | undefined {
  if (heldIn(interval, asked, undated) !== 'no') return undefined;
  return intervalBounds(interval, undated).end.latest < periodBounds(asked).earliest ? 'ended' : 'notBegun';
}

/**
 * The same of a tie with the lives of its two ends: what certainly did not exist in the period takes its ties with it. An end
 * that is not known took nothing.
 */
export function tieAbsence(
  tie: Interval, ends: readonly (Interval | undefined)[], asked: Period, undated?: Undated,
): 'ended' | 'notBegun' | undefined {
  return absenceIn(tie, asked, undated) ?? ends.map((end) => end && absenceIn(end, asked)).find((absence) => absence !== undefined);
}
