import type { Steps } from '../../../model';
import { AskedWord } from './askedWord';
import type { FoldedNames } from './foldedNames';
import { mayBegin, type Letters } from './letters';
import { BEST_MISSPELT_TOGETHER, nameScore, scoreOf } from './nameScore';
import { WordFits } from './wordFits';
import type { WordHolders } from './wordHolders';

/** So many words of a query are asked for, so that with all of them written together there is a bit for each. No name has so many. */
const MOST_WORDS = 31;
const ALL_TERMS = -1;

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

  private constructor(
    private readonly names: FoldedNames,
    folded: string,
  ) {
    this.asked = folded.split(' ').slice(0, MOST_WORDS);
    this.query = this.asked.join(' ');
    const words = [...new Set(this.asked)];
    const terms = words.map((word) => new AskedWord(word));
    this.terms = this.asked.length > 1 ? [...terms, new AskedWord(this.asked.join(''))] : terms;
    this.together = this.terms.at(-1)!;
    this.termOf = this.asked.map((word) => words.indexOf(word));
    this.allWords = 2 ** words.length - 1;
    this.fits = new WordFits(names.words, this.terms);
  }

  /** Puts a folded query to all words, one asked for after another. Cost O(distinct words of the names × words asked for), some ns each. */
  static *steps(names: FoldedNames, folded: string): Steps<NameQuery> {
    const query = new NameQuery(names, folded);
    for (const i of query.terms.keys()) {
      query.fits.scan(i);
      yield;
    }
    return query;
  }

  /**
   * Marks, by entity, those that may answer wholly: what does not have the word asked for that fewest have, nor all words written together,
   * does not. Those remain that are only found by a name written together (`mayBeTogether`). Cost O(entities that have the word).
   */
  markWhole(holders: WordHolders, marks: Uint8Array): void {
    const wanted = this.decisive(holders);
    for (const [i, word] of this.fits.words.entries()) if ((this.bitsOf(i + 1) & wanted) !== 0) holders.mark(word, marks);
  }

  /** The same for those that may answer in part. */
  markPart(holders: WordHolders, marks: Uint8Array): void {
    for (const word of this.fits.words) holders.mark(word, marks);
  }

  /** Whether a term, by default any of them, is a name of the entity written together, begins or misspells it. */
  mayBeTogether(entity: number, terms = ALL_TERMS): boolean {
    return this.spelledTogether(entity, ~terms) !== 0;
  }

  /** The bits of the word asked for that fewest entities have, and of all words written together. */
  decisive(holders: WordHolders): number {
    const counts = this.terms.map((_, i) =>
      this.fits.words.reduce((sum, word, row) => sum + ((this.bitsOf(row + 1) >> i) & 1) * holders.countOf(word), 0),
    );
    const words = counts.slice(0, this.terms.length === 1 ? 1 : -1);
    return (1 << words.indexOf(Math.min(...words))) | (1 << (this.terms.length - 1));
  }

  private bitsOf(row: number): number {
    return this.fits.spelled[row]! | this.fits.sounding[row]!;
  }

  /** Cost O(words of the entity's names). */
  answersWholly(entity: number): boolean {
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
    const { rowOf, spelled, sounding } = this.fits;
    const found = { spelled: 0, sounding: 0 };
    const to = nameOffsets[entityOffsets[entity + 1]!]!;
    for (let at = nameOffsets[entityOffsets[entity]!]!; at < to; at++) {
      const row = rowOf[wordRow[at]!]!;
      if (row === 0) continue;
      found.spelled |= spelled[row]!;
      found.sounding |= sounding[row]!;
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
    for (let i = 0; i < this.terms.length; i++) {
      const term = this.terms[i]!;
      if ((already & (1 << i)) !== 0) continue;
      const isSpelled =
        this.begins(term, name, letters, length)
        || (term.mayBeMisspelt(letters, length) && term.mistakesIn(this.names.togetherAt(name)) < Infinity);
      if (isSpelled) found |= 1 << i;
    }
    return found;
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
    const { rowOf } = this.fits;
    const [from, to] = [nameOffsets[name]!, nameOffsets[name + 1]!];
    const fits = this.termOf.map((term) => {
      let best = 0;
      for (let at = from; at < to; at++) best = Math.max(best, this.fits.fit(rowOf[wordRow[at]!]!, term));
      return best;
    });
    return scoreOf(fits, 0, this.query.length / (length + to - from - 1));
  }

  /** Whether a term begins a name written together. What no more than begins its first word is found, and scores better, by that word. */
  private begins(term: AskedWord, name: number, letters: Letters, length: number): boolean {
    if (length < term.length || !mayBegin(term.letters, letters)) return false;
    const several = this.asked.length > 1 && term === this.together;
    return (several || term.length === length || term.length > this.lengthOfFirstWord(name)) && this.names.beginsTogether(name, term.text);
  }

  private lengthOfFirstWord(name: number): number {
    return this.names.words.lengthOf(this.names.wordRow[this.names.nameOffsets[name]!]!);
  }
}
