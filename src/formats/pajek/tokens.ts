import { decodeHTMLStrict } from 'entities/decode';

/** A token of a line: a word, a text in quotes, or times in brackets. */
export interface Token {
  readonly kind: 'word' | 'quoted' | 'times';
  readonly text: string;
}

const WORD = /[^\s"[]\S*/y;

/**
 * The tokens of a line of Pajek. A quote closes where a blank or the end of the line follows it, so that quotes inside a
 * label are part of it (two in a row are one of them); one that does not close ends with the line. References of HTML (&#269;), which Pajek
 * writes for letters beyond its code page, stand for their characters in labels.
 */
export function tokensOf(line: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < line.length; ) {
    const first = line[at]!;
    if (/\s/.test(first)) at += 1;
    else if (first === '"') {
      const end = closingQuote(line, at);
      tokens.push({ kind: 'quoted', text: decoded(line.slice(at + 1, end).replaceAll('""', '"')) });
      at = end + 1;
    } else if (first === '[') {
      const found = line.indexOf(']', at);
      const end = found === -1 ? line.length : found;
      tokens.push({ kind: 'times', text: line.slice(at + 1, end).trim() });
      at = end + 1;
    } else {
      WORD.lastIndex = at;
      const text = WORD.exec(line)![0];
      tokens.push({ kind: 'word', text });
      at += text.length;
    }
  }
  return tokens;
}

function closingQuote(line: string, start: number): number {
  for (let at = line.indexOf('"', start + 1); at !== -1; at = line.indexOf('"', at + 1)) {
    if (line[at + 1] === '"' && at > start + 1) at += 1;
    else if (at + 1 === line.length || /\s/.test(line[at + 1]!)) return at;
  }
  const last = line.lastIndexOf('"');
  return last > start ? last : line.length;
}

function decoded(text: string): string {
  return (text.includes('&') ? decodeHTMLStrict(text) : text).trim();
}
