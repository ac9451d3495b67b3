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

interface Name<T> {
  readonly words: readonly string[];
  /** As it is written, where it is an abbreviation. */
  readonly exact?: string;
  /** Whose name it is, where that is hidden. */
  readonly of?: T;
}

type Names = Pick<Entity, 'name' | 'shortName' | 'aliases'>;

/** A name of somebody hidden, and where it stands in a text. */
interface Found<T> {
  readonly of: T;
  readonly at: number;
  readonly end: number;
}

/**
 * Finds the names of `hidden` in a text, at the bounds of words, whatever their case and what stands between the words, in
 * the order of the text. Where names overlap the longest counts; what is also a name of `shown` is none. Cost O(words).
 */
function nameFinder<T extends Names>(hidden: readonly T[], shown: readonly Names[]): (text: string) => Found<T>[] {
  const byFirstWord = new Map<string, Name<T>[]>();
  const add = (text: string, of?: T) => {
    const words = wordsOf(text);
    if (words.length === 0 || text.length < SHORTEST) return;
    const name = { words, ...(of ? { of } : {}), ...(words.length === 1 && text.length <= ABBREVIATION ? { exact: text } : {}) };
    byFirstWord.set(words[0]!, [...(byFirstWord.get(words[0]!) ?? []), name]);
  };
  const shownNames = shown.flatMap(namesOf);
  for (const name of shownNames) add(name);
  const hiddenNames = hidden.flatMap((of) => namesOf(of).map((name) => ({ name, of })));
  for (const { name, of } of hiddenNames) add(name, of);
  // Longest first; of two that are the same, the one that is shown was added first.
  for (const names of byFirstWord.values()) names.sort((a, b) => b.words.length - a.words.length);
  const unspaced = hiddenNames.filter(({ name }) => UNSPACED.test(name) && !shownNames.some((other) => other.includes(name)));
  return (text) => [
    ...wordsFound(text, byFirstWord),
    ...unspaced.flatMap(({ name, of }) => placesOf(name, text).map((at) => ({ of, at, end: at + name.length }))),
  ];
}

function wordsFound<T>(text: string, byFirstWord: ReadonlyMap<string, readonly Name<T>[]>): Found<T>[] {
  const words = [...text.matchAll(WORD)].map((match) => ({
    word: match[0].toLowerCase(), written: match[0], at: match.index, end: match.index + match[0].length,
  }));
  const found: Found<T>[] = [];
  for (let i = 0; i < words.length; ) {
    const name = (byFirstWord.get(words[i]!.word) ?? []).find(
      ({ words: parts, exact }) =>
        parts.every((part, n) => words[i + n]?.word === part) && (exact === undefined || words[i]!.written === exact),
    );
    const next = i + (name?.words.length ?? 1);
    if (name?.of) found.push({ of: name.of, at: words[i]!.at, end: words[next - 1]!.end });
    i = next;
  }
  return found;
}

function placesOf(name: string, text: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) places.push(at);
  return places;
}

/** Puts `[withheld]` in place of each name of `hidden` in a text; see `nameFinder`. */
export function nameMask(hidden: readonly Names[], shown: readonly Names[]): (text: string) => string {
  const find = nameFinder(hidden, shown);
  return (text) => {
    let masked = '';
    let done = 0;
    for (const { at, end } of find(text).sort((a, b) => a.at - b.at || b.end - a.end)) {
      if (at < done) continue;
      masked += text.slice(done, at) + WITHHELD;
      done = end;
    }
    return masked + text.slice(done);
  };
}

/** Of `hidden` those whose names stand in some of the texts, in the order of `hidden`; see `nameFinder`. */
export function namedIn<T extends Names>(texts: Iterable<string>, hidden: readonly T[], shown: readonly Names[]): T[] {
  if (hidden.length === 0) return [];
  const find = nameFinder(hidden, shown);
  const named = new Set<T>();
  for (const text of texts) for (const { of } of find(text)) named.add(of);
  return hidden.filter((one) => named.has(one));
}

function namesOf({ name, shortName, aliases = [] }: Names): string[] {
  return [name, ...(shortName === undefined ? [] : [shortName]), ...aliases];
}

function wordsOf(text: string): string[] {
  return (text.match(WORD) ?? []).map((word) => word.toLowerCase());
}
