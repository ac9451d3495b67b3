import { boundsOf, type PartialDate } from '../../model';

/**
 * What a text says of a date. `date` is absent where it is none that exists; `whole` says that nothing was left out, as the time of day is.
 */
export interface DateRead {
  date?: PartialDate;
  whole: boolean;
}

const ISO = /^(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:[T ]\d{2}(?::?\d{2}){0,2}(?:\.\d+)?(?:Z|[+-]\d{2}(?::?\d{2})?)?)?$/;
const PADDED = /^(\d{4})-(\d{2})-00$/;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The date of a text in ISO 8601, with or without a time of day; months or days written 00 are unknown. */
export function isoDateOf(text: string): DateRead {
  const plain = text.trim();
  const padded = PADDED.exec(plain);
  const found = padded ? (padded[2] === '00' ? padded[1]! : `${padded[1]}-${padded[2]}`) : ISO.exec(plain)?.[1];
  return found !== undefined && boundsOf(found) ? { date: found, whole: found === text } : { whole: false };
}

/**
 * The date of a text as registers export it: ISO, "23-MAR-2006", "23 Mar 2006", "Mar 23, 2006".
 * Day and month in figures only are ambiguous and read as none.
 */
export function registerDateOf(text: string): DateRead {
  const iso = isoDateOf(text);
  if (iso.date) return iso;
  const dayFirst = /^(\d{1,2})[- ]([A-Za-z]{3})[a-z]*[- ](\d{4})$/.exec(text.trim());
  if (dayFirst) return ofParts(dayFirst[3]!, dayFirst[2]!, dayFirst[1]!);
  const monthFirst = /^([A-Za-z]{3})[a-z]*\.? (\d{1,2}),? (\d{4})$/.exec(text.trim());
  return monthFirst ? ofParts(monthFirst[3]!, monthFirst[1]!, monthFirst[2]!) : { whole: false };
}

function ofParts(year: string, month: string, day: string): DateRead {
  const index = MONTHS.indexOf(month.toLowerCase());
  const date = `${year}-${String(index + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return index !== -1 && boundsOf(date) ? { date, whole: true } : { whole: false };
}
