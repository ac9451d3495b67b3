/** The marks in which a passage may stand, the usual ones first. */
const MARKS: readonly (readonly [open: string, close: string])[] = [['"', '"'], ['“', '”'], ['«', '»'], ['「', '」'], ['『', '』']];

/** A passage as a line has it, with its page before it: `p. 4 "holds 75 percent"`, in marks that it does not hold itself. */
export function quotedPassage(passage: string, page?: number): string {
  const text = passage.replace(/\s+/g, ' ').trim();
  const [open, close] = MARKS.find(([a, b]) => !text.includes(a) && !text.includes(b)) ?? MARKS[0]!;
  const plain = text.includes(open) ? text.replaceAll(open, '’') : text;
  return `${page === undefined ? '' : `p. ${page} `}${open}${plain}${close}`;
}

/** Whether a passage occurs in a text word for word, whatever its blanks and line breaks, and hyphens at the ends of lines. */
export function occursIn(text: string, passage: string): boolean {
  return folded(text).includes(folded(passage));
}

function folded(text: string): string {
  return text.replace(/(\p{L})-\s*\n\s*(?=\p{Ll})/gu, '$1').replace(/[“”„‟«»]/g, '"').replace(/[‘’]/g, "'").replace(/\s+/g, ' ').trim();
}
