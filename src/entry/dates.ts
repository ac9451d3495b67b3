import { boundsOf, UNKNOWN_END, type Interval } from '../model';
import type { Found } from './figures';

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const MONTH = `(?:${MONTHS.map((m) => `${m.slice(0, 3)}(?:${m.slice(3)}|\\.)?`).join('|')}|sept\\.?)`;
const YEAR = '(?:1[0-9]|20|21)\\d{2}';
/** As partial as the source has it: 2008, 2008-12, 2008-12-15, December 2008, 15 December 2008, December 15, 2008. */
const DATE = `${YEAR}-\\d{2}-\\d{2}|${YEAR}-\\d{2}(?!\\d)|(?:\\d{1,2}\\s+)?${MONTH}\\s+${YEAR}|${MONTH}\\s+\\d{1,2},\\s*${YEAR}|${YEAR}`;
const END = '(?=[\\s,;()]|$)';
const pattern = (source: string) => new RegExp(`${source}${END}`, 'iuy');

const PATTERNS: readonly (readonly [RegExp, (parts: readonly (string | undefined)[]) => Interval])[] = [
  [pattern(`(?:from\\s+)?(${DATE})\\s*\\.\\.\\s*\\?`), ([start]) => ({ start, end: UNKNOWN_END })],
  [pattern(`(?:from\\s+)?(${DATE})\\s*(?:\\.\\.|–|—|\\s-\\s|\\s(?:to|until|till)\\s)\\s*(${DATE})`), ([start, end]) => ({ start, end })],
  [pattern(`(${YEAR})-(${YEAR})`), ([start, end]) => ({ start, end })],
  [pattern(`(?:(?:since|from)\\s+)?(${DATE})\\s*\\.\\.`), ([start]) => ({ start })],
  [pattern(`(?:(?:until|till|to|by)\\s+|\\.\\.\\s*)(${DATE})`), ([end]) => ({ end })],
  [pattern(`(?:in|on)\\s+(${DATE})`), ([date]) => ({ start: date, end: date })],
  [pattern(`(?:(?:since|from)\\s+)?(${DATE})`), ([start]) => ({ start })],
];

/**
 * Dates at a place: "2008-12..2015", "since 2008", "until March 2011", "in 2009" (began and ended then), "2008..?" (nobody knows the end).
 * A single date is a start.
 */
export function datesAt(text: string, at: number): Found<Interval> | undefined {
  for (const [regex, make] of PATTERNS) {
    regex.lastIndex = at;
    const match = regex.exec(text);
    if (!match) continue;
    const made = make(match.slice(1));
    const typed = [made.start, made.end].filter((d) => d !== undefined && d !== UNKNOWN_END);
    const read = typed.map((d) => partialOf(d!));
    if (read.some((d) => d === undefined)) return { length: match[0].length, doubt: 'There is no such day.' };
    const of = (d: string | undefined) => (d === undefined ? undefined : d === UNKNOWN_END ? UNKNOWN_END : partialOf(d)!);
    const [start, end] = [of(made.start), of(made.end)];
    return { length: match[0].length, value: { ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }) } };
  }
  return undefined;
}

const ONE = pattern(`(${DATE})`);

/** One date at a place, as a partial date. */
export function dateAt(text: string, at: number): Found<string> | undefined {
  ONE.lastIndex = at;
  const match = ONE.exec(text);
  if (!match) return undefined;
  const value = partialOf(match[1]!);
  return value === undefined ? { length: match[0].length, doubt: 'There is no such day.' } : { length: match[0].length, value };
}

/** A date as it is typed as a partial date; undefined where there is no such day. */
export function partialOf(typed: string): string | undefined {
  const iso = /^\d{4}(-\d{2}(-\d{2})?)?$/.test(typed) ? typed : spelled(typed);
  return iso !== undefined && boundsOf(iso) ? iso : undefined;
}

function spelled(typed: string): string | undefined {
  const words = typed.toLowerCase().replace(/[.,]/g, ' ').trim().split(/\s+/);
  const month = words.findIndex((w) => MONTHS.some((m) => m.startsWith(w.slice(0, 3))) && /^[a-z]/.test(w));
  if (month === -1) return undefined;
  const number = MONTHS.findIndex((m) => m.startsWith(words[month]!.slice(0, 3))) + 1;
  const year = words.at(-1)!;
  const day = words.length === 3 ? words[month === 0 ? 1 : 0] : undefined;
  const two = (n: string | number) => String(n).padStart(2, '0');
  return `${year}-${two(number)}${day === undefined ? '' : `-${two(day)}`}`;
}
