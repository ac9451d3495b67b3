import type { Status } from '../model';

/**
 * A sentence in pieces, so that a panel, a page and a Markdown brief set the same words each in its own way:
 * names as links or in bold, footnote numbers raised, statuses as badges.
 */
export type SentencePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'entity'; readonly id: string; readonly name: string }
  /** The verb phrase of a relationship, or what follows the second name: "(2008–2016, disputed)". */
  | { readonly kind: 'relationship'; readonly id: string; readonly text: string; readonly status: Status }
  | { readonly kind: 'footnotes'; readonly of: string; readonly numbers: readonly number[] };

export const text = (words: string): SentencePart => ({ kind: 'text', text: words });

/** Letters that run from right to left, and would take numbers and brackets beside them along. */
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u;

/** The words of a sentence for a picture: as `plainText`, with names that run from right to left kept to themselves. */
export function drawnText(parts: readonly SentencePart[]): string {
  return plainText(parts.map((p) => (p.kind === 'entity' && RIGHT_TO_LEFT.test(p.name) ? { ...p, name: `\u2068${p.name}\u2069` } : p)));
}

/** The words of a sentence alone, without footnote numbers. */
export function plainText(parts: readonly SentencePart[]): string {
  return parts.map((p) => (p.kind === 'entity' ? p.name : p.kind === 'footnotes' ? '' : p.text)).join('');
}
