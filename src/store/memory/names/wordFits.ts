import { soundOf } from '../../../model';
import type { AskedWord } from './askedWord';
import type { SearchRoom } from './foldedNames';
import { mayBegin, mayBeWrongBy } from './letters';
import { FIT_OF_SOUND, fitOfBeginning, fitOfMisspelling, SOUNDS_FROM } from './nameScore';
import type { WordTable } from './wordTable';

/** How well the words that are asked for fit each word of a table: for the few that any of them fits, a row of their own. */
export class WordFits {
  /** The row of each word of the table; 0 for one that nothing fits. */
  readonly rowOf: Uint32Array;
  /** A bit for each word asked for that is the word of a row, begins it or is misspelt. */
  spelled = new Uint32Array(64);
  /** A bit for each word asked for that sounds like the word of a row. */
  sounding = new Uint32Array(64);
  /** The words that have a row, that of row 1 first. */
  readonly words: number[] = [];
  private rows = 1;
  private fits: Float64Array;
  /** Which words asked for were scanned for. */
  private readonly scanned: boolean[];
  /** By word of the table: 1 where all words asked for were held to it. */
  private readonly looked: Uint8Array;

  /** At most 32 words can be asked for. Nothing fits before each has been scanned for. */
  constructor(
    private readonly table: WordTable,
    private readonly asked: readonly AskedWord[],
    { rowOf, looked }: Omit<SearchRoom, 'marks'> = { rowOf: new Uint32Array(table.length), looked: new Uint8Array(table.length) },
  ) {
    this.rowOf = rowOf;
    this.fits = new Float64Array(this.spelled.length * asked.length);
    this.scanned = asked.map(() => false);
    this.looked = looked;
  }

  /** The row of a word; 0 where nothing fits. What was not scanned for is held to the word now, once. */
  rowFor(word: number): number {
    if (this.looked[word] === 0) {
      this.looked[word] = 1;
      for (let i = 0; i < this.asked.length; i++) if (!this.scanned[i]) this.look(word, i);
    }
    return this.rowOf[word]!;
  }

  /** How well the i-th word asked for fits the word of a row, as `nameScore` counts it. */
  fit(row: number, i: number): number {
    return this.fits[row * this.asked.length + i]!;
  }

  /** Finds all words of the table that the i-th word asked for fits. Cost O(words of the table), some ns each. */
  scan(i: number): void {
    if (this.scanned[i]) return;
    this.scanned[i] = true;
    const { letters, offsets, length: words } = this.table;
    const { letters: own, length, mistakes } = this.asked[i]!;
    for (let word = 0; word < words; word++) {
      const others = letters[word]!;
      const more = offsets[word + 1]! - offsets[word]! - length;
      const mayBeSpelt =
        (more >= 0 && mayBegin(own, others)) || (more <= mistakes && more >= -mistakes && mayBeWrongBy(mistakes, own, others));
      if (mayBeSpelt || this.asked[i]!.maySoundLike(others)) this.look(word, i);
    }
  }

  /** Holds the i-th word asked for to a word of the table. */
  private look(word: number, i: number): void {
    const asked = this.asked[i]!;
    const others = this.table.letters[word]!;
    const length = this.table.lengthOf(word);
    if (mayBegin(asked.letters, others) && this.table.begins(word, asked.text)) this.spell(word, i, fitOfBeginning(asked.length, length));
    else if (asked.mayBeMisspelt(others, length)) this.compare(word, i);
    if (asked.maySoundLike(others)) this.listen(word, i);
  }

  private compare(word: number, i: number): void {
    const { length } = this.asked[i]!;
    const wrong = this.asked[i]!.mistakesIn(this.table.wordAt(word));
    if (wrong < Infinity) this.spell(word, i, fitOfMisspelling(wrong, length));
  }

  private spell(word: number, i: number, fit: number): void {
    const row = this.note(word, i, fit);
    this.spelled[row]! |= 1 << i;
  }

  /** A short word is found by its sound, but counts for nothing: it sounds like too many. */
  private listen(word: number, i: number): void {
    const { sound, length } = this.asked[i]!;
    if (soundOf(this.table.wordAt(word)) !== sound) return;
    const row = this.note(word, i, length >= SOUNDS_FROM ? FIT_OF_SOUND : 0);
    this.sounding[row]! |= 1 << i;
  }

  /** Gives the row of the word. */
  private note(word: number, i: number, fit: number): number {
    const row = (this.rowOf[word] ||= this.newRow(word));
    const at = row * this.asked.length + i;
    if (fit > this.fits[at]!) this.fits[at] = fit;
    return row;
  }

  private newRow(word: number): number {
    this.words.push(word);
    if (this.rows === this.spelled.length) {
      this.spelled = doubled(this.spelled);
      this.sounding = doubled(this.sounding);
      this.fits = doubled(this.fits);
    }
    return this.rows++;
  }
}

function doubled<T extends Uint32Array | Float64Array>(values: T): T {
  const wider = new (values.constructor as new (length: number) => T)(values.length * 2);
  wider.set(values);
  return wider;
}
