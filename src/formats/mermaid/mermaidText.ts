/** Letters of any script, figures, and the marks that mean nothing to Mermaid, to Markdown or to HTML. */
const PLAIN = /[^\p{Letter}\p{Mark}\p{Number} .,()/’“”–—€£%…·¶§-]/gu;

/**
 * Lines of plain text as one text in quotes. Every sign that could be syntax, markup, Markdown or a directive stands as its
 * entity code (#35; for #), so that no text gets out of its quotes or becomes more than text; a list or heading at its
 * start is none.
 */
export function mermaidText(...lines: readonly string[]): string {
  return `"${lines.flatMap((line) => line.split(/\r\n?|\n/)).map(oneLine).join('<br/>')}"`;
}

function oneLine(text: string): string {
  const plain = text.trim().replace(PLAIN, codeOf).replace(/%(?=[%{])|(?<=%)%/g, codeOf);
  return plain.replace(/^[-–—]/, codeOf).replace(/^(\d+)([.)])/, (_, figures: string, mark: string) => figures + codeOf(mark));
}

function codeOf(sign: string): string {
  const code = sign.codePointAt(0)!;
  return code < 32 || (code >= 0x7f && code < 0xa0) || (code >= 0xd800 && code < 0xe000) ? ' ' : `#${code};`;
}

/** A comment on a line of its own; what could be taken for a directive is left out of it. */
export function mermaidComment(text: string): string {
  return `%% ${text.replace(/[\s\u0085\u2028\u2029]+/g, ' ').replace(/[{}%<>`]/g, '')}`.trimEnd();
}
