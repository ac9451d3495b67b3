import { wellFormed } from '../text';

/** What the tokens of a GML text are told to; lines count from 1. */
export interface GmlListener {
  open(line: number): void;
  close(line: number): void;
  /** A key, a number, or whatever else stands there without quotes. */
  word(text: string, line: number): void;
  /** What stood in quotes, as it stands. */
  quoted(text: string, line: number): void;
  /** A quote that is not closed within `LONGEST_TEXT`; the text was taken to end with its line. */
  unclosed(line: number): void;
}

/** The longest text in quotes that is read, in characters (8 Mi). */
export const LONGEST_TEXT = 8 * 1024 * 1024;

/** A longer run of signs without quotes and blanks is cut into words of this length. */
const LONGEST_WORD = 65_536;

const OPEN = 0x5b;
const CLOSE = 0x5d;
const QUOTE = 0x22;
const HASH = 0x23;
const NEWLINE = 0x0a;

/** A colour without quotes, as some tools write it; a comment otherwise. */
const COLOUR = /^#[0-9a-fA-F]{3,8}(?=[\s\]])/;

/**
 * Cuts a GML text that comes in pieces into tokens. Texts in quotes may have line breaks and have no escapes (Himsolt
 * writes quotes in them as character references); a quote that is followed by neither a blank nor a bracket though
 * its text has a line break ends another text than it began, so that the first was never closed. "#" begins a comment
 * that ends with the line, as NetworkX writes them. Never throws. Cost O(text), holds a token at most.
 */
export class GmlTokens {
  #held = '';
  #line = 1;
  #atLineStart = true;

  constructor(readonly listener: GmlListener) {}

  push(piece: string): void {
    this.#held = this.#held === '' ? piece : this.#held + piece;
    this.#held = this.#held.slice(this.#scan(this.#held, false));
  }

  end(): void {
    this.#scan(this.#held, true);
    this.#held = '';
  }

  /** Gives where the first token begins that is not whole yet. */
  #scan(text: string, final: boolean): number {
    let at = 0;
    for (;;) {
      at = this.#skipBlanks(text, at);
      if (at >= text.length) return at;
      const next = this.#token(text, at, final);
      if (next === undefined) return at;
      this.#atLineStart = false;
      at = next;
    }
  }

  #skipBlanks(text: string, start: number): number {
    let at = start;
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code > 0x20 && code !== 0xfeff && code !== 0xa0) return at;
      if (code !== NEWLINE) continue;
      this.#line += 1;
      this.#atLineStart = true;
    }
    return at;
  }

  /** Tells the token that begins here and gives where it ends; undefined where its end may be yet to come. */
  #token(text: string, at: number, final: boolean): number | undefined {
    switch (text.charCodeAt(at)) {
      case OPEN:
        this.listener.open(this.#line);
        return at + 1;
      case CLOSE:
        this.listener.close(this.#line);
        return at + 1;
      case QUOTE:
        return this.#quoted(text, at, final);
      case HASH:
        if (text.length - at < 12 && !final) return undefined;
        return this.#atLineStart || !COLOUR.test(text.slice(at, at + 12)) ? this.#comment(text, at, final) : this.#word(text, at, final);
      default:
        return this.#word(text, at, final);
    }
  }

  #comment(text: string, at: number, final: boolean): number | undefined {
    const end = text.indexOf('\n', at);
    if (end !== -1) return end;
    return final || text.length - at > LONGEST_TEXT ? text.length : undefined;
  }

  #word(text: string, start: number, final: boolean): number | undefined {
    let at = start + 1;
    for (const most = Math.min(text.length, start + LONGEST_WORD); at < most; at += 1) {
      const code = text.charCodeAt(at);
      if (code <= 0x20 || code === OPEN || code === CLOSE || code === QUOTE) break;
    }
    if (at === text.length && !final && at - start < LONGEST_WORD) return undefined;
    const word = text.slice(start, at);
    this.listener.word(word.length < LONGEST_WORD ? word : wellFormed(word), this.#line);
    return at;
  }

  #quoted(text: string, start: number, final: boolean): number | undefined {
    const end = text.indexOf('"', start + 1);
    if (end === -1 || end - start > LONGEST_TEXT)
      return final || text.length - start > LONGEST_TEXT ? this.#unclosed(text, start) : undefined;
    if (end + 1 === text.length && !final) return undefined;
    const inside = text.slice(start + 1, end);
    const breaks = newlinesIn(inside);
    if (breaks > 0 && end + 1 < text.length && !/[\s\]]/.test(text[end + 1]!)) return this.#unclosed(text, start);
    this.listener.quoted(inside, this.#line);
    this.#line += breaks;
    return end + 1;
  }

  #unclosed(text: string, start: number): number {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    this.listener.unclosed(this.#line);
    this.listener.quoted(wellFormed(text.slice(start + 1, Math.min(end, start + 1 + LONGEST_TEXT)).trimEnd()), this.#line);
    return end;
  }
}

function newlinesIn(text: string): number {
  let n = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) n += 1;
  return n;
}
