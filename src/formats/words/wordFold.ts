import { foldText } from '../../model';
import { foldFieldName } from './foldWords';

/** How many words are remembered as they are compared. */
const REMEMBERED = 2000;
const folded = new Map<string, string>();

/**
 * A word for a type as it is compared: folded as the model folds names, so that "Großaktionär" is "grossaktionar", 股東 is
 * 股东, and Cyrillic is its transliteration. Arabic keeps its letters, without marks and articles: its transliteration has
 * no vowels, and short words would be the same as others.
 */
export function foldTypeWord(text: string): string {
  const known = folded.get(text);
  if (known !== undefined) return known;
  const words = foldFieldName(text);
  const made = /\p{Script=Arabic}/u.test(words) ? foldArabic(words) : /^[ -~]*$/.test(words) ? words : foldText(words);
  if (folded.size < REMEMBERED && text.length <= 100) folded.set(text, made);
  return made;
}

function foldArabic(words: string): string {
  return words.split(' ').map((word) => word.replace(/ى/g, 'ي').replace(/ة$/, 'ه').replace(/ـ/g, '').replace(/^ال(?=.{2})/, '')).join(' ');
}

/** A word of a list as it may be written: as it stands, and in German without its umlauts (Eigentuemer). */
export function spellingsOf(word: string): string[] {
  const spelt = /[äöü]/i.test(word)
    ? [word, word.replace(/[äöüÄÖÜ]/g, (letter) => `${{ ä: 'a', ö: 'o', ü: 'u' }[letter.toLowerCase()]!}e`)]
    : [word];
  return spelt.map((one) => foldTypeWord(one));
}

/** A folded word and what it may be a form of: the plural, the feminine. The likeliest first. */
export function wordForms(word: string): string[] {
  const forms = [word];
  for (const [ending, other] of ENDINGS) if (ending.test(word)) forms.push(word.replace(ending, other));
  return forms;
}

/** Endings of plurals and feminines with what stands for them in the singular, in the languages of the lists. */
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/ies$/, 'y'], [/s$/, ''], [/es$/, ''], [/e$/, ''], [/n$/, ''], [/en$/, ''], [/(?<=\w{4})in$/, ''], [/(?<=\w{4})innen$/, ''],
  [/(?<=\w{3})a$/, 'o'], [/as$/, 'o'], [/(?<=or)a$/, ''], [/(?<=or)as$/, ''], [/i$/, 'o'], [/i$/, 'e'], [/oes$/, 'ao'],
];

