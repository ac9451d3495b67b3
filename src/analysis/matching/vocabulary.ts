import { isCommonWord, soundOf } from '../../model';

/** A word of folded names, once for all names that have it. */
export interface Word {
  readonly text: string;
  readonly sound: string;
  /** The consonants of its sound: "mhmt" for Mohammed, Muhammad and Mohamed. */
  readonly consonants: string;
  /** The first and last letter of its sound, as UTF-16 units: words that differ in both are not compared. */
  readonly head: number;
  readonly tail: number;
  readonly common: boolean;
  readonly numeral: boolean;
  /** How many entities of both lists have it. */
  entities: number;
}

/** A number of a scheme's family, once for all entities that have it. */
export interface SharedNumber {
  readonly key: string;
  entities: number;
}

/** Rarity is reckoned as if there were at least so many entities: in a small chart every word is seldom, and tells no less for it. */
const FEWEST = 10_000;
/** What a word that many names share weighs at most. */
const COMMON = 0.25;
const LEAST = 0.1;

/** The words and numbers of all entities, with how many entities have each. */
export class Vocabulary {
  private readonly words = new Map<string, Word>();
  private readonly numbers = new Map<string, SharedNumber>();
  private entities = 0;

  word(text: string): Word {
    let word = this.words.get(text);
    if (word === undefined) {
      const sound = soundOf(text);
      word = {
        text, sound, consonants: sound.replace(/[aeiou]/g, ''), head: sound.charCodeAt(0), tail: sound.charCodeAt(sound.length - 1),
        common: isCommonWord(text), numeral: /^\d+$/.test(text), entities: 0,
      };
      this.words.set(text, word);
    }
    return word;
  }

  number(key: string): SharedNumber {
    let number = this.numbers.get(key);
    if (number === undefined) this.numbers.set(key, (number = { key, entities: 0 }));
    return number;
  }

  /** Counts one more entity, with each of its words and numbers once. */
  count(words: Iterable<Word>, numbers: Iterable<SharedNumber>): void {
    this.entities++;
    for (const word of words) word.entities++;
    for (const number of numbers) number.entities++;
  }

  /**
   * How much a word tells, 0.1–1: its inverse document frequency (Spärck Jones 1972) as a part of the highest possible.
   * 1 for a word of one entity; words that many names of the world share weigh 0.25 at most.
   */
  weight(word: Word): number {
    const all = Math.max(FEWEST, this.entities);
    const rarity = Math.log(all / Math.max(1, word.entities)) / Math.log(all);
    return Math.max(LEAST, word.common ? Math.min(COMMON, rarity) : rarity);
  }
}
