import { hashOf } from '../model';
import type { PackedColumn } from './columns';
import { mixed, PackedStrings } from './packedStrings';

const EMPTY = 0;
const HASHES = 2 ** 32;

/** A table of ids that have all been entered, as plain data beside the ids themselves. */
export interface IdTableParts {
  readonly places: Uint32Array;
  readonly integerBits: number;
}

/**
 * Ids and their integers, both ways: integers are given in the order in which ids come. Looking up is an open-addressing
 * hash table with linear probing over packed strings, at most 10/13 full: a `Map` of as many heap strings takes four times the memory. A
 * place holds the integer + 1 and, in the bits that are left, the last bits of the hash (its first bits say where to look), so that strings
 * are compared only where they are all but surely the same. Ids are entered in the table many at a time, when one is first looked up: that
 * is several times faster than each as it comes.
 */
export class IdTable {
  readonly ids: PackedStrings;
  #places: Uint32Array = new Uint32Array(1);
  /** How many of the lowest bits of a place hold the integer + 1. */
  #integerBits = 0;
  #entered = 0;

  /** Of ids that are at hand, or of none yet, with room for so many. */
  constructor(ids: PackedStrings | number) {
    this.ids = typeof ids === 'number' ? new PackedStrings(Math.max(ids, 16)) : ids;
  }

  /** The table that `parts` of another told of the same ids. */
  static ofParts(ids: PackedStrings, { places, integerBits }: IdTableParts): IdTable {
    const table = new IdTable(ids);
    table.#places = places;
    table.#integerBits = integerBits;
    table.#entered = ids.length;
    return table;
  }

  get parts(): IdTableParts {
    return { places: this.#places, integerBits: this.#integerBits };
  }

  get length(): number {
    return this.ids.length;
  }

  /** The integer that an id is given. That no two are the same is found out by `enterAll`. */
  add(id: string): number {
    return this.ids.push(id);
  }

  addAll(ids: PackedColumn): void {
    this.ids.pushAll(ids);
  }

  /** -1 for an id that is not there. All must have been entered. */
  indexOf(id: string): number {
    const places = this.#places;
    const bits = this.#integerBits;
    const hash = mixed(hashOf(id));
    for (let place = this.#firstPlace(hash); ; place = place + 1 === places.length ? 0 : place + 1) {
      const held = places[place]!;
      if (held === EMPTY) return -1;
      if (held >> bits === (hash << bits) >> bits && this.ids.is(this.#integerOf(held), id)) return this.#integerOf(held);
    }
  }

  /** Enters what was added since the last time. Gives the integer of an id that is there twice; -1 where all are different. */
  enterAll(): number {
    if (this.#entered === this.length) return -1;
    if (this.length * 13 > this.#places.length * 10) this.#enlarge();
    const first = this.#entered;
    const { hashes, order } = inOrderOfPlace(this.ids.hashes(first));
    for (let i = 0; i < hashes.length; i++) if (!this.#enter(hashes[i]!, first + order[i]!)) return first + order[i]!;
    this.#entered = this.length;
    return -1;
  }

  #enter(hash: number, i: number): boolean {
    const places = this.#places;
    const bits = this.#integerBits;
    let place = this.#firstPlace(hash);
    while (places[place] !== EMPTY) {
      const held = places[place]!;
      if (held >> bits === (hash << bits) >> bits && this.ids.compare(this.#integerOf(held), i) === 0) return false;
      place = place + 1 === places.length ? 0 : place + 1;
    }
    places[place] = (hash << bits) | (i + 1);
    return true;
  }

  #integerOf(held: number): number {
    return (held & ((1 << this.#integerBits) - 1)) - 1;
  }

  #firstPlace(hash: number): number {
    return Math.floor((hash / HASHES) * this.#places.length);
  }

  /** Makes room for as many as there are and as many again if it has been made before; what was entered must be entered again. */
  #enlarge(): void {
    const room = this.#entered === 0 ? this.length : this.length * 2;
    this.#places = new Uint32Array(Math.ceil(room * 1.3) + 1);
    this.#integerBits = Math.ceil(Math.log2(this.#places.length + 1));
    this.#entered = 0;
  }
}

/** By so many first bits hashes are sorted. */
const SORTED_BITS = 10;

/**
 * Hashes sorted by their first bits, and where each was before: entered in this order they come to the table's places roughly one after
 * another. Few are left as they are.
 */
function inOrderOfPlace(hashes: Uint32Array): { hashes: Uint32Array; order: Uint32Array } {
  const parts = 1 << SORTED_BITS;
  const shift = 32 - SORTED_BITS;
  if (hashes.length < parts) return { hashes, order: Uint32Array.from(hashes, (_, i) => i) };
  const ends = new Uint32Array(parts + 1);
  for (let i = 0; i < hashes.length; i++) ends[(hashes[i]! >>> shift) + 1]!++;
  for (let part = 0; part < parts; part++) ends[part + 1]! += ends[part]!;
  const sorted = new Uint32Array(hashes.length);
  const order = new Uint32Array(hashes.length);
  for (let i = 0; i < hashes.length; i++) {
    const at = ends[hashes[i]! >>> shift]!++;
    sorted[at] = hashes[i]!;
    order[at] = i;
  }
  return { hashes: sorted, order };
}
