import type { Steps } from '../../../model';
import type { FoldedNames } from './foldedNames';

/** How many entities a step looks at. */
const SLICE = 10_000;

/** The same as plain data. */
export interface HolderParts {
  /** Where the holders of each word begin, and where those of the last one end. */
  readonly starts: Uint32Array;
  readonly entities: Uint32Array;
}

/**
 * Which entities have a word in their names, for every word: two arrays, built by a counting sort.
 * Cost O(words of all names), four bytes each.
 */
export class WordHolders {
  private readonly starts: Uint32Array;
  private readonly entities: Uint32Array;

  /** What `parts` of others told. */
  constructor(readonly parts: HolderParts) {
    this.starts = parts.starts;
    this.entities = parts.entities;
  }

  static *steps({ words, wordRow, nameOffsets, entityOffsets, entities: count }: FoldedNames): Steps<WordHolders> {
    const starts = new Uint32Array(words.length + 1);
    const rowOf = (entity: number) => nameOffsets[entityOffsets[entity]!]!;
    for (let at = 0; at < rowOf(count); at++) starts[wordRow[at]! + 1]!++;
    for (let word = 0; word < words.length; word++) starts[word + 1]! += starts[word]!;
    yield;
    const free = starts.slice(0, words.length);
    const entities = new Uint32Array(starts[words.length]!);
    for (let entity = 0; entity < count; entity++) {
      if (entity % SLICE === SLICE - 1) yield;
      for (let at = rowOf(entity); at < rowOf(entity + 1); at++) entities[free[wordRow[at]!]!++] = entity;
    }
    return new WordHolders({ starts, entities });
  }

  /** How many names' places a word has. */
  countOf(word: number): number {
    return this.starts[word + 1]! - this.starts[word]!;
  }

  /** The entities that have a word, an entity once for each name's place. */
  of(word: number): Uint32Array {
    return this.entities.subarray(this.starts[word]!, this.starts[word + 1]!);
  }

  /** Sets the marks of all entities that have a word. */
  mark(word: number, marks: Uint8Array): void {
    for (let at = this.starts[word]!; at < this.starts[word + 1]!; at++) marks[this.entities[at]!] = 1;
  }
}
