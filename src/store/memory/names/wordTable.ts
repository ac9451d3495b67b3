import { GrowingColumn, mixed, type WholeNumbers } from '../../../graph';
import { HASH_FACTOR, HASH_OF_NOTHING } from '../../../model';
import { APART, FoldedUnits } from './foldedUnits';
import { letterOf, type Letters } from './letters';

const EMPTY = 0;
const MANY_UNITS = 1000;
const DECODER = new TextDecoder();

/** Words as plain data, of which another table is made without a copy. */
export interface WordParts {
  readonly bytes: Uint8Array;
  readonly starts: WholeNumbers;
  readonly letters: WholeNumbers;
}

/**
 * The distinct words of many names, folded as `foldText` folds them, each with an integer in the order in which they came: their
 * characters, which are a–z and 0–9, one after another in bytes, where each begins, and its letters. Equal words are found while it is
 * built by an open-addressing hash table with linear probing, which is let go at the end: words are asked for by scanning all, which takes
 * a millisecond for some hundred thousand. As strings in a `Map` they take three times as long and four times the memory.
 */
export class WordTable {
  private readonly folding = new FoldedUnits();
  private written: Uint8Array = new Uint8Array(1 << 14);
  /** Where the last word ends. */
  private end = 0;
  /** Where each word begins, and at last where the last one ends. */
  private starts: GrowingColumn;
  private masks: GrowingColumn;
  /** Of each place the integer + 1 of its word and then the word's hash, side by side because they are read together. */
  private places: Int32Array;

  /** `capacity`: how many words are expected; more of them cost some time. */
  constructor(capacity: number) {
    this.starts = new GrowingColumn(capacity + 1, 32);
    this.masks = new GrowingColumn(capacity, 32);
    this.places = new Int32Array(2 * 2 ** Math.ceil(Math.log2(Math.max(capacity, 16))));
    this.starts.push(0);
  }

  /**
   * Words that are at hand, one after another, and how long each is; none can be added. Undefined where they do not fit together.
   * Cost O(characters).
   */
  static of(bytes: Uint8Array, lengths: WholeNumbers): WordTable | undefined {
    const table = new WordTable(lengths.length);
    let end = 0;
    for (const length of lengths) {
      let letters = 0;
      for (let at = end; at < end + length && at < bytes.length; at++) letters |= letterOf(bytes[at]! & 0x7f);
      end += length;
      table.starts.push(end);
      table.masks.push(letters >>> 0);
    }
    table.written = bytes;
    table.end = end;
    table.places = new Int32Array(0);
    return end === bytes.length ? table : undefined;
  }

  /** The words that `parts` of others told; none can be added. */
  static ofParts({ bytes, starts, letters }: WordParts): WordTable {
    const table = new WordTable(0);
    table.starts = GrowingColumn.of(starts);
    table.masks = GrowingColumn.of(letters);
    table.written = bytes;
    table.end = bytes.length;
    table.places = new Int32Array(0);
    return table;
  }

  /** After `finish`, or of words that were at hand. */
  get parts(): WordParts {
    return { bytes: this.written, starts: this.starts.trim(), letters: this.masks.trim() };
  }

  get length(): number {
    return this.masks.length;
  }

  /** The letters of every word. */
  get letters(): WholeNumbers {
    return this.masks.values;
  }

  /** Where every word begins, with one more at the end: what lies between two of them is how long a word is. */
  get offsets(): WholeNumbers {
    return this.starts.values;
  }

  /** The characters of all words, one word after another. */
  get bytes(): Uint8Array {
    return this.written;
  }

  /** Cuts a name into its words, enters those that are new, and appends the integers of all to a row. Cost O(length). */
  add(name: string, row: GrowingColumn): void {
    const { folding } = this;
    folding.fold(name);
    this.makeRoom(folding.length);
    const { written } = this;
    let at = this.end;
    let hash = HASH_OF_NOTHING;
    let letters = 0;
    for (let i = 0; i <= folding.length; i++) {
      const unit = i === folding.length ? APART : folding.units[i]!;
      if (unit !== APART) {
        written[at++] = unit;
        hash = Math.imul(hash ^ unit, HASH_FACTOR);
        letters |= letterOf(unit);
      } else if (at > this.end) {
        row.push(this.integerOf(at, mixed(hash) | 0, letters));
        at = this.end;
        hash = HASH_OF_NOTHING;
        letters = 0;
      }
    }
  }

  lengthOf(word: number): number {
    return this.starts.values[word + 1]! - this.starts.values[word]!;
  }

  wordAt(word: number): string {
    const units = this.written.subarray(this.starts.values[word]!, this.starts.values[word + 1]!);
    // A call takes only so many arguments; a decoder takes any number, but longer for few.
    return units.length > MANY_UNITS ? DECODER.decode(units) : String.fromCharCode.apply(null, units as unknown as number[]);
  }

  /** Whether a word begins with a text. */
  begins(word: number, text: string): boolean {
    const start = this.starts.values[word]!;
    if (this.lengthOf(word) < text.length) return false;
    for (let i = 0; i < text.length; i++) if (this.written[start + i] !== text.charCodeAt(i)) return false;
    return true;
  }

  /** Lets go of what only writing needs: nothing can be written any more. */
  finish(): void {
    this.written = this.written.slice(0, this.end);
    this.places = new Int32Array(0);
    this.starts.trim();
    this.masks.trim();
  }

  /** The integer of the word that is written from the end of the last one on; a new one becomes the last. */
  private integerOf(end: number, hash: number, letters: Letters): number {
    const { places } = this;
    const length = end - this.end;
    for (let at = firstOf(hash, places); ; at = (at + 2) & (places.length - 1)) {
      const held = places[at]!;
      if (held === EMPTY) return this.enter(at, end, hash, letters);
      if (places[at + 1] === hash && this.isWritten(held - 1, length)) return held - 1;
    }
  }

  /** Whether a word is the one of this length that is written after the last one. */
  private isWritten(word: number, length: number): boolean {
    if (this.lengthOf(word) !== length) return false;
    const start = this.starts.values[word]!;
    for (let i = 0; i < length; i++) if (this.written[start + i] !== this.written[this.end + i]) return false;
    return true;
  }

  private enter(at: number, end: number, hash: number, letters: Letters): number {
    this.end = end;
    this.starts.push(end);
    this.masks.push(letters);
    this.places[at] = this.length;
    this.places[at + 1] = hash;
    if (this.length * 8 > this.places.length * 3) this.spread();
    return this.length - 1;
  }

  /** Twice as many places, so that at most three quarters of them are taken. */
  private spread(): void {
    const before = this.places;
    const places = new Int32Array(before.length * 2);
    for (let from = 0; from < before.length; from += 2) {
      if (before[from] === EMPTY) continue;
      let at = firstOf(before[from + 1]!, places);
      while (places[at] !== EMPTY) at = (at + 2) & (places.length - 1);
      places[at] = before[from]!;
      places[at + 1] = before[from + 1]!;
    }
    this.places = places;
  }

  /** For so many more characters. */
  private makeRoom(characters: number): void {
    if (this.end + characters <= this.written.length) return;
    const wider = new Uint8Array(Math.max(this.written.length * 2, this.end + characters));
    wider.set(this.written);
    this.written = wider;
  }
}

/** Where in the places a word with this hash is looked for first. */
function firstOf(hash: number, places: Int32Array): number {
  return (hash << 1) & (places.length - 1);
}
