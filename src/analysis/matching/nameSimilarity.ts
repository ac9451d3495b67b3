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

/**
 * How alike two words are, 0–1: the same, of the same sound, misspelt, or of the same consonants.
 * Numerals are the same or not, and so are words that neither begin nor end alike.
 */
export function wordSimilarity(a: Word, b: Word): number {
  if (a === b) return 1;
  if ((a.head !== b.head && a.tail !== b.tail) || a.numeral || b.numeral) return 0;
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
  if (pairs.length === 0) return joinedAlone(a, b);
  let [told, shared, both, pairedOfA, pairedOfB] = [0, 0, 0, 0, 0];
  for (const [i, j, similarity] of pairs) {
    const weight = pairWeight(a.words[i]!, b.words[j]!, vocabulary);
    told += weight;
    both += weight ** 2;
    shared += weight ** 2 * similarity;
    pairedOfA |= 1 << i;
    pairedOfB |= 1 << j;
  }
  const rarity = Math.min(1, told);
  if (a.joined === b.joined) return { similarity: 1, rarity };
  const [restOfA, restOfB] = [restOf(a.words, pairedOfA, vocabulary), restOf(b.words, pairedOfB, vocabulary)];
  const cosine = shared / Math.sqrt((both + restOfA) * (both + restOfB));
  const worded = cosine * (restOfA > 0 && restOfB > 0 ? BOTH_HAVE_MORE : 1) * (a.numerals === b.numerals ? 1 : OTHER_NUMERALS);
  return { similarity: Math.max(worded, joinedSimilarity(a, b)), rarity };
}

/** What two paired words tell: as little as the one that tells less, so that a misspelt common word is no rare one. */
function pairWeight(x: Word, y: Word, vocabulary: Vocabulary): number {
  return Math.min(vocabulary.weight(x), vocabulary.weight(y));
}

/**
 * What a word without a partner weighs at least, unless it is a common one:
 * many firms are of Nanjing, but a firm of Nanjing is another than one without.
 */
const UNPAIRED = 0.75;

/** The squared weights of the words whose bit is not set in `paired`. */
function restOf(words: readonly Word[], paired: number, vocabulary: Vocabulary): number {
  let rest = 0;
  for (let i = 0; i < words.length; i++) {
    if ((paired >> i) & 1) continue;
    const weight = vocabulary.weight(words[i]!);
    rest += (words[i]!.common ? weight : Math.max(UNPAIRED, weight)) ** 2;
  }
  return rest;
}

const BOTH_HAVE_MORE = 0.88;
const OTHER_NUMERALS = 0.7;

/** For names that part their words otherwise and are misspelt at that; numerals must be the same. */
function joinedSimilarity(a: ComparableName, b: ComparableName): number {
  if (a.joined === b.joined) return 1;
  if (a.words.length === b.words.length || a.numerals !== b.numerals) return 0;
  const longer = Math.max(a.joined.length, b.joined.length);
  if (Math.min(a.joined.length, b.joined.length) < 8 || Math.abs(a.joined.length - b.joined.length) > 2) return 0;
  const wrong = distance(a.joined, b.joined);
  return wrong > 2 ? 0 : 1 - (1.5 * wrong) / longer;
}

function joinedAlone(a: ComparableName, b: ComparableName): NameSimilarity {
  const similarity = joinedSimilarity(a, b);
  return similarity === 0 ? NONE : { similarity, rarity: 1 };
}

/**
 * How alike two names of people are: every word of the shorter name wants its like in the longer, in any order; an initial stands for any
 * name that it begins, if another word is there whole. Words that only the longer has (a patronymic, a middle name) take little off; two
 * different ones, one on each side, much. A single word beside several (a mononym) is no more than a hint. Cost O(words · words).
 */
export function personSimilarity(a: ComparableName, b: ComparableName, vocabulary: Vocabulary): NameSimilarity {
  const [short, long] = a.words.length <= b.words.length ? [a, b] : [b, a];
  const pairs = pairedWords(short.words, long.words, personWordSimilarity);
  if (pairs.length === 0) return joinedAlone(a, b);
  const whole = pairs.filter(([i, j]) => short.words[i]!.text.length > 1 && long.words[j]!.text.length > 1);
  if (whole.length === 0) return joinedAlone(a, b);
  const joined = joinedSimilarity(a, b);
  const rarity = Math.min(1, whole.reduce((sum, [i, j]) => sum + pairWeight(short.words[i]!, long.words[j]!, vocabulary), 0) / 2);
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

/** Two words by their places in two names, and how alike they are. */
type WordPair = readonly [i: number, j: number, similarity: number];

const NO_PAIRS: readonly WordPair[] = [];

/** The words of two names (of 32 at most) in pairs, the most alike first; each word once; in order of the first name among equals. */
function pairedWords(a: readonly Word[], b: readonly Word[], alike: (a: Word, b: Word) => number): readonly WordPair[] {
  let all: WordPair[] | undefined;
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < b.length; j++) {
      const similarity = alike(a[i]!, b[j]!);
      if (similarity >= ALIKE) (all ??= []).push([i, j, similarity]);
    }
  }
  if (all === undefined || all.length < 2) return all ?? NO_PAIRS;
  all.sort((x, y) => y[2] - x[2] || x[0] - y[0] || x[1] - y[1]);
  let [takenOfA, takenOfB] = [0, 0];
  return all.filter(([i, j]) => {
    if ((takenOfA >> i) & 1 || (takenOfB >> j) & 1) return false;
    takenOfA |= 1 << i;
    takenOfB |= 1 << j;
    return true;
  });
}
