import { HASH_FACTOR, HASH_OF_NOTHING } from '../model';
import { ColumnError, type PackedColumn } from './columns';
import type { WholeNumbers } from './growingColumn';
import { RowOffsets, type RowParts } from './rowOffsets';

/** Packed strings as plain data, of which others are made without a copy. */
export interface StringParts {
  readonly units: Uint8Array | Uint16Array;
  readonly rows: RowParts;
}

/**
 * Many short strings in typed arrays: their code units one after another, and how long each is. One byte a unit until a
 * string needs two. It costs a third to a quarter of the same strings on the heap, and nothing to collect.
 */
export class PackedStrings {
  #units: Uint8Array | Uint16Array;
  #rows: RowOffsets;

  constructor(capacity: number, unitsEach = 8) {
    this.#rows = new RowOffsets(capacity);
    this.#units = new Uint8Array(Math.max(capacity, 16) * unitsEach);
  }

  /**
   * Strings whose code units, one after another, and lengths are at hand. Throws `ColumnError` where they do not fit together.
   * Cost O(strings).
   */
  static of(units: Uint8Array | Uint16Array, lengths: WholeNumbers): PackedStrings {
    const strings = new PackedStrings(0);
    strings.#units = units;
    strings.#rows = RowOffsets.of(lengths);
    if (strings.#rows.total !== units.length)
      throw new ColumnError(`The strings have ${strings.#rows.total} code units by their lengths, and there are ${units.length}.`);
    return strings;
  }

  /** The strings that `parts` of others told. */
  static ofParts({ units, rows }: StringParts): PackedStrings {
    const strings = new PackedStrings(0);
    strings.#units = units;
    strings.#rows = RowOffsets.ofParts(rows);
    return strings;
  }

  get parts(): StringParts {
    return { units: this.units, rows: this.#rows.parts };
  }

  get length(): number {
    return this.#rows.length;
  }

  /** The code units of all strings, one after another. */
  get units(): Uint8Array | Uint16Array {
    return this.#units.subarray(0, this.#rows.total);
  }

  /** How many code units each string has. */
  get lengths(): WholeNumbers {
    return this.#rows.lengths;
  }

  push(text: string): number {
    const start = this.#rows.total;
    const end = start + text.length;
    if (end > this.#units.length) this.#units = enlarged(this.#units, Math.max(end, this.#units.length * 1.5));
    if (!written(this.#units, start, text)) {
      this.#units = Uint16Array.from(this.#units);
      written(this.#units, start, text);
    }
    this.#rows.push(text.length);
    return this.length - 1;
  }

  /** Adds many at once. */
  pushAll({ units, ends }: PackedColumn): void {
    const start = this.#rows.total;
    const total = ends.length === 0 ? 0 : ends[ends.length - 1]!;
    if (start + total > this.#units.length) this.#units = enlarged(this.#units, start + total);
    this.#units.set(units.subarray(0, total), start);
    for (let i = 0, from = 0; i < ends.length; i++) {
      this.#rows.push(ends[i]! - from);
      from = ends[i]!;
    }
  }

  at(i: number): string {
    const start = this.#rows.startOf(i);
    const units = this.#units.subarray(start, start + this.#rows.lengthOf(i));
    return String.fromCharCode.apply(null, units as unknown as number[]);
  }

  is(i: number, text: string): boolean {
    if (this.#rows.lengthOf(i) !== text.length) return false;
    const start = this.#rows.startOf(i);
    const units = this.#units;
    for (let at = 0; at < text.length; at++) if (units[start + at] !== text.charCodeAt(at)) return false;
    return true;
  }

  /** Below 0 where string `a` comes before string `b` in the order of code units, as `<` compares strings. */
  compare(a: number, b: number): number {
    const startA = this.#rows.startOf(a);
    const startB = this.#rows.startOf(b);
    const lengthA = this.#rows.lengthOf(a);
    const lengthB = this.#rows.lengthOf(b);
    const shared = Math.min(lengthA, lengthB);
    for (let i = 0; i < shared; i++) {
      const difference = this.#units[startA + i]! - this.#units[startB + i]!;
      if (difference !== 0) return difference;
    }
    return lengthA - lengthB;
  }

  /** The hashes (`mixed` of `hashOf`) of all strings from the one at `first` on. */
  hashes(first: number): Uint32Array {
    const hashes = new Uint32Array(this.length - first);
    const units = this.#units;
    let at = first === this.length ? this.#rows.total : this.#rows.startOf(first);
    for (let i = 0; i < hashes.length; i++) {
      const end = at + this.#rows.lengthOf(first + i);
      let hash = HASH_OF_NOTHING;
      for (; at < end; at++) hash = Math.imul(hash ^ units[at]!, HASH_FACTOR);
      hashes[i] = mixed(hash);
    }
    return hashes;
  }

  /** Gives back the room that was kept for more. */
  trim(): void {
    this.#units = this.#units.slice(0, this.#rows.total);
    this.#rows.trim();
  }
}

/** The finalizer of MurmurHash3, so that all bits depend on all of them: 0 to 2³²−1. */
export function mixed(hash: number): number {
  let h = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Writes the code units of a text; false where one does not fit in the array's. */
function written(units: Uint8Array | Uint16Array, start: number, text: string): boolean {
  let all = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    all |= unit;
    units[start + i] = unit;
  }
  return all <= 0xff || units instanceof Uint16Array;
}

function enlarged<T extends Uint8Array | Uint16Array>(values: T, length: number): T {
  const next = new (values.constructor as new (length: number) => T)(Math.ceil(length));
  next.set(values);
  return next;
}
