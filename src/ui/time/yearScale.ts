import { boundsOf, periodBounds, yearOf, type Period } from '../../model';
import type { YearCount } from '../../store';

/** Two years, both inclusive, in order. */
export interface YearSpan {
  first: number;
  last: number;
}

/** The years of a histogram, or undefined where it has none. */
export function spanOf(counts: readonly YearCount[]): YearSpan | undefined {
  const first = counts[0]?.year;
  const last = counts.at(-1)?.year;
  return first === undefined || last === undefined ? undefined : { first, last };
}

/** The year at a fraction of the way (0–1) across a span. */
export function yearAt({ first, last }: YearSpan, fraction: number): number {
  const years = last - first + 1;
  return first + Math.min(years - 1, Math.max(0, Math.floor(fraction * years)));
}

/** How far across a span (0–1) a year begins; years outside lie at its ends. */
export function startOf({ first, last }: YearSpan, year: number): number {
  return Math.min(1, Math.max(0, (year - first) / (last - first + 1)));
}

/** The calendar years that a period touches. */
export function yearsOf(period: Period): YearSpan {
  const { earliest, latest } = periodBounds(period);
  return { first: yearOf(earliest), last: yearOf(latest) };
}

/** The period that two years make, in whichever order. */
export function periodOf(a: number, b: number): Period {
  const pad = (year: number) => String(year).padStart(4, '0');
  return { from: pad(Math.min(a, b)), to: pad(Math.max(a, b)) };
}

/** Round years to write under a span: at most about ten of them. */
export function ticksOf({ first, last }: YearSpan): number[] {
  const step = [1, 2, 5, 10, 20, 50, 100].find((s) => (last - first + 1) / s <= 10) ?? 500;
  const ticks: number[] = [];
  for (let year = Math.ceil(first / step) * step; year <= last; year += step) ticks.push(year);
  return ticks;
}

/**
 * Reads what a person types as a time: "2008", "2008-12", "2008-12-15", or two of them joined by "–", "..", "/" or " to ".
 * Undefined where it is neither, or ends before it begins.
 */
export function readPeriod(text: string): Period | undefined {
  const ends = text.trim().split(/\s*(?:–|—|\.\.|\/|\bto\b|\s-\s|(?<=^\d{4})-(?=\d{4}$))\s*/);
  const [from, to = from] = ends;
  const [begins, finishes] = [from && boundsOf(from), to && boundsOf(to)];
  if (ends.length > 2 || !from || !to || !begins || !finishes) return undefined;
  return begins.earliest <= finishes.latest ? { from, to } : undefined;
}

/** "2009", "2008–2016", "2008-12 – 2009-03". */
export function periodText({ from, to }: Period): string {
  if (from === to) return from;
  return from.length === 4 && to.length === 4 ? `${from}–${to}` : `${from} – ${to}`;
}
