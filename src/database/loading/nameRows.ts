import { foldText, type Entity } from '../../model';
import type { TableCopy } from './tableCopy';

/** Names of at most so many words are also searched written together; longer ones nobody writes so. */
const MOST_TOGETHER = 8;

/** Folds the names of entities as they go past into rows of distinct words, of who has them, and of names written together. */
export class NameRows {
  readonly #integerOf = new Map<string, number>();
  readonly #holders: number[] = [];

  constructor(
    private readonly rows: TableCopy,
    private readonly namesOf: (entity: Entity) => string[],
  ) {}

  add(entity: Entity, n: number): void {
    const shortest = new Map<string, number>();
    const together = new Map<string, number>();
    for (const name of this.namesOf(entity)) {
      const folded = foldText(name);
      if (folded === '') continue;
      const words = folded.split(' ');
      for (const word of words) shortest.set(word, Math.min(folded.length, shortest.get(word) ?? Infinity));
      if (words.length > 1 && words.length <= MOST_TOGETHER) together.set(words.join(''), words[0]!.length);
    }
    for (const [word, length] of shortest) this.rows.add('holders', [this.#heldBy(word), length, n]);
    for (const [name, first] of together) this.rows.add('joined', [name, first, n]);
  }

  /** Sends the words, with how many entities have each. */
  async finish(): Promise<void> {
    for (const [word, n] of this.#integerOf) {
      this.rows.add('words', [n, word, this.#holders[n]!]);
      if (this.rows.full) await this.rows.send();
    }
  }

  /** The integer of a word, which one more entity has. */
  #heldBy(word: string): number {
    const known = this.#integerOf.get(word);
    if (known === undefined) {
      const n = this.#integerOf.size;
      this.#integerOf.set(word, n);
      this.#holders.push(1);
      return n;
    }
    this.#holders[known]!++;
    return known;
  }
}
