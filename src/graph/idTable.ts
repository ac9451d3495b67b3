import { PackedStrings } from './packedStrings';

const EMPTY = 0;
const HASHES = 2 ** 32;

/**
 * Ids and their integers, both ways: integers are given in the order in which ids come. Looking up is an open-addressing
 * hash table with linear probing over packed strings, at most 10/13 full: a `Map` of as many heap strings takes four times the memory. A place
 * holds the integer + 1 and, in the bits that are left, a piece of the hash, so that strings are compared only where they are all but surely the same.
 */
export class IdTable {
  readonly ids: PackedStrings;
  #places: Uint32Array;
  /** The bits of a place that hold the integer + 1. */
  #integerMask: number;

  constructor(capacity: number) {
    const room = Math.max(capacity, 16);
    this.ids = new PackedStrings(room);
    this.#places = new Uint32Array(Math.ceil(room * 1.3) + 1);
    this.#integerMask = maskFor(this.#places.length);
  }

  get length(): number {
    return this.ids.length;
  }

  /** The integer that a new id is given; -1 where the table has the id already. */
  add(id: string): number {
    if ((this.length + 1) * 13 > this.#places.length * 10) this.#enlarge();
    const hash = hashOf(id);
    const place = this.#placeOf(id, hash);
    if (this.#places[place] !== EMPTY) return -1;
    const i = this.ids.push(id);
    this.#places[place] = this.#entry(hash, i);
    return i;
  }

  /** -1 for an id that is not there. */
  indexOf(id: string): number {
    return this.#integerAt(this.#placeOf(id, hashOf(id)));
  }

  #firstPlace(hash: number): number {
    return Math.floor((hash / HASHES) * this.#places.length);
  }

  #placeOf(id: string, hash: number): number {
    const places = this.#places;
    const mask = this.#integerMask;
    for (let place = this.#firstPlace(hash); ; place = place + 1 === places.length ? 0 : place + 1) {
      const held = places[place]!;
      if (held === EMPTY || (((held ^ hash) & ~mask) === 0 && this.ids.is((held & mask) - 1, id))) return place;
    }
  }

  #integerAt(place: number): number {
    return (this.#places[place]! & this.#integerMask) - 1;
  }

  #entry(hash: number, i: number): number {
    return (hash & ~this.#integerMask) | (i + 1);
  }

  #enlarge(): void {
    this.#places = new Uint32Array(this.#places.length * 2);
    this.#integerMask = maskFor(this.#places.length);
    for (let i = 0; i < this.length; i++) {
      const id = this.ids.at(i);
      const hash = hashOf(id);
      this.#places[this.#placeOf(id, hash)] = this.#entry(hash, i);
    }
  }
}

/** Ones in as many of the lowest bits as the integers of a table of this size need. */
function maskFor(places: number): number {
  return 2 ** Math.ceil(Math.log2(places)) - 1;
}

/** FNV-1a over code units, then mixed so that all bits depend on all of them (the finalizer of MurmurHash3). */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
