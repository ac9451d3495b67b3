import type { Issue } from '../../model';
import { encodingOf, type Encoding } from './decodeText';

/** Text, and the issue where some of the bytes were none. */
interface LenientText {
  text: string;
  issue?: Issue;
}

/**
 * The text of a file in UTF-8 or UTF-16, for readers that go on behind a broken part: bytes that are no text become
 * U+FFFD, and the first of them is reported with its line.
 */
export function decodeLeniently(bytes: Uint8Array): LenientText {
  const decoder = new LenientDecoder();
  const text = decoder.push(bytes) + decoder.end();
  return decoder.issue ? { text, issue: decoder.issue } : { text };
}

/** The same for a file that comes in pieces, which may be cut anywhere, inside a character too. */
export class LenientDecoder {
  /** Where some of the bytes so far were no text. */
  issue: Issue | undefined;
  #encoding: Encoding | undefined;
  #begin: Uint8Array = new Uint8Array(0);
  #strict: TextDecoder | undefined;
  #lenient = new TextDecoder();
  #line = 1;
  /** The line of the first U+FFFD, the file's own or ours. */
  #replaced: number | undefined;

  /** The text of the next piece, but for a character that is not whole yet. */
  push(piece: Uint8Array): string {
    if (this.#encoding === undefined) {
      const begin = this.#begin.length === 0 ? piece : joined(this.#begin, piece);
      if (begin.length < 2) {
        this.#begin = begin;
        return '';
      }
      return this.#open(begin);
    }
    return this.#decode(piece, true);
  }

  /** The text of what is left when the file ends. */
  end(): string {
    const text = this.#encoding === undefined ? this.#open(this.#begin) : '';
    return text + this.#decode(new Uint8Array(0), false);
  }

  /** Two bytes tell the encoding. */
  #open(begin: Uint8Array): string {
    this.#encoding = encodingOf(begin);
    this.#strict = new TextDecoder(this.#encoding, { fatal: true });
    this.#lenient = new TextDecoder(this.#encoding);
    return this.#decode(begin, true);
  }

  #decode(piece: Uint8Array, stream: boolean): string {
    const text = this.#lenient.decode(piece, { stream });
    if (this.#replaced === undefined) this.#count(text);
    if (this.#strict && this.#isBroken(piece, stream)) {
      this.#strict = undefined;
      this.issue = notText(this.#encoding!, this.#replaced ?? 1);
    }
    return text;
  }

  #isBroken(piece: Uint8Array, stream: boolean): boolean {
    try {
      this.#strict!.decode(piece, { stream });
      return false;
    } catch (cause) {
      if (!(cause instanceof TypeError)) throw cause;
      return true;
    }
  }

  #count(text: string): void {
    const first = text.indexOf('\uFFFD');
    const end = first === -1 ? text.length : first;
    for (let at = text.indexOf('\n'); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) this.#line += 1;
    if (first !== -1) this.#replaced = this.#line;
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const all = new Uint8Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
}

function notText(encoding: Encoding, line: number): Issue {
  return {
    code: 'not-text', severity: 'warning', at: `line ${line}`,
    message: `From here on some bytes are no ${encoding.toUpperCase()} text; each stands as “\uFFFD”.`,
    hint: 'Save the file as UTF-8 and open it again.',
  };
}
