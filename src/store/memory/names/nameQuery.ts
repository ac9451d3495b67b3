import type { Steps } from '../../../model';
import { AskedWord } from './askedWord';
import type { FoldedNames, SearchRoom } from './foldedNames';
import { mayBegin, mayBeWrongBy, type Letters } from './letters';
import { BEST_MISSPELT_TOGETHER, nameScore, scoreOf } from './nameScore';
import { WordFits } from './wordFits';
import type { NamesByLength } from './namesByLength';
import type { WordHolders } from './wordHolders';

/** So many words of a query are asked for, so that with all of them written together there is a bit for each. No name has so many. */
const MOST_WORDS = 31;
/** The bits of all terms. */
export const ALL_TERMS = -1;
/** How many names are looked at before the clock is. */
const SLICE = 100_000;
/** So few places are looked at without another word being looked for. */
const FEW = 20_000;

/**
 * A folded query put to folded names. An entity answers wholly if each word asked for is a word of its names or one of its names written
 * together, or begins one, or is misspelt; or if each sounds like a word; or if all of them written together are, begin or misspell one.
 * What its best name scores is what `nameScore` says, without a string being made of every name.
 */
export class NameQuery {
  private readonly query: string;
  private readonly asked: readonly string[];
  /** The distinct words; then, where there are several, all of them written together. */
  private readonly terms: readonly AskedWord[];
  private readonly together: AskedWord;
  /** Which of the terms each word asked for is. */
  private readonly termOf: readonly number[];
  /** A bit for each distinct word. */
  private readonly allWords: number;
  private readonly fits: WordFits;
  /** The distinct words, without all of them together. */
  private readonly words: readonly string[];
  private decisiveWord = 0;
  /** How well each word asked for fits the name that is looked at. */
  private readonly fitting: Float64Array;

  private constructor(
    private readonly names: FoldedNames,
    folded: string,
    private readonly room: SearchRoom,
  ) {
    this.asked = folded.split(' ').slice(0, MOST_WORDS);
    this.query = this.asked.join(' ');
    const words = [...new Set(this.asked)];
    const terms = words.map((word) => new AskedWord(word));
    this.terms = this.asked.length > 1 ? [...terms, new AskedWord(this.asked.join(''))] : terms;
    this.together = this.terms.at(-1)!;
    this.termOf = this.asked.map((word) => words.indexOf(word));
    this.allWords = 2 ** words.length - 1;
    this.fits = new WordFits(names.words, this.terms, room);
    this.words = words;
    this.fitting = new Float64Array(this.asked.length);
  }

  /**
   * Puts a folded query to all words, for as many of those asked for as it takes to find one that few entities have: the others are held to
   * the words of these alone. Cost O(distinct words of the names), some ns each, for each that is looked for so.
   */
  static *steps(names: FoldedNames, folded: string, holders: WordHolders, room: SearchRoom): Steps<NameQuery> {
    const query = new NameQuery(names, folded, room);
    const longestFirst = [...query.words.keys()].sort((a, b) => query.terms[b]!.length - query.terms[a]!.length);
    let fewest = Infinity;
    for (const i of longestFirst) {
      query.fits.scan(i);
      const count = query.countOf(i, holders);
      if (count < fewest) [fewest, query.decisiveWord] = [count, i];
      yield;
      if (fewest <= FEW) break;
    }
    query.fits.scan(query.terms.length - 1);
    yield;
    return query;
  }

  /** Puts what was not put to all words yet to them; before it is asked who answers in part. */
  *scanAll(): Steps<void> {
    for (const i of this.terms.keys()) {
      this.fits.scan(i);
      yield;
    }
  }

  /** In how many places of names the words stand that the i-th word asked for fits. */
  private countOf(i: number, holders: WordHolders): number {
    const { words } = this.fits;
    let count = 0;
    for (const [row, word] of words.entries()) if (((this.bitsOf(row + 1) >> i) & 1) === 1) count += holders.countOf(word);
    return count;
  }

  /**
   * Who may answer, by entity, until it is asked again: 1 where a word of its names, or one of its names written together, fits one of
   * some terms (their bits).
   * Cost O(names), a ns or two each.
   */
  *marked(holders: WordHolders, terms: number): Steps<Uint8Array> {
    const marks = this.room.marks.fill(0);
    for (const [i, word] of this.fits.words.entries()) if ((this.bitsOf(i + 1) & terms) !== 0) holders.mark(word, marks);
    yield;
    const byLength = yield* this.names.byLength();
    const count = this.names.entityOffsets[marks.length]!;
    for (const term of this.terms.filter((_, i) => (terms & (1 << i)) !== 0)) {
      for (let from = 0; from < count; from += SLICE, yield) this.markBegun(term, marks, from, Math.min(from + SLICE, count));
      const [least, most] = byLength.between(term.length - term.mistakes, term.length + term.mistakes);
      for (let from = least; from < most; from += SLICE, yield)
        this.markMisspelt(term, byLength, marks, from, Math.min(from + SLICE, most));
    }
    return marks;
  }

  /** Those with a name of several words that begins with a term; nearly all are told by the first characters that theirs do not. */
  private markBegun(term: AskedWord, marks: Uint8Array, from: number, to: number): void {
    const { nameOffsets, letters, lengths, beginnings } = this.names;
    const { beginning, beginningBits } = term;
    for (let name = from; name < to; name++) {
      if ((beginnings[name]! & beginningBits) !== beginning || nameOffsets[name + 1]! - nameOffsets[name]! === 1) continue;
      if (this.begins(term, name, letters[name]!, lengths[name]!)) marks[this.entityOf(name)] = 1;
    }
  }

  /** Those with a name of several words that misspells a term. */
  private markMisspelt(term: AskedWord, byLength: NamesByLength, marks: Uint8Array, from: number, to: number): void {
    const { letters: own, mistakes } = term;
    const { names, letters } = byLength.parts;
    for (let at = from; at < to; at++) {
      if (!mayBeWrongBy(mistakes, own, letters[at]!)) continue;
      const name = names[at]!;
      if (term.mistakesIn(this.names.togetherAt(name)) < Infinity) marks[this.entityOf(name)] = 1;
    }
  }

  /** Whose name it is, by halving. */
  private entityOf(name: number): number {
    const { entityOffsets, entities } = this.names;
    let [low, high] = [0, entities - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (entityOffsets[middle]! <= name) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The bits of a word asked for that few entities have, and of all words written together: what has neither does not answer wholly. */
  get decisive(): number {
    return (1 << this.decisiveWord) | (1 << (this.terms.length - 1));
  }

  private bitsOf(row: number): number {
    return this.fits.spelled[row]! | this.fits.sounding[row]!;
  }

  /** Whether one of the marked answers wholly. Cost O(words of the entity's names). */
  answersWholly(entity: number): boolean {
    // Where one word is asked for, that is what it was marked for.
    if (this.terms.length === 1) return true;
    const { spelled, sounding } = this.foundIn(entity);
    const all = this.allWords;
    if ((sounding & all) === all || this.isWhole(spelled)) return true;
    return this.isWhole(spelled | this.spelledTogether(entity, spelled));
  }

  /** Whether at least one of the words is a word of its names or one of its names written together, or begins one, or is misspelt. */
  answersInPart(entity: number): boolean {
    const { spelled } = this.foundIn(entity);
    return ((spelled | this.spelledTogether(entity, spelled)) & this.allWords) !== 0;
  }

  /** The score of the entity's best name. */
  score(entity: number): number {
    const { entityOffsets } = this.names;
    let best = 0;
    for (let name = entityOffsets[entity]!; name < entityOffsets[entity + 1]!; name++) best = Math.max(best, this.scoreOfName(name));
    return best;
  }

  private isWhole(spelled: number): boolean {
    return (spelled & this.allWords) === this.allWords || (spelled & ~this.allWords) !== 0;
  }

  /** The bits of the terms that are spelled, and that sound, like a word of the entity's names. */
  private foundIn(entity: number): { spelled: number; sounding: number } {
    const { entityOffsets, nameOffsets, wordRow } = this.names;
    const { fits } = this;
    const found = { spelled: 0, sounding: 0 };
    const to = nameOffsets[entityOffsets[entity + 1]!]!;
    for (let at = nameOffsets[entityOffsets[entity]!]!; at < to; at++) {
      const row = fits.rowFor(wordRow[at]!);
      if (row === 0) continue;
      found.spelled |= fits.spelled[row]!;
      found.sounding |= fits.sounding[row]!;
    }
    return found;
  }

  /** The bits of the terms, but for those already found, that a name of several words written together is, begins with or misspells. */
  private spelledTogether(entity: number, already: number): number {
    const { entityOffsets, nameOffsets } = this.names;
    let found = 0;
    for (let name = entityOffsets[entity]!; name < entityOffsets[entity + 1]!; name++) {
      if (nameOffsets[name + 1]! - nameOffsets[name]! > 1) found |= this.spelledInName(name, already);
    }
    return found;
  }

  private spelledInName(name: number, already: number): number {
    const letters = this.names.letters[name]!;
    const length = this.names.lengths[name]!;
    let found = 0;
    for (let i = 0; i < this.terms.length; i++)
      if ((already & (1 << i)) === 0 && this.isSpelled(this.terms[i]!, name, letters, length)) found |= 1 << i;
    return found;
  }

  /** Whether a name written together, with these letters and of this length, is a term, begins with it or misspells it. */
  private isSpelled(term: AskedWord, name: number, letters: Letters, length: number): boolean {
    return (
      this.begins(term, name, letters, length)
      || (term.mayBeMisspelt(letters, length) && term.mistakesIn(this.names.togetherAt(name)) < Infinity)
    );
  }

  /** Strings are made only of names that all words written together may fit better than the words do one by one. */
  private scoreOfName(name: number): number {
    const letters = this.names.letters[name]!;
    const length = this.names.lengths[name]!;
    if (this.begins(this.together, name, letters, length)) return nameScore(this.query, this.names.nameAt(name));
    const byWords = this.scoreByWords(name, length);
    const mayBeMore =
      byWords < BEST_MISSPELT_TOGETHER && (this.together.mayBeMisspelt(letters, length) || this.together.maySoundLike(letters));
    return mayBeMore ? nameScore(this.query, this.names.nameAt(name)) : byWords;
  }

  private scoreByWords(name: number, length: number): number {
    const { nameOffsets, wordRow } = this.names;
    const { fits, fitting, termOf } = this;
    const [from, to] = [nameOffsets[name]!, nameOffsets[name + 1]!];
    fitting.fill(0);
    for (let at = from; at < to; at++) {
      const row = fits.rowFor(wordRow[at]!);
      if (row === 0) continue;
      for (let i = 0; i < fitting.length; i++) fitting[i] = Math.max(fitting[i]!, fits.fit(row, termOf[i]!));
    }
    return scoreOf(fitting, 0, this.query.length / (length + to - from - 1));
  }

  /** Whether a term begins a name written together. What no more than begins its first word is found, and scores better, by that word. */
  private begins(term: AskedWord, name: number, letters: Letters, length: number): boolean {
    if (length < term.length || !term.mayBegin(this.names.beginnings[name]!) || !mayBegin(term.letters, letters)) return false;
    const several = this.asked.length > 1 && term === this.together;
    return (several || term.length === length || term.length > this.lengthOfFirstWord(name)) && this.names.beginsTogether(name, term.text);
  }

  private lengthOfFirstWord(name: number): number {
    return this.names.words.lengthOf(this.names.wordRow[this.names.nameOffsets[name]!]!);
  }
}
