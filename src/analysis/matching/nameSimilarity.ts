import { distance } from 'fastest-levenshtein';
import type { ComparableName } from './comparable';
import type { Vocabulary, Word } from './vocabulary';

/** How alike two names are, and how much that tells. */
export interface NameSimilarity {
  /** 0–1; 1 for the same words. */
  similarity: number;
  /** 0–1: how seldom the words are that both have. */
  rarity: number;
}

const NONE: NameSimilarity = { similarity: 0, rarity: 0 };
const SAME_SOUND = 0.94;
const SAME_CONSONANTS = 0.82;
/** What a wrong letter takes off, as a part of its part of the word. */
const MISSPELT = 0.6;
const INITIAL = 0.8;
const ALIKE = 0.8;

/** How many letters of a word may be wrong: none up to 3, one up to 8, two beyond. Stricter than in a search, where a reader chooses. */
function mistakesBorne(length: number): number {
  return length <= 3 ? 0 : length <= 8 ? 1 : 2;
}

/** How alike two words are, 0–1: the same, of the same sound, misspelt, or of the same consonants; numerals are the same or not. */
export function wordSimilarity(a: Word, b: Word): number {
  if (a === b) return 1;
  if (a.numeral || b.numeral) return 0;
  const shorter = Math.min(a.text.length, b.text.length);
  if (shorter >= 4 && a.sound === b.sound) return SAME_SOUND;
  const borne = mistakesBorne(shorter);
  if (borne > 0 && Math.abs(a.text.length - b.text.length) <= borne) {
    const wrong = distance(a.text, b.text);
    if (wrong <= borne) return 1 - (MISSPELT * wrong) / Math.max(a.text.length, b.text.length);
  }
  return a.consonants.length >= 4 && a.consonants === b.consonants ? SAME_CONSONANTS : 0;
}

/**
 * How alike two names of companies, bodies or things are: SoftTFIDF of Cohen, Ravikumar and Fienberg (2003, A comparison of string distance
 * metrics for name-matching tasks), with `wordSimilarity` between words, in any order. Where each name has a word that the other lacks they
 * count as less alike, and the more so where these are numerals: a Fund 1 is no Fund 2. Cost O(words · words).
 */
export function thingSimilarity(a: ComparableName, b: ComparableName, vocabulary: Vocabulary): NameSimilarity {
  const pairs = pairedWords(a.words, b.words, wordSimilarity);
  if (pairs.length === 0) return { similarity: joinedSimilarity(a, b), rarity: 1 };
  const rarity = Math.min(1, pairs.reduce((sum, pair) => sum + pairWeight(pair, vocabulary), 0));
  if (a.joined === b.joined) return { similarity: 1, rarity };
  const shared = pairs.reduce((sum, pair) => sum + pairWeight(pair, vocabulary) ** 2 * pair[2], 0);
  const both = pairs.reduce((sum, pair) => sum + pairWeight(pair, vocabulary) ** 2, 0);
  const [restOfA, restOfB] = [a, b].map(({ words }, side) => restOf(words, pairs.map((pair) => pair[side] as Word), vocabulary));
  const cosine = shared / Math.sqrt((both + restOfA!) * (both + restOfB!));
  const worded = cosine * (restOfA! > 0 && restOfB! > 0 ? BOTH_HAVE_MORE : 1) * numeralFactor(a.words, b.words);
  return { similarity: Math.max(worded, joinedSimilarity(a, b)), rarity };
}

/** What two paired words tell: as little as the one that tells less, so that a misspelt common word is no rare one. */
function pairWeight([x, y]: readonly [Word, Word, number], vocabulary: Vocabulary): number {
  return Math.min(vocabulary.weight(x), vocabulary.weight(y));
}

/** What a word without a partner weighs at least, unless it is a common one: many firms are of Nanjing, but a firm of Nanjing is another than one without. */
const UNPAIRED = 0.75;

/** The squared weights of the words without a partner. */
function restOf(words: readonly Word[], paired: readonly Word[], vocabulary: Vocabulary): number {
  const left = [...paired];
  return words.reduce((sum, word) => {
    const at = left.indexOf(word);
    if (at < 0) return sum + (word.common ? vocabulary.weight(word) : Math.max(UNPAIRED, vocabulary.weight(word))) ** 2;
    left.splice(at, 1);
    return sum;
  }, 0);
}

const BOTH_HAVE_MORE = 0.88;
const OTHER_NUMERALS = 0.7;

function numeralFactor(a: readonly Word[], b: readonly Word[]): number {
  const of = (words: readonly Word[]) => words.filter((word) => word.numeral).map((word) => word.text).sort().join(' ');
  return of(a) === of(b) ? 1 : OTHER_NUMERALS;
}

/** For names that part their words otherwise and are misspelt at that; numerals must be the same. */
function joinedSimilarity(a: ComparableName, b: ComparableName): number {
  if (a.joined === b.joined) return 1;
  if (a.words.length === b.words.length || numeralFactor(a.words, b.words) < 1) return 0;
  const longer = Math.max(a.joined.length, b.joined.length);
  if (Math.min(a.joined.length, b.joined.length) < 8 || Math.abs(a.joined.length - b.joined.length) > 2) return 0;
  const wrong = distance(a.joined, b.joined);
  return wrong > 2 ? 0 : 1 - (1.5 * wrong) / longer;
}

/**
 * How alike two names of people are: every word of the shorter name wants its like in the longer, in any order; an initial stands for any
 * name that it begins, if another word is there whole. Words that only the longer has (a patronymic, a middle name) take little off; two
 * different ones, one on each side, much. A single word beside several (a mononym) is no more than a hint. Cost O(words · words).
 */
export function personSimilarity(a: ComparableName, b: ComparableName, vocabulary: Vocabulary): NameSimilarity {
  const [short, long] = a.words.length <= b.words.length ? [a, b] : [b, a];
  const pairs = pairedWords(short.words, long.words, personWordSimilarity);
  const whole = pairs.filter(([x, y]) => x.text.length > 1 && y.text.length > 1);
  const joined = joinedSimilarity(a, b);
  if (whole.length === 0) return joined === 0 ? NONE : { similarity: joined, rarity: 1 };
  const rarity = Math.min(1, whole.reduce((sum, [x, y]) => sum + Math.min(vocabulary.weight(x), vocabulary.weight(y)), 0) / 2);
  const alike = pairs.reduce((sum, [, , similarity]) => sum + similarity, 0) / short.words.length;
  const extra = Math.min(3, long.words.length - short.words.length);
  const lonely = short.words.length === 1 && extra > 0 ? LONELY : 1;
  return { similarity: Math.max(joined, (alike - extra * EXTRA_WORD) * lonely), rarity };
}

const EXTRA_WORD = 0.02;
const LONELY = 0.8;

function personWordSimilarity(a: Word, b: Word): number {
  if (a !== b && (a.text.length === 1 || b.text.length === 1)) return a.text[0] === b.text[0] ? INITIAL : 0;
  return wordSimilarity(a, b);
}

const NO_PAIRS: [Word, Word, number][] = [];

/** The words of two names in pairs, the most alike first; each word once; in order of the first name among equals. */
function pairedWords(a: readonly Word[], b: readonly Word[], alike: (a: Word, b: Word) => number): [Word, Word, number][] {
  const all: [number, number, number][] = [];
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < b.length; j++) {
      const similarity = alike(a[i]!, b[j]!);
      if (similarity >= ALIKE) all.push([i, j, similarity]);
    }
  }
  if (all.length > 1) all.sort((x, y) => y[2] - x[2] || x[0] - y[0] || x[1] - y[1]);
  if (all.length === 0) return NO_PAIRS;
  const pairs: [Word, Word, number][] = [];
  const taken = new Set<number>();
  for (const [i, j, similarity] of all) {
    if (taken.has(i) || taken.has(-1 - j)) continue;
    taken.add(i).add(-1 - j);
    pairs.push([a[i]!, b[j]!, similarity]);
  }
  return pairs;
}
