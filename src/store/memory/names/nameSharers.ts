import { distance } from 'fastest-levenshtein';
import { foldText, type Steps } from '../../../model';
import type { FoldedNames } from './foldedNames';
import type { NamePart } from './namePart';

/** How many entities are looked at for a name at most: those that share its rarest words. */
const MOST_SHARERS = 60;
/** Words of so many entities tell nothing beside rarer ones. */
const COMMON = 5000;
/** Words from this length on are also found with a letter wrong, with two from the second on. */
const ONE_WRONG = 5;
const TWO_WRONG = 9;
const SLICE = 5000;

/**
 * The entities that share a telling word with some of many names, a letter or two wrong in long ones, by integer ascending: who is worth
 * comparing with them. One pass over the distinct words serves all names: a word is near another where both come to the same by leaving one
 * letter out of each (the deletion neighbourhood, Mor and Fraenkel, Information Processing Letters 15, 1982). Cost O(distinct words ·
 * letters + names · words · MOST_SHARERS).
 */
export function* sharersOf(parts: readonly NamePart[], texts: readonly string[]): Steps<number[]> {
  const asked = texts.map((text) =>
    foldText(text)
      .split(' ')
      .filter((word) => word !== ''),
  );
  const wanted = new Set(asked.flatMap((words) => [...words, ...(words.length > 1 ? [words.join('')] : [])]));
  const holdings: Holding[] = [];
  for (const part of parts) holdings.push(yield* holdingOf(part, wanted));
  const found = new Set<number>();
  for (const words of asked) {
    for (const entity of sharersOfOne([...new Set([...words, words.join('')])], holdings)) found.add(entity);
    yield;
  }
  return [...found].sort((a, b) => a - b);
}

/** Who has which of the wanted words, or words near them, in one part. */
interface Holding {
  countOf(word: string): number;
  of(word: string): Iterable<number>;
}

function* holdingOf(part: NamePart, wanted: ReadonlySet<string>): Steps<Holding> {
  const near = yield* nearWords(part.names, wanted);
  const holders = yield* part.names.holders();
  const skipped = part.skippedWords();
  return {
    countOf: (word) => (near.get(word) ?? []).reduce((sum, i) => sum + holders.countOf(i) - (skipped.get(i) ?? 0), 0),
    *of(word) {
      for (const i of near.get(word) ?? [])
        for (const place of holders.of(i)) if (!part.skips(place)) yield part.entityAt(place);
    },
  };
}

/** The words of the table that are one of the wanted, or nearly, by the wanted one. */
function* nearWords({ words }: FoldedNames, wanted: ReadonlySet<string>): Steps<ReadonlyMap<string, readonly number[]>> {
  const near = new Map<string, number[]>([...wanted].map((word) => [word, []]));
  const shortened = new Map<string, string[]>();
  for (const word of wanted) {
    if (word.length < ONE_WRONG) continue;
    for (const short of [word, ...withoutOne(word)]) shortened.set(short, [...(shortened.get(short) ?? []), word]);
  }
  for (let i = 0; i < words.length; i++) {
    if (i % SLICE === SLICE - 1) yield (0.5 * i) / words.length;
    const word = words.wordAt(i);
    near.get(word)?.push(i);
    if (word.length < ONE_WRONG - 1 || word.length > 40) continue;
    const like = new Set([word, ...withoutOne(word)].flatMap((short) => shortened.get(short) ?? []));
    for (const other of like) if (other !== word && distance(other, word) <= (other.length < TWO_WRONG ? 1 : 2)) near.get(other)!.push(i);
  }
  return near;
}

function withoutOne(word: string): string[] {
  return Array.from({ length: word.length }, (_, i) => word.slice(0, i) + word.slice(i + 1));
}

/**
 * Those that share most words of one name. Words that very many have tell nothing beside rarer ones and are passed over; of a name that has
 * no other, those that have its two rarest are looked at.
 */
function sharersOfOne(words: readonly string[], holdings: readonly Holding[]): number[] {
  const counted = words
    .map((word) => ({ word, count: holdings.reduce((sum, holding) => sum + holding.countOf(word), 0) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => a.count - b.count);
  const telling = counted.filter(({ count }) => count <= COMMON);
  if (telling.length === 0) return haveBoth(counted.slice(0, 2), holdings);
  const shares = new Map<number, number>();
  for (const [rank, { word }] of telling.entries()) {
    for (const entity of holdersOf(word, holdings)) shares.set(entity, (shares.get(entity) ?? 0) + 1 + 1 / (2 + rank));
  }
  return [...shares].sort(([a, x], [b, y]) => y - x || a - b).slice(0, MOST_SHARERS).map(([entity]) => entity);
}

function haveBoth([rarest, next]: readonly { readonly word: string }[], holdings: readonly Holding[]): number[] {
  if (!rarest) return [];
  const have = holdersOf(rarest.word, holdings);
  const also = next && holdersOf(next.word, holdings);
  return [...have].filter((entity) => also?.has(entity) ?? true).slice(0, MOST_SHARERS);
}

function holdersOf(word: string, holdings: readonly Holding[]): Set<number> {
  const found = new Set<number>();
  for (const holding of holdings) for (const entity of holding.of(word)) found.add(entity);
  return found;
}
