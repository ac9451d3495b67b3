import { PackedStrings } from './packedStrings';

const EMPTY = 0;

/**
 * Ids and their integers, both ways: integers are given in the order in which ids come. Looking up is an open-addressing
 * hash table with linear probing, at most five eighths full, over packed strings: a `Map` of as many heap strings takes five
 * times the memory.
 */
export class IdTable {
  readonly ids: PackedStrings;
  /** Integer + 1, or 0 where the place is free. */
  #places: Uint32Array;

  constructor(capacity: number) {
    this.ids = new PackedStrings(capacity);
    this.#places = new Uint32Array(placesFor(capacity));
  }

  get length(): number {
    return this.ids.length;
  }

  /** The integer that a new id is given; -1 where the table has the id already. */
  add(id: string): number {
    if ((this.length + 1) * 8 > this.#places.length * 5) this.#rehash(this.#places.length * 2);
    const place = this.#placeOf(id);
    if (this.#places[place] !== EMPTY) return -1;
    const i = this.ids.push(id);
    this.#places[place] = i + 1;
    return i;
  }

  /** -1 for an id that is not there. */
  indexOf(id: string): number {
    return this.#places[this.#placeOf(id)]! - 1;
  }

  #placeOf(id: string): number {
    const mask = this.#places.length - 1;
    for (let place = hashOf(id) & mask; ; place = (place + 1) & mask) {
      const held = this.#places[place]!;
      if (held === EMPTY || this.ids.is(held - 1, id)) return place;
    }
  }

  #rehash(size: number): void {
    this.#places = new Uint32Array(size);
    for (let i = 0; i < this.length; i++) this.#places[this.#placeOf(this.ids.at(i))] = i + 1;
  }
}

/** A power of two of which `count` fills at most five eighths. */
function placesFor(count: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(count, 16) * 1.6));
}

/** FNV-1a over code units, then mixed so that low bits depend on all of them (the finalizer of MurmurHash3). */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
