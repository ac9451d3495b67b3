import type { Status } from '../../model';
import type { SentencePart } from '../../wording';
import { escapeXml } from '../svg';
import type { PageIds } from './pageIds';

/** A name that keeps its own direction. */
export function bdi(name: string): string {
  return `<bdi>${escapeXml(name)}</bdi>`;
}

/** A status as a small badge drawn like the line that it describes. */
export function badge(status: Status): string {
  return `<span class="badge ${status}">${status}</span>`;
}

/** Footnote numbers, raised, each leading to its source. */
export function noteLinks(numbers: readonly number[], ids: PageIds): string {
  return numbers.length === 0 ? '' : `<sup>${numbers.map((n) => `<a href="#${ids.note(n)}">${n}</a>`).join(' ')}</sup>`;
}

/** A sentence: names lead to their entities, verb phrases to the claims behind them. */
export function sentenceHtml(parts: readonly SentencePart[], ids: PageIds): string {
  return parts.map((p) => {
    if (p.kind === 'text') return escapeXml(p.text);
    if (p.kind === 'footnotes') return noteLinks(p.numbers, ids);
    const words = p.kind === 'entity' ? `<b>${bdi(p.name)}</b>` : escapeXml(p.text);
    const to = ids.evidence({ kind: p.kind, id: p.id });
    return to === undefined ? words : `<a href="#${to}">${words}</a>`;
  }).join('');
}
