/** Characters that no text of Graphviz can hold. */
 
const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g;

/** A name in quotes. Names are compared as they stand, so that what differs stays different. */
export function dotName(id: string): string {
  const escaped = id.replace(/[\\"]/g, '\\$&').replace(/\r/g, '\\r').replace(/\n/g, '\\n');
  return `"${escaped.replace(CONTROL, (c) => `\\x${c.charCodeAt(0).toString(16)}`)}"`;
}

/**
 * A label or tooltip in quotes, from lines of plain text: no escape of Graphviz (\N is the name of the node) and no
 * reference of HTML (&lt;) in it means anything but itself.
 */
export function dotLabel(...lines: readonly string[]): string {
  const inert = (line: string) => line.replace(CONTROL, '\uFFFD').replace(/&/g, '&amp;').replace(/[\\"]/g, '\\$&');
  return `"${lines.map((line) => inert(line).replace(/\r\n?|\n/g, '\\n')).join('\\n')}"`;
}

/** A line of a comment, which cannot end before its end. */
export function dotComment(text: string): string {
  return `// ${text.replace(/[\r\n\u2028\u2029]+/g, ' ').replace(CONTROL, '\uFFFD').replace(/\\$/, '')}`.trimEnd();
}
