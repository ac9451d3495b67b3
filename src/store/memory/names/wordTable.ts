import { letterOf, type Letters } from './letters';
import { Numbers } from './numbers';

const EMPTY = 0;
const HASH_OF_NOTHING = 0x811c9dc5 | 0;
const HASH_FACTOR = 0x01000193;
const LEAST_PLACES = 1 << 12;
const MANY_UNITS = 1000;
const DECODER = new TextDecoder();

/**
 * The distinct words of many names, each with an integer in the order in which they came: their characters, which are a–z and 0–9, one
 * after another in bytes, where each begins, and its letters. Equal words are found while it is built by an
 * open-addressing hash table with linear probing, which is let go at the end: words are asked for by scanning all, which
 * takes a millisecond for some hundred thousand. As strings in a `Map` they take three times as long and four times the memory.
 */
export class WordTable {
  private written = new Uint8Array(1 << 14);
  /** Where the word that is being written ends, and with it the next begins. */
  private end = 0;
  private hash = HASH_OF_NOTHING;
  private mask: Letters = 0;
  /** Where each word begins, and at last where the last one ends. */
  private readonly starts = new Numbers();
  private readonly masks = new Numbers();
  private readonly hashes = new Numbers();
  /** Integer + 1 of the word at each place. */
  private places = new Uint32Array(LEAST_PLACES);

  constructor() {
    this.starts.push(0);
  }

  get length(): number {
    return this.masks.length;
  }

  /** The letters of every word. */
  get letters(): Uint32Array {
    return this.masks.values;
  }

  /** Where every word begins, with one more at the end: what lies between two of them is how long a word is. */
  get offsets(): Uint32Array {
    return this.starts.values;
  }

  /** The characters of all words, one word after another. */
  get bytes(): Uint8Array {
    return this.written;
  }

  /** Writes one more character (its code unit) of a word. */
  write(unit: number): void {
    if (this.end === this.written.length) this.widen();
    this.written[this.end++] = unit;
    this.hash = Math.imul(this.hash ^ unit, HASH_FACTOR);
    this.mask |= letterOf(unit);
  }

  /** Ends the word that was written; gives its integer, or -1 where nothing was. */
  close(): number {
    const start = this.starts.values[this.length]!;
    if (this.end === start) return -1;
    const hash = mixed(this.hash);
    const place = this.placeOf(hash, start);
    const held = this.places[place]!;
    if (held === EMPTY) this.enter(place, hash);
    else this.end = start;
    this.hash = HASH_OF_NOTHING;
    this.mask = 0;
    return held === EMPTY ? this.length - 1 : held - 1;
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
    this.places = new Uint32Array(0);
    this.hashes.length = 0;
    for (const column of [this.starts, this.masks, this.hashes]) column.trim();
  }

  /** The place of the word that was written: where it is held already, or the empty one where it belongs. */
  private placeOf(hash: number, start: number): number {
    const last = this.places.length - 1;
    for (let place = hash & last; ; place = (place + 1) & last) {
      const held = this.places[place]!;
      if (held === EMPTY || (this.hashes.values[held - 1] === hash && this.isWritten(held - 1, start))) return place;
    }
  }

  private isWritten(word: number, start: number): boolean {
    const other = this.starts.values[word]!;
    const length = this.end - start;
    if (this.lengthOf(word) !== length) return false;
    for (let i = 0; i < length; i++) if (this.written[other + i] !== this.written[start + i]) return false;
    return true;
  }

  private enter(place: number, hash: number): void {
    this.starts.push(this.end);
    this.masks.push(this.mask);
    this.hashes.push(hash);
    this.places[place] = this.length;
    if (this.length * 2 > this.places.length) this.spread();
  }

  /** Twice as many places, so that at most half of them are taken. */
  private spread(): void {
    this.places = new Uint32Array(this.places.length * 2);
    const last = this.places.length - 1;
    for (let word = 0; word < this.length; word++) {
      let place = this.hashes.values[word]! & last;
      while (this.places[place] !== EMPTY) place = (place + 1) & last;
      this.places[place] = word + 1;
    }
  }

  private widen(): void {
    const wider = new Uint8Array(this.written.length * 2);
    wider.set(this.written);
    this.written = wider;
  }
}

/** The finalizer of MurmurHash3, so that the lowest bits depend on all of them: 0 to 2³²−1. */
function mixed(hash: number): number {
  let h = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
