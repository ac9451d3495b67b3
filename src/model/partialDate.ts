import { z } from 'zod';

/** A whole day, counted from 1970-01-01 UTC; earlier days are negative. */
export type Day = number;

/** The first and last day that a partial date may stand for, both inclusive. `-Infinity` and `Infinity` are open. */
export interface DayRange {
  readonly earliest: Day;
  readonly latest: Day;
}

const MS_PER_DAY = 86_400_000;
const SHAPE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** The day of a calendar date (month 1–12), or undefined where no such day exists (2003-02-30). */
export function dayOf(year: number, month: number, date: number): Day | undefined {
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, date);
  const exists = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === date;
  return exists ? Math.round(at.getTime() / MS_PER_DAY) : undefined;
}

/** "YYYY-MM-DD" of a finite day. */
export function isoOf(day: Day): string {
  const at = new Date(day * MS_PER_DAY);
  const pad = (n: number, width: number) => String(n).padStart(width, '0');
  return `${pad(at.getUTCFullYear(), 4)}-${pad(at.getUTCMonth() + 1, 2)}-${pad(at.getUTCDate(), 2)}`;
}

/** The calendar year of a finite day. */
export function yearOf(day: Day): number {
  return new Date(day * MS_PER_DAY).getUTCFullYear();
}

/** How many texts are remembered with their bounds: a dataset of millions of relationships has a few thousand dates. */
const REMEMBERED = 10_000;
const known = new Map<string, DayRange | undefined>();

/**
 * The bounds of a partial date: "2008" is the whole year, "2008-12" the month, "2008-12-15" one day.
 * Undefined where the text is no partial date or names a day that does not exist.
 */
export function boundsOf(text: string): DayRange | undefined {
  if (known.has(text)) return known.get(text);
  if (known.size === REMEMBERED) known.clear();
  const bounds = readBounds(text);
  known.set(text, bounds);
  return bounds;
}

function readBounds(text: string): DayRange | undefined {
  const parts = SHAPE.exec(text);
  if (!parts) return undefined;
  const year = Number(parts[1]);
  const month = parts[2] === undefined ? undefined : Number(parts[2]);
  const date = parts[3] === undefined ? undefined : Number(parts[3]);
  const earliest = dayOf(year, month ?? 1, date ?? 1);
  if (earliest === undefined) return undefined;
  if (date !== undefined) return { earliest, latest: earliest };
  const next = month === undefined ? dayOf(year + 1, 1, 1) : month === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, month + 1, 1);
  return { earliest, latest: next! - 1 };
}

export const partialDate = z
  .string()
  .refine((text) => boundsOf(text) !== undefined, { error: 'not a date: write YYYY, YYYY-MM or YYYY-MM-DD, of a day that exists' })
  .meta({
    id: 'PartialDate', description: 'A year, a month or a day: 2008, 2008-12 or 2008-12-15.', pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$',
  });

/** "2008", "2008-12" or "2008-12-15". */
export type PartialDate = z.infer<typeof partialDate>;

/** What stands at the end of an interval whose end nobody knows. */
export const UNKNOWN_END = '..';
