import { compareText, eachNumber, sorted, type Steps } from '../../../model';
import type { FoldedNames } from './foldedNames';
import type { NamePart } from './namePart';
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

/**
 * The same of names some of which are laid over others, whose order is known. Cost O(entities), and of each name that is laid over them a
 * search by halving.
 */
export function* nameOrderOver(ranks: Uint32Array, below: NamePart, own: NamePart, entityCount: number): Steps<Uint32Array> {
  const base = inOrderOf(ranks);
  const came = placed(below.names, base, own);
  yield;
  const order = new Uint32Array(entityCount).fill(entityCount);
  let [rank, next, groupRank] = [0, 0, 0];
  const take = (at: number, isEqual: boolean, shared?: number) => {
    for (; came[next]?.at === at && came[next]!.isEqual === isEqual; next++, rank++) {
      const alike = shared ?? (next > 0 && came[next - 1]!.name === came[next]!.name ? order[came[next - 1]!.entity]! : rank);
      order[came[next]!.entity] = alike;
    }
  };
  yield* eachNumber(base.length + 1, (at) => {
    take(at, false);
    if (at === base.length) return;
    const place = base[at]!;
    if (at === 0 || ranks[base[at - 1]!] !== ranks[place]) groupRank = rank;
    take(at, true, groupRank);
    if (below.skips(place)) return;
    order[below.entityAt(place)] = groupRank;
    rank++;
  });
  return order;
}

/** Those that have a name, in the order of their ranks. */
function inOrderOf(ranks: Uint32Array): Uint32Array {
  const taken = new Uint32Array(ranks.length);
  const order = new Uint32Array(ranks.length);
  let named = 0;
  for (let place = 0; place < ranks.length; place++) {
    const rank = ranks[place]!;
    if (rank === ranks.length) continue;
    order[rank + taken[rank]!++] = place;
    named++;
  }
  return order.subarray(0, named);
}

/** The entities of a part in the order of their names, and before which of others they stand. */
function placed(names: FoldedNames, base: Uint32Array, own: NamePart): { entity: number; name: string; at: number; isEqual: boolean }[] {
  const nameOf = (place: number) => names.nameAt(names.entityOffsets[place]!);
  return Array.from({ length: own.names.entities }, (_, place) => place)
    .filter((place) => own.names.entityOffsets[place + 1]! > own.names.entityOffsets[place]!)
    .map((place) => ({ entity: own.entityAt(place), name: own.names.nameAt(own.names.entityOffsets[place]!) }))
    .sort((a, b) => compareText(a.name, b.name))
    .map(({ entity, name }) => {
      let [low, high] = [0, base.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (compareText(nameOf(base[middle]!), name) < 0) low = middle + 1;
        else high = middle;
      }
      return { entity, name, at: low, isEqual: low < base.length && nameOf(base[low]!) === name };
    });
}
