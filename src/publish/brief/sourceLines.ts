import { citationText } from '../../wording';
import type { Footnotes } from '../../wording';
import { markdownLink, markdownText } from './markdownText';

/** The footnotes that the text refers to, in order. */
export function citedNumbers(lines: readonly string[], { list: all }: Footnotes): Footnotes['list'] {
  const cited = new Set([...lines.join('\n').matchAll(/\[\^(\d+)\]/g)].map((m) => Number(m[1])));
  return all.filter(({ number }) => cited.has(number));
}

/** The section of sources, as Markdown footnotes. */
export function sourceLines(cited: Footnotes['list']): string[] {
  const lines = cited.map((note) => {
    const url = note.source?.url;
    return `[^${note.number}]: ${markdownText(citationText(note))}.${url === undefined ? '' : ` ${markdownLink(url)}`}`;
  });
  return lines.length === 0 ? [] : ['## Sources', '', ...lines];
}
