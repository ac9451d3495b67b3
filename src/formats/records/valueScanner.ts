const IN_TEXT = /["\\\n]/g;
const OUTSIDE = /["[\]{}]/g;
const AFTER_SCALAR = /[,\]}\s]/g;

/**
 * Finds where a JSON value ends, by its quotes and brackets alone, in a text that comes in pieces: it goes on where the
 * piece before ended. Never recurses. Cost O(value).
 */
export class ValueScanner {
  #kind: 'scalar' | 'other' | undefined;
  #depth = 0;
  #inText = false;
  #escaped = false;
  /** Where in the piece at hand a text was found broken. */
  brokenAt = 0;

  /**
   * Looks at the text from `from` on, which is the start of the value at first and later the end of the piece before.
   * Gives the end of the value (exclusive); 'more' where it ends in none of the pieces so far; 'broken' where a line
   * ends inside a text, which JSON does not have.
   */
  scan(text: string, from: number): number | 'more' | 'broken' {
    if (from >= text.length) return 'more';
    if (this.#kind === undefined) {
      this.#kind = /["[{]/.test(text[from]!) ? 'other' : 'scalar';
      if (this.#kind === 'scalar' && /[,\]}\s]/.test(text[from]!)) return from + 1;
    }
    return this.#kind === 'scalar' ? endOfScalar(text, from) : this.#scan(text, from);
  }

  #scan(text: string, from: number): number | 'more' | 'broken' {
    for (let at = from; ; ) {
      if (this.#inText) {
        const end = this.#endOfText(text, at);
        if (typeof end !== 'number' || this.#depth === 0) return end;
        at = end;
      }
      OUTSIDE.lastIndex = at;
      const found = OUTSIDE.exec(text);
      if (found === null) return 'more';
      at = OUTSIDE.lastIndex;
      if (found[0] === '"') this.#inText = true;
      else this.#depth += found[0] === '{' || found[0] === '[' ? 1 : -1;
      if (!this.#inText && this.#depth === 0) return at;
    }
  }

  #endOfText(text: string, from: number): number | 'more' | 'broken' {
    for (let at = from; ; ) {
      if (this.#escaped && at < text.length) {
        if (text[at] === '\n') return this.#broken(at);
        this.#escaped = false;
        at += 1;
      }
      IN_TEXT.lastIndex = at;
      const found = IN_TEXT.exec(text);
      if (found === null) return 'more';
      at = IN_TEXT.lastIndex;
      if (found[0] === '\n') return this.#broken(at - 1);
      if (found[0] === '\\') this.#escaped = true;
      else return this.#closed(at);
    }
  }

  #broken(at: number): 'broken' {
    this.brokenAt = at;
    return 'broken';
  }

  #closed(at: number): number {
    this.#inText = false;
    return at;
  }
}

function endOfScalar(text: string, from: number): number | 'more' {
  AFTER_SCALAR.lastIndex = from;
  return AFTER_SCALAR.exec(text)?.index ?? 'more';
}
