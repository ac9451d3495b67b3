import { boundsOf, UNKNOWN_END, type Properties, type Share } from '../../model';
import { countryCode } from './countryCode';
import { foldFieldName } from './foldWords';
import { isoDateOf } from './partialDateOf';
import { shareOf } from './shareOf';

/** The fields of a node or edge by their names, with what the reading has not taken yet. */
export type Fields = Map<string, Properties[string]>;

/**
 * What fields with a meaning of their own are called in files of general graph tools, as `foldFieldName` gives them, the likeliest first.
 */
const NAMES = {
  name: ['name', 'full name', 'fullname', 'title', 'caption', 'display name', 'label'],
  start: ['start date', 'startdate', 'start', 'start year', 'begin date', 'begin', 'since', 'valid from'],
  end: ['end date', 'enddate', 'end', 'end year', 'until', 'valid until', 'valid to'],
  share: ['share', 'share percent', 'percentage', 'percent', 'ownership percentage', 'stake', 'shareholding'],
  role: ['role', 'position', 'function'],
  jurisdiction: ['jurisdiction', 'country code', 'country', 'nationality'],
  summary: ['summary'],
} as const satisfies Record<string, readonly string[]>;
type Meaning = keyof typeof NAMES;

const TAKEN: ReadonlySet<string> = new Set(Object.values(NAMES).flat());

/** Whether a field of this name may be read as something else than a property. */
export function hasMeaning(name: string): boolean {
  return TAKEN.has(foldFieldName(name));
}

/** Takes the first field of a meaning whose value `read` understands; what it does not understand stays. */
function take<T>(fields: Fields, meaning: Meaning, read: (text: string) => { value: T; whole: boolean } | undefined): T | undefined {
  for (const name of NAMES[meaning]) {
    for (const [field, raw] of fields) {
      if (foldFieldName(field) !== name || (typeof raw !== 'string' && typeof raw !== 'number')) continue;
      const found = read(String(raw).trim());
      if (found === undefined) continue;
      if (found.whole) fields.delete(field);
      return found.value;
    }
  }
  return undefined;
}

const whole = <T>(value: T | undefined) => (value === undefined ? undefined : { value, whole: true });

/** Whether a text can be a role: it has a letter and is no story. */
export function isRole(text: string): boolean {
  return /\p{Letter}/u.test(text) && text.length <= 200;
}

/** The name among the fields; it must have a letter. */
export const takeName = (fields: Fields) =>
  take(fields, 'name', (text) => (/\p{Letter}/u.test(text) ? { value: text, whole: true } : undefined));
/** The first text among the fields of names in which nothing but blanks stands. */
export const takeBlankName = (fields: Fields) => take(fields, 'name', (text) => whole(text === '' ? ' ' : undefined));
export const takeRole = (fields: Fields) => take(fields, 'role', (text) => whole(isRole(text) ? text : undefined));
export const takeSummary = (fields: Fields) => take(fields, 'summary', (text) => whole(text || undefined));
export const takeShare = (fields: Fields): Share | undefined => take(fields, 'share', (text) => whole(shareOf(text)));

/** A country by its code; a code that the model takes is taken whole, of any other spelling the field stays too. */
export function takeJurisdiction(fields: Fields): string | undefined {
  return take(fields, 'jurisdiction', (text) => {
    const code = countryCode(text);
    return code === undefined ? undefined : { value: code, whole: code === text };
  });
}

/** A start or end; an end may be "..", which says that nobody knows. Where the file has a time of day, the field stays too. */
function takeDate(fields: Fields, meaning: 'start' | 'end'): string | undefined {
  return take(fields, meaning, (text) => {
    if (meaning === 'end' && text === UNKNOWN_END) return { value: UNKNOWN_END, whole: true };
    const { date, whole } = isoDateOf(text);
    return date === undefined ? undefined : { value: date, whole };
  });
}

/**
 * The dates of a record from its interval, as far as the format has one, and from its fields. A field that is less
 * precise than the interval and begins (ends) on the same day is what was meant: a year has no first of January of its own.
 */
export function takeDates(fields: Fields, start: string | undefined, end: string | undefined): { start?: string; end?: string } {
  const from = preciser(fields, 'start', start);
  const until = preciser(fields, 'end', end);
  return { ...(from === undefined ? {} : { start: from }), ...(until === undefined ? {} : { end: until }) };
}

function preciser(fields: Fields, meaning: 'start' | 'end', day: string | undefined): string | undefined {
  if (day === undefined) return takeDate(fields, meaning);
  const before = new Map(fields);
  const told = takeDate(fields, meaning);
  if (told === undefined || told === UNKNOWN_END) return day;
  const edge = meaning === 'start' ? 'earliest' : 'latest';
  if (boundsOf(told)![edge] === boundsOf(day)![edge]) return told;
  // The field says otherwise: it is kept as it stands.
  fields.clear();
  for (const [name, value] of before) fields.set(name, value);
  return day;
}
