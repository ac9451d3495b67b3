import { boundsOf, isoOf, type PartialDate } from '../model';
import type { Footnote } from './footnotes';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "2019", "Jul 2019" or "22 Jul 2019". */
export function dateText(date: PartialDate): string {
  const [year, month, day] = date.split('-');
  const named = month === undefined ? undefined : MONTHS[Number(month) - 1];
  return [day === undefined ? undefined : String(Number(day)), named, year].filter((p) => p !== undefined).join(' ');
}

/** A citation in words, without its address: Asia Times, “Title” (A. Author), Jul 2019, ¶4. */
export function citationText({ source, sourceId, locator }: Footnote): string {
  if (!source) return [`Source “${sourceId}”, which is not part of this dataset`, ...(locator === undefined ? [] : [locator])].join(', ');
  const parts = [source.publisher, `“${source.title}”${source.author === undefined ? '' : ` (${source.author})`}`];
  if (source.published !== undefined) parts.push(dateText(source.published));
  if (locator !== undefined) parts.push(locator);
  return parts.join(', ');
}

/**
 * A stretch of ISO days in the fewest words: whole years as years, whole months as months. "2008 – 2016", "2008 – 15 Mar 2009",
 * "since 2008", "until Mar 2009", "at any time".
 */
export function daysText({ from, to }: { from?: string | undefined; to?: string | undefined }): string {
  const whole = from !== undefined && to !== undefined ? [from.slice(0, 4), from.slice(0, 7)].find((c) => isBound(c, 'earliest', from) && isBound(c, 'latest', to)) : undefined;
  if (whole !== undefined) return dateText(whole);
  const start = from === undefined ? undefined : dateText(coarsest(from, 'earliest'));
  const end = to === undefined ? undefined : dateText(coarsest(to, 'latest'));
  if (start === undefined) return end === undefined ? 'at any time' : `until ${end}`;
  if (end === undefined) return `since ${start}`;
  return start === end ? start : `${start} – ${end}`;
}

/** The coarsest partial date whose first (or last) day is this one. */
function coarsest(day: string, side: 'earliest' | 'latest'): PartialDate {
  return [day.slice(0, 4), day.slice(0, 7)].find((c) => isBound(c, side, day)) ?? day;
}

function isBound(date: PartialDate, side: 'earliest' | 'latest', day: string): boolean {
  const bounds = boundsOf(date);
  return bounds !== undefined && isoOf(bounds[side]) === day;
}
