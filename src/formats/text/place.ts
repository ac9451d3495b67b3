/** Where something stands in a text; line and column count from 1, columns in UTF-16 units as editors do. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** The place of an offset in a text. Cost O(offset). */
export function placeAt(text: string, offset: number): Place {
  const end = Math.min(offset, text.length);
  let line = 1;
  let start = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) {
    line += 1;
    start = at + 1;
  }
  return { line, column: end - start + 1 };
}

/** "line 12, column 5". */
export function placeText({ line, column }: Place): string {
  return `line ${line}, column ${column}`;
}
