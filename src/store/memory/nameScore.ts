import { distance } from 'fastest-levenshtein';
import { soundOf } from '../../model';

/** The lowest score of a hit of which every word was found whole; below it words were begun or misspelt. */
export const WHOLE_WORDS = 0.8;
const BEGUN = 0.5;
const MISSPELT = 0.2;

/** How many letters a word of this length may be wrong by: none up to 3, one up to 5, two beyond. */
export function mistakesAllowed(word: string): number {
  return word.length <= 3 ? 0 : word.length <= 5 ? 1 : 2;
}

/**
 * How well a folded name answers a folded query, 0–1: 1 for the very name (spaces aside); from 0.8 when every word asked
 * for stands in it; from 0.5 when every word at least begins one of its words; from 0.2 when some are
 * misspelt or transliterated otherwise; below
 * when words are missing. Within a step, the more of the name is asked for the better. 0: no word answers.
 */
export function nameScore(query: string, name: string): number {
  if (query.replaceAll(' ', '') === name.replaceAll(' ', '')) return 1;
  const asked = query.split(' ');
  const words = name.split(' ');
  const fits = asked.map((word) => bestFit(word, words));
  const found = fits.filter((fit) => fit > 0);
  const together = joinedFit(query, name);
  if (found.length === 0 && together === 0) return 0;
  const covered = Math.min(1, query.length / name.length) * 0.15;
  if (found.length < asked.length) return Math.max(together, (MISSPELT * found.reduce((a, b) => a + b, 0)) / asked.length);
  return Math.max(together, Math.min(...fits) + covered);
}

/** 0.8 for the whole word, 0.5–0.65 for its beginning, 0.2–0.35 for a misspelling or another transliteration, else 0. */
function bestFit(word: string, words: readonly string[]): number {
  let best = 0;
  for (const other of words) best = Math.max(best, fit(word, other));
  return best;
}

function fit(word: string, other: string): number {
  if (word === other) return WHOLE_WORDS;
  if (other.startsWith(word)) return BEGUN + 0.15 * (word.length / other.length);
  if (word.length >= 4 && soundOf(word) === soundOf(other)) return MISSPELT + 0.15;
  const allowed = mistakesAllowed(word);
  const wrong = Math.abs(word.length - other.length) > allowed ? Infinity : distance(word, other);
  return wrong > allowed ? 0 : MISSPELT + 0.15 * (1 - wrong / word.length);
}

/** For words written together or apart ("koryo link" for Koryolink) and misspelt at that. */
function joinedFit(query: string, name: string): number {
  if (!query.includes(' ') && !name.includes(' ')) return 0;
  return Math.max(0, fit(query.replaceAll(' ', ''), name.replaceAll(' ', '')) - 0.05);
}
