import type { Steps } from '../../../model';
import type { FoldedNames } from './foldedNames';

/** How many names a step looks at. */
const SLICE = 100_000;

/** The same as plain data. */
export interface NamesByLengthParts {
  /** Where the names of each length begin, up to the greatest length, and at last where those of that end. */
  readonly starts: Uint32Array;
  readonly names: Uint32Array;
  /** The letters of each, beside it. */
  readonly letters: Uint32Array;
}

/**
 * The names of several words by how many characters they have written together: whoever looks for those that are misspelt looks at a few
 * lengths alone. By a counting sort. Cost O(names), eight bytes each.
 */
export class NamesByLength {
  /** What `parts` of others told. */
  constructor(readonly parts: NamesByLengthParts) {}

  static *steps({ nameOffsets, lengths, letters: lettersOf, entityOffsets, entities }: FoldedNames): Steps<NamesByLength> {
    const count = entityOffsets[entities]!;
    const isOfSeveralWords = (name: number) => nameOffsets[name + 1]! - nameOffsets[name]! > 1;
    let longest = 0;
    for (let name = 0; name < count; name++) if (lengths[name]! > longest) longest = lengths[name]!;
    const starts = new Uint32Array(longest + 2);
    for (let name = 0; name < count; name++) if (isOfSeveralWords(name)) starts[lengths[name]! + 1]!++;
    yield;
    for (let length = 0; length <= longest; length++) starts[length + 1]! += starts[length]!;
    const free = starts.slice(0, longest + 1);
    const [names, letters] = [new Uint32Array(starts[longest + 1]!), new Uint32Array(starts[longest + 1]!)];
    for (let name = 0; name < count; name++) {
      if (name % SLICE === SLICE - 1) yield;
      if (!isOfSeveralWords(name)) continue;
      const place = free[lengths[name]!]!++;
      names[place] = name;
      letters[place] = lettersOf[name]!;
    }
    return new NamesByLength({ starts, names, letters });
  }

  /** The places of names with at least and at most so many characters: from the first up to, not including, the second. */
  between(least: number, most: number): readonly [from: number, to: number] {
    const { starts } = this.parts;
    const at = (length: number) => starts[Math.min(Math.max(length, 0), starts.length - 1)]!;
    return [at(least), at(most + 1)];
  }
}
