import { boundsOf, isoOf, UNKNOWN_END, type Day, type Interval, type PartialDate, type Together } from '../model';
import { dateText } from './citation';

/** A stretch of days as an answer has it; an end that is missing is open. */
type Stretch = Together['periods'][number];

/**
 * Whether all hops of a route held at once, in words, as finely as its sources say: "all hops held together in some part of
 * 2008–2016, certainly 2009–2015". `dates` are those of the route's relationships: a day of the answer is the first or last of
 * one of them, and is said as that date. Where they are not known a day is taken for the coarsest date that it bounds.
 */
export function togetherText({ answer, periods }: Together, hops: number, dates: readonly Interval[] = []): string {
  const subject = hops === 1 ? 'held' : 'all hops held together';
  if (answer === 'never') return hops === 1 ? 'never held' : 'never all at once';
  const said = saidDates(dates);
  const when = periods.map((stretch) => stretchText(stretch, said, answer)).filter((t) => t !== '');
  if (when.length === 0 && hops === 1) return 'dates not recorded';
  return [...(answer === 'possibly' ? ['possibly'] : []), subject, ...(when.length === 0 ? [] : [when.join(' and ')])].join(' ');
}

/** The dates that records give, coarsest first. */
function saidDates(dates: readonly Interval[]): PartialDate[] {
  return dates
    .flatMap(({ start, end }) => [start, end])
    .filter((d): d is string => d !== undefined && d !== UNKNOWN_END)
    .sort((a, b) => a.length - b.length);
}

/** A day as the date that it comes from, with its side of it. */
interface Bound {
  readonly date: PartialDate;
  readonly side: 'earliest' | 'latest' | 'day';
}

function boundAt(day: string, said: readonly PartialDate[]): Bound {
  const date = [...said, day.slice(0, 4), day.slice(0, 7)].find((d) => isBound(d, 'earliest', day) || isBound(d, 'latest', day)) ?? day;
  return { date, side: date.length === day.length ? 'day' : isBound(date, 'earliest', day) ? 'earliest' : 'latest' };
}

function isBound(date: PartialDate, side: 'earliest' | 'latest', day: string): boolean {
  const bounds = boundsOf(date);
  return bounds !== undefined && isoOf(bounds[side]) === day;
}

function stretchText({ from, to }: Stretch, said: readonly PartialDate[], answer: Together['answer']): string {
  const [first, last] = [from, to].map((day) => (day === undefined ? undefined : boundAt(day, said)));
  if (!first && !last) return '';
  const exact = [first, last].every((b) => b === undefined || b.side === 'day');
  if (exact || answer === 'possibly') return (exact ? '' : first && last ? 'in some part of ' : '') + rangeText(first?.date, last?.date);
  const certain = certainly(first, last);
  return `${loosely(first?.date, last?.date)}${certain === '' ? '' : `, certainly ${certain}`}`;
}

/** Around what is certain: the dates in which it began and ended, whole. */
function loosely(from: PartialDate | undefined, to: PartialDate | undefined): string {
  if (from === undefined) return `until some time in ${dateText(to!)}`;
  return to === undefined ? `since some time in ${dateText(from)}` : `in some part of ${rangeText(from, to)}`;
}

/**
 * What is certain, in whole years, months or days: after the date in which it began, before the one in which it ended.
 * Empty where no whole one is.
 */
function certainly(first: Bound | undefined, last: Bound | undefined): string {
  const from =
    first && (first.side === 'latest' ? beside(first.date, boundsOf(first.date)!.latest + 1) : first.side === 'day' ? first.date : NONE);
  const to =
    last && (last.side === 'earliest' ? beside(last.date, boundsOf(last.date)!.earliest - 1) : last.side === 'day' ? last.date : NONE);
  if (from === NONE || to === NONE) return '';
  if (from !== undefined && to !== undefined && boundsOf(from)!.earliest > boundsOf(to)!.latest) return '';
  return from === undefined ? `until ${dateText(to!)}` : to === undefined ? `from ${dateText(from)}` : rangeText(from, to);
}

const NONE = 'none';

/** The date as coarse as another one in which a day lies. */
function beside(date: PartialDate, day: Day): PartialDate {
  return isoOf(day).slice(0, date.length);
}

/** "2008–2016", "15 Dec 2008 – 2016", "since 2008", "until Mar 2009". */
function rangeText(from: PartialDate | undefined, to: PartialDate | undefined): string {
  if (from === undefined) return `until ${dateText(to!)}`;
  if (to === undefined) return `since ${dateText(from)}`;
  if (from === to) return dateText(from);
  return from.length === 4 && to.length === 4 ? `${from}–${to}` : `${dateText(from)} – ${dateText(to)}`;
}
