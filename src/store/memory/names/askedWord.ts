import { soundOf } from '../../../model';
import { beginningOf } from './foldedNames';
import { lettersOf, mayBeWrongBy, maySoundAlike, type Letters } from './letters';
import { mistakesAllowed, mistakesIn } from './nameScore';

/** A word that is asked for, with what tells fast of another that it does not fit. */
export class AskedWord {
  readonly length: number;
  readonly letters: Letters;
  readonly sound: string;
  /** How many letters it may be wrong by. */
  readonly mistakes: number;
  /** Its first characters, and the bits of an integer that such of another text must have the same where it begins with this one. */
  readonly beginning: number;
  readonly beginningBits: number;

  constructor(readonly text: string) {
    this.length = text.length;
    this.letters = lettersOf(text);
    this.sound = soundOf(text);
    this.mistakes = mistakesAllowed(text);
    this.beginning = beginningOf(text);
    this.beginningBits = beginningOf('\u00ff'.repeat(text.length));
  }

  /** Whether it can be a word with these letters and of this length with the mistakes that are allowed. */
  mayBeMisspelt(letters: Letters, length: number): boolean {
    return Math.abs(length - this.length) <= this.mistakes && mayBeWrongBy(this.mistakes, this.letters, letters);
  }

  /** Whether one with this beginning can begin with the word. */
  mayBegin(beginning: number): boolean {
    return (beginning & this.beginningBits) === this.beginning;
  }

  maySoundLike(letters: Letters): boolean {
    return maySoundAlike(this.letters, letters);
  }

  /** How many letters it is wrong by; infinity for more than are allowed. */
  mistakesIn(other: string): number {
    const wrong = mistakesIn(this.text, other);
    return wrong > this.mistakes ? Infinity : wrong;
  }
}
