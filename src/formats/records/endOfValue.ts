/**
 * Where the JSON value that begins at `start` ends (exclusive), by its quotes and brackets alone; undefined where the
 * text or a line ends inside it (JSON has no line break in a text), 'too deep' where `deepest` is given and passed.
 * Never recurses. Cost O(value).
 */
export function endOfValue(text: string, start: number): number | undefined;
export function endOfValue(text: string, start: number, deepest: number): number | undefined | 'too deep';
export function endOfValue(text: string, start: number, deepest = Infinity): number | undefined | 'too deep' {
  const first = text[start];
  if (first === '"') return endOfText(text, start);
  if (first !== '{' && first !== '[') return endOfScalar(text, start);
  const mark = /["[\]{}]/g;
  mark.lastIndex = start;
  let depth = 0;
  for (let found = mark.exec(text); found !== null; found = mark.exec(text)) {
    if (found[0] === '"') {
      const end = endOfText(text, found.index);
      if (end === undefined) return undefined;
      mark.lastIndex = end;
      continue;
    }
    depth += found[0] === '{' || found[0] === '[' ? 1 : -1;
    if (depth === 0) return mark.lastIndex;
    if (depth > deepest) return 'too deep';
  }
  return undefined;
}

function endOfText(text: string, start: number): number | undefined {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text[end - 1 - slashes] === '\\') slashes += 1;
    if (slashes % 2 === 0) return text.slice(start, end).includes('\n') ? undefined : end + 1;
  }
  return undefined;
}

function endOfScalar(text: string, start: number): number {
  const mark = /[,\]}\s]/g;
  mark.lastIndex = start;
  const found = mark.exec(text);
  return Math.max(found === null ? text.length : found.index, start + 1);
}
