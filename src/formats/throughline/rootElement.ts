/**
 * The name of the first element of a markup text, in lower case: after white space, declarations, comments and
 * the doctype. Undefined where the text begins with anything else. Cost O(text), whatever it holds.
 */
export function rootElement(text: string): string | undefined {
  let at = 0;
  for (;;) {
    while (/\s/.test(text.charAt(at))) at += 1;
    const end = endOfPrologPart(text, at);
    if (end === undefined) break;
    if (end === -1) return undefined;
    at = end;
  }
  return /^<([a-z][a-z0-9]*)(?=[\s>/])/i.exec(text.slice(at, at + 32))?.[1]?.toLowerCase();
}

/** Where a declaration, comment or doctype that begins here ends; -1 if it does not; undefined if none begins here. */
function endOfPrologPart(text: string, at: number): number | undefined {
  for (const [open, close] of [['<!--', '-->'], ['<?', '?>'], ['<!', '>']] as const) {
    if (!text.startsWith(open, at)) continue;
    const end = text.indexOf(close, at + open.length);
    return end === -1 ? -1 : end + close.length;
  }
  return undefined;
}
