import type { PartialDate } from '../model';
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
