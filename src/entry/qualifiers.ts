import type { Amount, Interval, Share, Stance } from '../model';
import { dateAt, datesAt } from './dates';
import { amountAt, shareAt, type Found } from './figures';

/** What may stand behind the second name, in any order. */
interface Qualifiers {
  readonly share: Share;
  readonly amount: Amount;
  readonly dates: Interval;
  readonly stance: Stance;
  readonly locator: string;
  readonly indirect: true;
  readonly role: string;
  readonly made: string;
}
type QualifierName = keyof Qualifiers;

/** A qualifier as it was found at a place of a text. */
export type QualifierFound = { readonly [K in QualifierName]: { readonly what: K } & Found<Qualifiers[K]> }[QualifierName];

const END = '(?=[\\s,;()]|$)';
const STANCES: readonly (readonly [RegExp, Stance])[] = [
  [new RegExp(`(?:asserts|asserted)${END}`, 'iuy'), 'asserts'],
  [new RegExp(`(?:alleges|alleged|allegedly|reportedly)${END}`, 'iuy'), 'alleges'],
  [new RegExp(`(?:denies|denied)${END}`, 'iuy'), 'denies'],
  [new RegExp(`(?:questions|questioned|doubts|doubted|doubtful)${END}`, 'iuy'), 'questions'],
];
const NUMBERS = '[\\p{L}]{0,3}\\d[\\p{L}\\d.]*(?:\\s?[-–]\\s?\\d+)?|[ivxlcdm]+';
const LOCATOR = new RegExp(
  `(?:(?:pp?\\.|pages?|note|notes|nn?\\.|fn\\.?|footnote|paras?\\.?|paragraphs?|ch\\.|chapter|sec\\.|section|art\\.|article|annex|`
  + `appendix|table|figure|fig\\.|slide|sheet|row|line|item|exhibit|ex\\.|fol\\.|vol\\.|folio|clause|recital|min\\.)\\s*(?:${NUMBERS})|`
  + `[¶§]+\\s*\\d[\\p{L}\\d.]*(?:\\s?[-–]\\s?\\d+)?|\\d{1,2}:\\d{2}(?::\\d{2})?)${END}`,
  'iuy',
);
const INDIRECT = new RegExp(`(?:indirectly|indirect)${END}`, 'iuy');
const MADE = /(?:said|made)\s+/iuy;
const AS = /as\s+(?=\S)/iuy;

function matched(regex: RegExp, text: string, at: number): string | undefined {
  regex.lastIndex = at;
  return regex.exec(text)?.[0];
}

/** What qualifier stands at a place of a text, which must be the beginning of a word; undefined where none does. */
export function qualifierAt(text: string, at: number): QualifierFound | undefined {
  const share = shareAt(text, at);
  if (share) return { what: 'share', ...share };
  const amount = amountAt(text, at);
  if (amount) return { what: 'amount', ...amount };
  const locator = matched(LOCATOR, text, at);
  if (locator !== undefined) return { what: 'locator', length: locator.length, value: locator.replace(/\s+/g, ' ') };
  const dates = datesAt(text, at);
  if (dates) return { what: 'dates', ...dates };
  for (const [regex, stance] of STANCES) {
    const found = matched(regex, text, at);
    if (found !== undefined) return { what: 'stance', length: found.length, value: stance };
  }
  const indirect = matched(INDIRECT, text, at);
  if (indirect !== undefined) return { what: 'indirect', length: indirect.length, value: true };
  const made = matched(MADE, text, at);
  const on = made === undefined ? undefined : dateAt(text, at + made.length);
  if (made !== undefined && on) return { what: 'made', ...on, length: made.length + on.length };
  return roleAt(text, at);
}

/** "as chief executive": up to where something else begins. */
function roleAt(text: string, at: number): QualifierFound | undefined {
  const as = matched(AS, text, at);
  if (as === undefined) return undefined;
  const from = at + as.length;
  let to = from;
  for (const word of text.slice(from).matchAll(/[^\s,;()"“”«»„‟]+/gu)) {
    const start = from + word.index;
    if (start > to && !/^\s*$/.test(text.slice(to, start))) break;
    if (start > from && (qualifierAt(text, start) || word[0] === '--' || word[0] === '—')) break;
    to = start + word[0].length;
  }
  return to === from ? undefined : { what: 'role', length: to - at, value: text.slice(from, to) };
}
