import { boundsOf, UNKNOWN_END, type PartialDate } from '../../model';
import { type DateRead, foldWords, isoDateOf } from '../words';
import type { DateOrder } from './mapping';

/** Beginnings of the names of months in English, German, French, Spanish and Russian, as `foldWords` gives them. */
const MONTHS: readonly (readonly string[])[] = [
  ['jan', 'ene', 'янв'], ['feb', 'fev', 'фев'], ['mar', 'marz', 'мар'], ['apr', 'avr', 'abr', 'апр'], ['may', 'mai', 'маи', 'мая'],
  ['jun', 'juin', 'июн'], ['jul', 'juil', 'июл'], ['aug', 'aou', 'ago', 'авг'], ['sep', 'set', 'сен'], ['oct', 'okt', 'окт'],
  ['nov', 'ноя'], ['dec', 'dez', 'dic', 'дек'],
];

/** Years that a bare figure may be. */
const [FIRST_YEAR, LAST_YEAR] = [1000, 2999];
const TIME = String.raw`(?:[T ,]+(\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s?[ap]m)?)(?:Z|[+-]\d{2}:?\d{2})?)?`;
const IN_FIGURES = new RegExp(String.raw`^(\d{1,4})([./-])\s?(\d{1,2})\2\s?(\d{1,4})` + TIME + '$', 'i');
const MONTH_AND_YEAR = /^(\d{1,2})[./-](\d{4})$/;
const YEAR_AND_MONTH = /^(\d{4})[./](\d{1,2})$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const DAY_FIRST = /^(\d{1,2})(?:\.|st|nd|rd|th|er|º)?[\s-]+(?:de\s+)?(\p{L}{3,12})\.?,?[\s-]+(?:de\s+)?(\d{4})(?:\s?(?:г\.?|года))?$/iu;
const MONTH_FIRST = /^(\p{L}{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/iu;
const MONTH_NAMED = /^(\p{L}{3,12})\.?[\s-]+(?:de\s+)?(\d{4})$/iu;

/** Words for an end that has not come. */
const OPEN =
  /^(present|now|today|current|currently|ongoing|to date|heute|aktuell|laufend|actuel|en cours|à ce jour|actual|actualidad|en curso|н\.? ?в\.?|наст\.? ?время|настоящее время|по настоящее время)\.?$/iu;

/** The parts of a date in figures only, where neither is the year: what they say of the order of day and month. */
export function orderIn(text: string): 'DMY' | 'MDY' | 'either' | undefined {
  const found = IN_FIGURES.exec(text.trim());
  if (!found || found[1]!.length > 2) return undefined;
  const [first, second] = [Number(found[1]), Number(found[3])];
  if (first > 12 && first <= 31) return second <= 12 ? 'DMY' : undefined;
  if (second > 12) return second <= 31 ? 'MDY' : undefined;
  return first === second ? undefined : found[2] === '.' ? 'DMY' : 'either';
}

/** The years of a date in figures are two digits. */
export function hasShortYear(text: string): boolean {
  const found = IN_FIGURES.exec(text.trim());
  return found !== null && found[1]!.length <= 2 && found[4]!.length <= 2;
}

/**
 * The date of a cell: ISO, in figures by the order given, with the name of its month in five languages, or a year alone.
 * Two-digit years are those from 1930 to 2029, as Excel has it. `date` is absent where it is none that exists.
 */
export function dateIn(text: string, order: DateOrder): DateRead {
  const plain = text.trim();
  if (plain.length > 40) return { whole: false };
  const iso = isoDateOf(plain);
  if (iso.date !== undefined) return { date: iso.date, whole: iso.whole || /[T ]00:00(:00(\.0+)?)?Z?$/.test(plain) };
  if (/^\d{4}$/.test(plain)) return Number(plain) >= FIRST_YEAR && Number(plain) <= LAST_YEAR ? made(plain) : { whole: false };
  const figures = IN_FIGURES.exec(plain);
  if (figures) return inFigures(figures, order);
  const [monthYear, yearMonth, compact] = [MONTH_AND_YEAR.exec(plain), YEAR_AND_MONTH.exec(plain), COMPACT.exec(plain)];
  if (monthYear) return made(monthYear[2]!, monthYear[1]);
  if (yearMonth) return made(yearMonth[1]!, yearMonth[2]);
  if (compact) return made(compact[1]!, compact[2], compact[3]);
  return inWords(plain);
}

/** Whether a cell says that something goes on, or (`..`) that nobody knows. */
export function openEndIn(text: string): 'open' | typeof UNKNOWN_END | undefined {
  const plain = text.trim();
  return plain === UNKNOWN_END || plain === '?' ? UNKNOWN_END : OPEN.test(plain) ? 'open' : undefined;
}

function inFigures([, a, , b, c, time]: RegExpExecArray, order: DateOrder): DateRead {
  const read =
    a!.length > 2
      ? made(a!, b, c)
      : order === 'YMD' && c!.length <= 2
        ? made(fullYear(a!), b, c)
        : order === 'MDY'
          ? made(fullYear(c!), a, b)
          : made(fullYear(c!), b, a);
  return read.date !== undefined && time !== undefined && !/^0?0:00(:00(\.0+)?)?$/.test(time) ? { date: read.date, whole: false } : read;
}

function inWords(text: string): DateRead {
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) return made(dayFirst[3]!, monthOf(dayFirst[2]!), dayFirst[1]);
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst) return made(monthFirst[3]!, monthOf(monthFirst[1]!), monthFirst[2]);
  const month = MONTH_NAMED.exec(text);
  return month ? made(month[2]!, monthOf(month[1]!)) : { whole: false };
}

function monthOf(name: string): string {
  const word = foldWords(name);
  return String(MONTHS.findIndex((starts) => starts.some((start) => word.startsWith(start))) + 1);
}

function fullYear(digits: string): string {
  if (digits.length !== 2) return digits.padStart(4, '0');
  return Number(digits) < 30 ? `20${digits}` : `19${digits}`;
}

function made(year: string, month?: string, day?: string): DateRead {
  if (Number(month ?? 1) === 0) return { whole: false };
  const date: PartialDate = [year, ...[month, day].flatMap((part) => (part === undefined ? [] : [part.padStart(2, '0')]))].join('-');
  return boundsOf(date) ? { date, whole: true } : { whole: false };
}
