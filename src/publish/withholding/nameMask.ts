import type { Entity } from '../../model';

/** What stands in place of a name. */
const WITHHELD = '[withheld]';

/** A shorter name is as often a word of its own. */
const SHORTEST = 3;
/** A name of so few letters is an abbreviation, which is written as it is: WHO is not "who". */
const ABBREVIATION = 4;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** Scripts that put no space between words, so that a name may stand anywhere in a run of letters. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

interface Name {
  readonly words: readonly string[];
  /** As it is written, where it is an abbreviation. */
  readonly exact?: string;
  readonly masked: boolean;
}

type Names = Pick<Entity, 'name' | 'shortName' | 'aliases'>;

/**
 * Puts `[withheld]` in place of each name of `hidden` in a text, at the bounds of words, whatever their case and what
 * stands between the words. Where names overlap the longest counts; what is also a name of `shown` stays. Cost O(words).
 */
export function nameMask(hidden: readonly Names[], shown: readonly Names[]): (text: string) => string {
  const byFirstWord = new Map<string, Name[]>();
  const add = (masked: boolean) => (text: string) => {
    const words = wordsOf(text);
    if (words.length === 0 || text.length < SHORTEST) return;
    const name = { words, masked, ...(words.length === 1 && text.length <= ABBREVIATION ? { exact: text } : {}) };
    byFirstWord.set(words[0]!, [...(byFirstWord.get(words[0]!) ?? []), name]);
  };
  const shownNames = shown.flatMap(namesOf);
  shownNames.forEach(add(false));
  const hiddenNames = hidden.flatMap(namesOf);
  hiddenNames.forEach(add(true));
  // Longest first; of two that are the same, the one that is shown was added first.
  for (const names of byFirstWord.values()) names.sort((a, b) => b.words.length - a.words.length);
  const unspaced = hiddenNames.filter((name) => UNSPACED.test(name) && !shownNames.some((other) => other.includes(name)));
  return (text) => unspaced.reduce((masked, name) => masked.replaceAll(name, WITHHELD), maskWords(text, byFirstWord));
}

function maskWords(text: string, byFirstWord: ReadonlyMap<string, readonly Name[]>): string {
  const words = [...text.matchAll(WORD)].map((match) => ({
    word: match[0].toLowerCase(), written: match[0], at: match.index, end: match.index + match[0].length,
  }));
  let masked = '';
  let done = 0;
  for (let i = 0; i < words.length; ) {
    const name = (byFirstWord.get(words[i]!.word) ?? []).find(
      ({ words: parts, exact }) =>
        parts.every((part, n) => words[i + n]?.word === part) && (exact === undefined || words[i]!.written === exact),
    );
    const next = i + (name?.words.length ?? 1);
    if (name?.masked) {
      masked += text.slice(done, words[i]!.at) + WITHHELD;
      done = words[next - 1]!.end;
    }
    i = next;
  }
  return masked + text.slice(done);
}

function namesOf({ name, shortName, aliases = [] }: Names): string[] {
  return [name, ...(shortName === undefined ? [] : [shortName]), ...aliases];
}

function wordsOf(text: string): string[] {
  return (text.match(WORD) ?? []).map((word) => word.toLowerCase());
}
