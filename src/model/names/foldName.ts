import { COMMON_WORDS, PLACE_WORDS } from './commonWords';
import { foldText } from './foldText';
import { LEGAL_FORMS, type LegalFormKind } from './legalForms';

/** A name of a company or body as it is compared: without its legal form, and what kinds of form it was written with. */
export interface FoldedName {
  /**
   * In Latin letters without marks or case, common words of any language under one of them, in the order of the name;
   * never empty unless the name has no letter or digit.
   */
  readonly words: readonly string[];
  /** All words together, as written, common ones not replaced: for what is written together here and apart there. */
  readonly joined: string;
  readonly forms: ReadonlySet<LegalFormKind>;
}

const BRIEFEST_JOINED = 2;

/** The words of a folded text, single letters in a row as one: "S.A.E." gives "sae", "Sp. z o.o." gives "sp zoo". */
function wordsOf(text: string): string[] {
  const words: string[] = [];
  let letters = '';
  const close = () => {
    if (letters !== '') words.push(letters);
    letters = '';
  };
  for (const word of foldText(text).split(' ')) {
    if (/^[a-z]$/.test(word)) letters += word;
    else {
      close();
      if (word !== '') words.push(word);
    }
  }
  close();
  return words;
}

/** Scripts written without spaces (Han, Kana, Hangul): their words are told apart by the words that are known. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

const formKinds = new Map<string, Set<LegalFormKind>>();
const commonWords = new Map<string, string>();
const unspacedForms = new Map<string, LegalFormKind>();
const unspacedWords = new Map<string, string>();

for (const [kind, list] of Object.entries(LEGAL_FORMS) as [LegalFormKind, string][]) {
  for (const written of list.split('|')) {
    if (UNSPACED.test(written)) unspacedForms.set(written.normalize('NFKC'), kind);
    const key = wordsOf(written).join(' ');
    formKinds.set(key, (formKinds.get(key) ?? new Set()).add(kind));
  }
}
for (const list of COMMON_WORDS) {
  const [word, ...others] = list.split('|') as [string, ...string[]];
  for (const written of [word, ...others]) {
    if (UNSPACED.test(written)) unspacedWords.set(written.normalize('NFKC'), word);
    else commonWords.set(wordsOf(written).join(' '), word);
  }
}

const LONGEST_FORM = Math.max(...[...formKinds.keys()].map((form) => form.split(' ').length));
const LONGEST_COMMON = 2;
const commonNames = new Set([...commonWords.values()].filter((word) => !PLACE_WORDS.has(word)).flatMap((word) => word.split(' ')));

function patternOf(written: Iterable<string>, around: (words: string) => string): RegExp {
  const escaped = [...written].sort((a, b) => b.length - a.length).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(around(escaped.join('|')), 'gu');
}
const FORM_AT_AN_END = patternOf(unspacedForms.keys(), (words) => `^\\s*(?:${words})|(?:${words})\\s*$`);
/** A single character is a word only where it stands alone: 部 ends many words that are no ministry. */
const KNOWN_INSIDE = patternOf([...unspacedWords.keys()].filter((word) => word.length > 1), (words) => words);

/** Whether a word of a folded name is that of a country or town. */
export function isPlaceWord(word: string): boolean {
  return PLACE_WORDS.has(word);
}

/** Whether a word of a folded name is one that many names share. */
export function isCommonWord(word: string): boolean {
  return commonNames.has(word) || formKinds.has(word);
}

/**
 * Folds the name of a company or body. Legal forms are taken off at its beginning and end, as often as one stands there,
 * and only while a word is left; common words inside become one word for all languages. Cost O(length).
 */
export function foldName(name: string): FoldedName {
  const forms = new Set<LegalFormKind>();
  const words = withoutForms(wordsOf(UNSPACED.test(name) ? spaced(name, forms) : name), forms);
  return { words: withCommonWords(words), joined: words.join(''), forms };
}

/** A folded name as one word, by which names are the same whatever their legal form, script and spacing. */
export function nameKey(name: string): string {
  return foldName(name).words.join('');
}

/** Parts a name in a script without spaces at its legal form and its known words. */
function spaced(name: string, forms: Set<LegalFormKind>): string {
  const whole = name.normalize('NFKC');
  const bare = whole.replace(FORM_AT_AN_END, (form) => {
    forms.add(unspacedForms.get(form.trim())!);
    return ' ';
  });
  return (bare.trim() === '' ? whole : bare).replace(KNOWN_INSIDE, (word) => ` ${unspacedWords.get(word)!} `);
}

function withoutForms(words: string[], forms: Set<LegalFormKind>): string[] {
  for (;;) {
    const atEnd = formLength(words, (length) => words.slice(-length));
    const atStart = atEnd > 0 ? 0 : formLength(words, (length) => words.slice(0, length));
    if (atEnd === 0 && atStart === 0) return words;
    const form = atEnd > 0 ? words.slice(-atEnd) : words.slice(0, atStart);
    for (const kind of formKinds.get(form.join(' '))!) forms.add(kind);
    words = atEnd > 0 ? words.slice(0, -atEnd) : words.slice(atStart);
  }
}

/** How many words the longest legal form has that `take` finds, leaving at least one word of two letters; 0 for none. */
function formLength(words: readonly string[], take: (length: number) => string[]): number {
  for (let length = Math.min(LONGEST_FORM, words.length - 1); length > 0; length--) {
    if (formKinds.has(take(length).join(' ')) && (words.length - length > 1 || lastingWord(words, take(length)))) return length;
  }
  return 0;
}

function lastingWord(words: readonly string[], form: readonly string[]): boolean {
  return words.join('').length - form.join('').length >= BRIEFEST_JOINED;
}

function withCommonWords(words: readonly string[]): string[] {
  const folded: string[] = [];
  for (let i = 0; i < words.length; ) {
    const pair = i + 1 < words.length ? commonWords.get(words.slice(i, i + LONGEST_COMMON).join(' ')) : undefined;
    folded.push(...(pair ?? commonWords.get(words[i]!) ?? words[i]!).split(' '));
    i += pair === undefined ? 1 : LONGEST_COMMON;
  }
  return folded;
}
