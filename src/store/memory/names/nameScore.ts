import { distance } from 'fastest-levenshtein';
import { soundOf } from '../../../model';

/** The lowest score of a hit of which every word was found whole; below it words were begun or misspelt. */
const WHOLE_WORDS = 0.8;
const BEGUN = 0.5;
const MISSPELT = 0.2;

/** How many letters a word of this length may be wrong by: none up to 3, one up to 5, two beyond. */
export function mistakesAllowed(word: string): number {
  return word.length <= 3 ? 0 : word.length <= 5 ? 1 : 2;
}

/** From this length on words that sound alike are taken for one: shorter ones sound like too many. */
export const SOUNDS_FROM = 4;

/**
 * How well a folded name answers a folded query, 0–1: 1 for the very name (spaces aside); from 0.8 when every word asked
 * for stands in it; from 0.5 when every word at least begins one of its words; from 0.2 when some are
 * misspelt or transliterated otherwise; below
 * when words are missing. Within a step, the more of the name is asked for the better. 0: no word answers.
 */
export function nameScore(query: string, name: string): number {
  if (query.replaceAll(' ', '') === name.replaceAll(' ', '')) return 1;
  const words = name.split(' ');
  const fits = query.split(' ').map((word) => words.reduce((best, other) => Math.max(best, fit(word, other)), 0));
  return scoreOf(fits, joinedFit(query, name), query.length / name.length);
}

/**
 * The score by how well each word asked for fits a word of the name (0:
 * not at all), how well both fit written together, and how much of the name is asked for.
 */
export function scoreOf(fits: ArrayLike<number>, together: number, covered: number): number {
  let [found, sum, least] = [0, 0, Infinity];
  for (let i = 0; i < fits.length; i++) {
    const fit = fits[i]!;
    if (fit > 0) found++;
    sum += fit;
    if (fit < least) least = fit;
  }
  if (found === 0 && together === 0) return 0;
  if (found < fits.length) return Math.max(together, (MISSPELT * sum) / fits.length);
  return Math.max(together, least + Math.min(1, covered) * 0.15);
}

/** 0.8 for the whole word, 0.5–0.65 for its beginning, 0.2–0.35 for a misspelling or another transliteration, else 0. */
function fit(word: string, other: string): number {
  if (other.startsWith(word)) return fitOfBeginning(word.length, other.length);
  if (word.length >= SOUNDS_FROM && soundOf(word) === soundOf(other)) return FIT_OF_SOUND;
  const wrong = mistakesIn(word, other);
  return wrong > mistakesAllowed(word) ? 0 : fitOfMisspelling(wrong, word.length);
}

/** Of a word of one length that begins one of the other, or is it. */
export function fitOfBeginning(length: number, otherLength: number): number {
  return length === otherLength ? WHOLE_WORDS : BEGUN + 0.15 * (length / otherLength);
}

/** Of a word that sounds like the other. */
export const FIT_OF_SOUND = MISSPELT + 0.15;

export function fitOfMisspelling(wrong: number, length: number): number {
  return MISSPELT + 0.15 * (1 - wrong / length);
}

/** How much less words score that are written together here and apart there. */
const LESS_TOGETHER = 0.05;
/** The best that they score where they are also misspelt or only sound alike. */
export const BEST_MISSPELT_TOGETHER = FIT_OF_SOUND - LESS_TOGETHER;

/** How many letters a word is wrong by; infinity where the lengths alone tell that it is more than are allowed. */
export function mistakesIn(word: string, other: string): number {
  return Math.abs(word.length - other.length) > mistakesAllowed(word) ? Infinity : distance(word, other);
}

/** For words written together or apart ("koryo link" for Koryolink) and misspelt at that. */
function joinedFit(query: string, name: string): number {
  if (!query.includes(' ') && !name.includes(' ')) return 0;
  return Math.max(0, fit(query.replaceAll(' ', ''), name.replaceAll(' ', '')) - LESS_TOGETHER);
}
