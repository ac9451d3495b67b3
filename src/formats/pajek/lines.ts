import { wellFormed } from '../text';

/** A line without its break, and its number from 1. */
export interface Line {
  readonly text: string;
  readonly number: number;
  /** The line is longer than `LONGEST_LINE`; the rest of it was left out. */
  readonly cut: boolean;
}

/** The longest line that is read, in characters (1 Mi). */
export const LONGEST_LINE = 1024 * 1024;

/** The lines of a text that comes in pieces: ended by LF, CR LF or CR. The same however it is cut; holds a line at most. */
export class Lines {
  #held = '';
  #number = 0;

  *push(piece: string): Generator<Line> {
    this.#held += piece;
    let from = 0;
    const breaks = /\r\n?|\n/g;
    for (let found = breaks.exec(this.#held); found !== null; found = breaks.exec(this.#held)) {
      if (found[0] === '\r' && breaks.lastIndex === this.#held.length) break;
      yield this.#line(this.#held.slice(from, found.index));
      from = breaks.lastIndex;
    }
    this.#held = this.#held.slice(from);
    if (this.#held.length > LONGEST_LINE + 2) this.#held = this.#held.slice(0, LONGEST_LINE + 1);
  }

  *end(): Generator<Line> {
    const text = this.#held.replace(/\r$/, '');
    this.#held = '';
    if (text !== '') yield this.#line(text);
  }

  #line(text: string): Line {
    this.#number += 1;
    const cut = text.length > LONGEST_LINE;
    return { text: cut ? wellFormed(text.slice(0, LONGEST_LINE)) : text, number: this.#number, cut };
  }
}
