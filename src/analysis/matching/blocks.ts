import { hashOf } from '../../model';
import type { Comparable, ComparableName } from './comparable';
import type { Word } from './vocabulary';

/** How many entities an entity is compared with at most. */
export const MOST_COMPARED = 64;

const WORDS_PAIRED = 4;
const AFFIX = 4;
const SHORTEST_WITH_AFFIX = 6;
const MOST_BUCKETS = 2 ** 24;

/** The entities that are worth comparing with one, and how many others share something with it. */
interface Candidates {
  readonly entities: readonly number[];
  /** Entities of blocks that are too large, each counted once for every such block. */
  readonly passedOver: number;
}

/**
 * Who is worth comparing with whom, without comparing all with all: entities stand in one block for each thing that two must share to be
 * proposed: a number, the whole name, two words of it by their sound, a word and an initial, a word, the beginning or end of its rarest
 * word (so that one misspelling does not part them). Small blocks are taken first, as long as the whole block fits under
 * `MOST_COMPARED`, so a word that thousands share does no more than narrow down in company. Blocks are buckets of a hash:
 * two that fall together cost a comparison, never an answer. Memory: 4 bytes for each entity in each block, and for at most 2^24 buckets.
 */
export class Blocks {
  private constructor(
    private readonly offsets: Uint32Array,
    private readonly members: Uint32Array,
    private readonly mask: number,
  ) {}

  /** Cost O(entities · words²); it pauses after each entity, and often while it arranges them, and yields how much is done, 0–1. */
  static *build(comparables: readonly Comparable[]): Generator<number, Blocks> {
    const hashes: Uint32Array[] = [];
    let total = 0;
    for (const one of comparables) {
      const own = hashesOf(one);
      hashes.push(own);
      total += own.length;
      yield hashes.length / comparables.length / 2;
    }
    const buckets = Math.min(MOST_BUCKETS, 2 ** Math.ceil(Math.log2(Math.max(2, total))));
    const offsets = new Uint32Array(buckets + 1);
    for (const turn of inTurns(hashes.length, 4096)) {
      for (let i = turn.from; i < turn.to; i++) for (const hash of hashes[i]!) offsets[(hash & (buckets - 1)) + 1]!++;
      yield 0.5 + turn.done / 6;
    }
    for (const turn of inTurns(buckets, 1 << 20)) {
      for (let i = turn.from; i < turn.to; i++) offsets[i + 1]! += offsets[i]!;
      yield 0.67 + turn.done / 6;
    }
    const next = offsets.slice(0, buckets);
    const members = new Uint32Array(total);
    for (const turn of inTurns(hashes.length, 4096)) {
      for (let i = turn.from; i < turn.to; i++) for (const hash of hashes[i]!) members[next[hash & (buckets - 1)]!++] = i;
      yield 0.83 + turn.done / 6;
    }
    return new Blocks(offsets, members, buckets - 1);
  }

  /** Smallest blocks first, whole blocks only. Numbers and whole names come before all else, and are taken as far as they fit. */
  candidates(one: Comparable): Candidates {
    const found = new Set<number>();
    let passedOver = 0;
    for (const hash of [...numberKeys(one), ...nameKeys(one)].map(placeOf)) passedOver += this.take(hash, found, true);
    const hashes = [...new Set(wordKeys(one).map(placeOf))].sort((x, y) => this.size(x) - this.size(y) || x - y);
    for (const hash of hashes) passedOver += this.take(hash, found, false);
    return { entities: [...found].sort((x, y) => x - y), passedOver };
  }

  private size(hash: number): number {
    return this.offsets[(hash & this.mask) + 1]! - this.offsets[hash & this.mask]!;
  }

  /** Adds a block's entities; returns how many of them did not fit. */
  private take(hash: number, found: Set<number>, inPart: boolean): number {
    const from = this.offsets[hash & this.mask]!;
    const to = this.offsets[(hash & this.mask) + 1]!;
    const room = MOST_COMPARED - found.size;
    if (to - from > room && !inPart) return to - from;
    const end = Math.min(to, from + room);
    for (let i = from; i < end; i++) found.add(this.members[i]!);
    return to - end;
  }
}

/** The stretches of a count that are worked on between two pauses, and what part of it is done after each. */
function* inTurns(count: number, length: number): Generator<{ from: number; to: number; done: number }> {
  for (let from = 0; from < count; from += length) {
    const to = Math.min(count, from + length);
    yield { from, to, done: to / count };
  }
}

function hashesOf(one: Comparable): Uint32Array {
  return Uint32Array.from(new Set([...numberKeys(one), ...nameKeys(one), ...wordKeys(one)].map(placeOf)));
}

function numberKeys({ numbers }: Comparable): string[] {
  return numbers.map((number) => `#${number.shared.key}`);
}

function nameKeys({ names }: Comparable): string[] {
  return [...new Set(names.map(({ words }) => `=${soundsOf(words).sort().join(' ')}`))];
}

function wordKeys({ names, person }: Comparable): string[] {
  return [...new Set(names.flatMap((name) => keysOfName(name, person)))];
}

function keysOfName({ words, joined }: ComparableName, person: boolean): string[] {
  const telling = words.filter((word) => !word.common && (word.text.length > 1 || person));
  const told = (telling.length > 0 ? telling : words).slice(0, WORDS_PAIRED);
  const keys = [...told.filter((word) => word.text.length > 1).map((word) => `w${word.sound}`), ...pairKeys(told, person), `j${joined}`];
  const rarest = told.reduce<Word | undefined>(
    (best, word) => (best === undefined || word.entities < best.entities ? word : best), undefined,
  );
  if (rarest && rarest.sound.length >= SHORTEST_WITH_AFFIX) keys.push(`<${rarest.sound.slice(0, AFFIX)}`, `>${rarest.sound.slice(-AFFIX)}`);
  return keys;
}

function pairKeys(words: readonly Word[], person: boolean): string[] {
  const keys: string[] = [];
  for (const x of words) {
    for (const y of words) {
      if (x === y) continue;
      if (x.sound < y.sound) keys.push(`2${x.sound} ${y.sound}`);
      if (person && y.text.length > 1) keys.push(`i${x.text[0]} ${y.sound}`);
    }
  }
  return keys;
}

function soundsOf(words: readonly Word[]): string[] {
  return words.map((word) => word.sound);
}

/** The hash of a key, its first bits mixed into the last ones. */
function placeOf(key: string): number {
  const hash = hashOf(key);
  return (hash ^ (hash >>> 15)) >>> 0;
}
