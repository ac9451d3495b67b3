import type { Steps } from '../../../model';
import { AskedWord } from './askedWord';
import type { FoldedNames } from './foldedNames';
import { mayBegin, type Letters } from './letters';
import { BEST_MISSPELT_TOGETHER, nameScore, scoreOf } from './nameScore';
import { WordFits } from './wordFits';
import type { WordHolders } from './wordHolders';

/** So many words of a query are asked for, so that with all of them written together there is a bit for each. No name has so many. */
const MOST_WORDS = 31;
/** The bits of all terms. */
export const ALL_TERMS = -1;
/** How many entities are looked at before the clock is. */
const SLICE = 10_000;

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
   * Who may answer, by entity: 1 where a word of its names, or one of its names written together, fits one of some terms (their bits).
   * Cost O(names), some ns each.
   */
  *marked(holders: WordHolders, terms: number): Steps<Uint8Array> {
    const marks = new Uint8Array(this.names.entities);
    for (const [i, word] of this.fits.words.entries()) if ((this.bitsOf(i + 1) & terms) !== 0) holders.mark(word, marks);
    yield;
    const wanted = this.terms.filter((_, i) => (terms & (1 << i)) !== 0);
    for (let from = 0; from < marks.length; from += SLICE) {
      this.markTogether(wanted, marks, from, Math.min(from + SLICE, marks.length));
      yield;
    }
    return marks;
  }

  private markTogether(wanted: readonly AskedWord[], marks: Uint8Array, from: number, to: number): void {
    const { entityOffsets, nameOffsets, letters, lengths } = this.names;
    for (let entity = from; entity < to; entity++) {
      for (let name = entityOffsets[entity]!; marks[entity] === 0 && name < entityOffsets[entity + 1]!; name++) {
        if (nameOffsets[name + 1]! - nameOffsets[name]! === 1) continue;
        for (const term of wanted) if (this.isSpelled(term, name, letters[name]!, lengths[name]!)) marks[entity] = 1;
      }
    }
  }

  /**
   * The bits of the word asked for that fewest entities have, and of all words written together: what has neither does not answer wholly.
   */
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
