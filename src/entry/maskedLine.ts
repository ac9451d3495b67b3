import { entityTypeIds, entityTypes, type EntityType } from '../model';
import type { Span } from './reading';

const QUOTES: Readonly<Record<string, string>> = { '"': '"', '“': '”', '«': '»', '„': '“”', '‟': '”', '「': '」', '『': '』' };

/** A passage in quotation marks; one that is not closed goes to the end of the line. */
export interface Quote extends Span {
  readonly text: string;
  readonly open: boolean;
}

/** A type in parentheses, "(company)", where it stands. */
interface TypeFound extends Span {
  readonly type: EntityType;
}

/** A line with what is told by its punctuation alone: quotes, names in brackets, types in parentheses, words, the colon. Pure. */
export class MaskedLine {
  readonly quotes: readonly Quote[];
  /** The line with what is no verb and no qualifier blanked, character by character: quotes, and names in brackets. */
  readonly masked: string;

  constructor(readonly text: string) {
    this.quotes = quotesIn(text);
    const brackets = [...text.matchAll(/\[[^\]]*\]/gu)].map((m) => ({ from: m.index, to: m.index + m[0].length }));
    this.masked = [...this.quotes, ...brackets].reduce(blanked, text);
  }

  get length(): number {
    return this.text.length;
  }

  /** The first character from a place on that is no blank and nothing that only parts. */
  skip(at: number): number {
    let next = at;
    while (next < this.length && /[\s,;()]/u.test(this.text[next]!)) next += 1;
    return next;
  }

  /** The words from a place on; a quote or a name in brackets counts as one. */
  wordsFrom(at: number): Span[] {
    return wordsFrom(this.masked, at);
  }

  /** Of a name in brackets what is in them; without the blanks around. */
  bare({ from, to }: Span): string {
    const raw = this.text.slice(from, to).trim().replace(/[,;]+$/, '');
    return (raw.startsWith('[') ? raw.slice(1).replace(/\]$/, '') : raw).replace(/\s+/g, ' ').trim();
  }

  /** A stretch without the blanks around. */
  place({ from, to }: Span): Span {
    const raw = this.text.slice(from, to);
    const start = from + (raw.length - raw.trimStart().length);
    return { from: start, to: Math.max(start, from + raw.trimEnd().length) };
  }

  /** Where the colon of "Name: …" stands, with something between it and `begin`. */
  colon(begin: number): number | undefined {
    const at = /:(?=\s|$|["“«„])/u.exec(this.masked.slice(begin));
    return at && at.index > 0 ? begin + at.index : undefined;
  }

  /** "(company)" at a place, blanks before it. */
  typeAt(at: number): TypeFound | undefined {
    const match = /^\s*\(([^()]{1,30})\)/u.exec(this.masked.slice(at));
    const type = match && typeNamed(match[1]!);
    return match && type ? { from: at + match[0].indexOf('('), to: at + match[0].length, type } : undefined;
  }

  /** "(company)" at the end of a stretch, with something before it. */
  typeBehind({ from, to }: Span): TypeFound | undefined {
    const match = /\(([^()]{1,30})\)\s*$/u.exec(this.masked.slice(from, to));
    const type = match && typeNamed(match[1]!);
    return match && type && match.index > 0
      ? { from: from + match.index, to: from + match.index + match[0].trimEnd().length, type }
      : undefined;
  }
}

/** The words of a text from a place on. */
export function wordsFrom(text: string, at: number): Span[] {
  return [...text.slice(at).matchAll(/\S+/gu)].map((m) => ({ from: at + m.index, to: at + m.index + m[0].length }));
}

function typeNamed(word: string): EntityType | undefined {
  const wanted = word.trim().toLowerCase();
  return entityTypeIds.find((id) => id.toLowerCase() === wanted.replace(/\s+/g, '') || entityTypes[id].label === wanted);
}

function blanked(text: string, { from, to }: Span): string {
  return text.slice(0, from) + '\u0002'.repeat(to - from) + text.slice(to);
}

/** Passages in quotation marks. A quotation mark within a word is none. */
function quotesIn(line: string): Quote[] {
  const found: Quote[] = [];
  let at = 0;
  while (at < line.length) {
    const closing = /(^|[\s,;(:])$/u.test(line.slice(Math.max(0, at - 1), at)) ? QUOTES[line[at]!] : undefined;
    if (closing === undefined || inBrackets(line, at)) {
      at += 1;
      continue;
    }
    const end = [...closing].map((c) => line.indexOf(c, at + 1)).filter((i) => i !== -1).sort((a, b) => a - b)[0];
    const to = end === undefined ? line.length : end + 1;
    found.push({ from: at, to, text: line.slice(at + 1, end ?? line.length), open: end === undefined });
    at = to;
  }
  return found;
}

function inBrackets(line: string, at: number): boolean {
  const open = line.lastIndexOf('[', at);
  return open !== -1 && line.indexOf(']', open) > at;
}
