import { eachNumber, sorted, type Steps } from '../../../model';
import type { FoldedNames } from './foldedNames';
import type { WordTable } from './wordTable';

/**
 * Of every entity a number by which the main names stand in order, word by word as they are folded; equal names have the same, and who has
 * no name that folds to any word stands last. Cost O(names log names).
 */
export function* nameOrder(names: FoldedNames): Steps<Uint32Array> {
  const wordRanks = yield* ranksOfWords(names.words);
  const { wordRow, nameOffsets, entityOffsets } = names;
  const compare = (a: number, b: number): number => {
    const [nameA, nameB] = [entityOffsets[a]!, entityOffsets[b]!];
    const [endA, endB] = [nameOffsets[nameA + 1]!, nameOffsets[nameB + 1]!];
    let [i, j] = [nameOffsets[nameA]!, nameOffsets[nameB]!];
    for (; i < endA && j < endB; i++, j++) {
      const difference = wordRanks[wordRow[i]!]! - wordRanks[wordRow[j]!]!;
      if (difference !== 0) return difference;
    }
    return endA - i - (endB - j);
  };
  const named: number[] = [];
  yield* eachNumber(names.entities, (entity) => {
    if (entityOffsets[entity + 1]! > entityOffsets[entity]!) named.push(entity);
  });
  const order = new Uint32Array(names.entities).fill(names.entities);
  const inOrder = yield* sorted(named, compare);
  let rank = 0;
  yield* eachNumber(inOrder.length, (i) => {
    if (i > 0 && compare(inOrder[i - 1]!, inOrder[i]!) !== 0) rank = i;
    order[inOrder[i]!] = rank;
  });
  return order;
}

/** Of every word its place among all words in the order of their characters. */
function* ranksOfWords(words: WordTable): Steps<Uint32Array> {
  const integers = Array.from({ length: words.length }, (_, word) => word);
  const { bytes, offsets } = words;
  const compare = (a: number, b: number): number => {
    const [endA, endB] = [offsets[a + 1]!, offsets[b + 1]!];
    let [i, j] = [offsets[a]!, offsets[b]!];
    while (i < endA && j < endB && bytes[i] === bytes[j]) [i, j] = [i + 1, j + 1];
    return i < endA && j < endB ? bytes[i]! - bytes[j]! : endA - i - (endB - j);
  };
  const ranks = new Uint32Array(words.length);
  const inOrder = yield* sorted(integers, compare);
  yield* eachNumber(inOrder.length, (rank) => {
    ranks[inOrder[rank]!] = rank;
  });
  return ranks;
}
