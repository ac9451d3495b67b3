import type { SentencePart } from '../../wording';

/**
 * Text from a file as Markdown text: characters that could mark anything up are escaped, control characters replaced,
 * line breaks made spaces, and names that run from right to left (or turn the direction) kept to themselves.
 */
export function markdownText(text: string): string {
  const clean = text
    .replace(/\s+/g, ' ')
    .replace(/[\u0000-\u001f\u007f-\u009f\ufffe\uffff]/g, '\ufffd')
    .replace(/[\\`*_{}[\]()#+!|<>~^$&@:-]/g, escapeMark);
  return TURNS.test(clean) ? `\u2068${clean.replace(/[\u202a-\u202e\u2066-\u2069]/g, '')}\u2069` : clean;
}

const TURNS = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u202a-\u202e\u2066-\u2069]/u;

/** Hyphens, colons, brackets and the like are escaped only where Markdown reads something into them. */
function escapeMark(mark: string, at: number, whole: string): string {
  const [before, after] = [whole[at - 1] ?? ' ', whole[at + 1] ?? ' '];
  if (mark === '-' || mark === '+' || mark === '#') return at === 0 ? `\\${mark}` : mark;
  if (mark === ':') return after === '/' ? '\\:' : mark;
  if (mark === '(' || mark === ')') return before === ']' ? `\\${mark}` : mark;
  if (mark === '&') return /[#a-z]/i.test(after) ? '\\&' : mark;
  if (mark === '@') return /\w/.test(before) && /\w/.test(after) ? '\\@' : mark;
  return `\\${mark}`;
}

/** An address as a Markdown autolink; what cannot stand in one is percent-encoded. */
export function markdownLink(url: string): string {
  return `<${url.replace(/[\s<>\\`"{}|^]/g, encodeURIComponent)}>`;
}

/** A sentence in Markdown: names in bold, footnotes as `[^1]`. */
export function markdownSentence(parts: readonly SentencePart[]): string {
  return parts.map((p) => {
    if (p.kind === 'entity') return `**${markdownText(p.name)}**`;
    if (p.kind === 'footnotes') return p.numbers.map((n) => `[^${n}]`).join('');
    return p.kind === 'text' ? p.text : markdownText(p.text);
  }).join('');
}
