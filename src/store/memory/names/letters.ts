/**
 * Which letters and digits a folded word has, as 32 bits: words that are alike have nearly the same, so that most of those that are not are
 * told by two integers. q, x and z share a bit, and so do 0 and 8, 1 and 9. All tests here may say yes too often, never no wrongly.
 */
export type Letters = number;

const BIT_OF = Uint32Array.from({ length: 128 }, (_, unit) => bitOf(String.fromCharCode(unit)));

function bitOf(char: string): Letters {
  if (/\d/.test(char)) return 1 << (24 + (Number(char) & 7));
  if (/[qxz]/.test(char)) return 1 << 23;
  return /[a-y]/.test(char) ? 1 << ('abcdefghijklmnoprstuvwy'.indexOf(char)) : 0;
}

/** The bit of one code unit of a folded word. */
export function letterOf(unit: number): Letters {
  return BIT_OF[unit]!;
}

/** Of a word or of a name written together. */
export function lettersOf(folded: string): Letters {
  let letters = 0;
  for (let i = 0; i < folded.length; i++) letters |= BIT_OF[folded.charCodeAt(i)]!;
  return letters;
}

/** Whether a word with these letters can begin one with the others, or stand in it. */
export function mayBegin(word: Letters, other: Letters): boolean {
  return (word & ~other) === 0;
}

/**
 * Whether words with these letters can be so many insertions, deletions and changes of a letter apart:
 * each puts in and takes out one at most.
 */
export function mayBeWrongBy(mistakes: number, a: Letters, b: Letters): boolean {
  return hasAtMost(mistakes, a & ~b) && hasAtMost(mistakes, b & ~a);
}

/** Letters that `soundOf` makes one of, whether they stand in pairs or not. The ones that it may leave out or put in say nothing. */
const ONE_SOUND = ['td', 'pb', 'lr', 'vw', 'iy'].map(lettersOf);
const SAYS_NOTHING = lettersOf('kghcjaeo');
const OF_ITS_OWN = ~ONE_SOUND.reduce((all, pair) => all | pair, SAYS_NOTHING);

/** Whether words with these letters can have the same `soundOf`. */
export function maySoundAlike(a: Letters, b: Letters): boolean {
  return ((a ^ b) & OF_ITS_OWN) === 0 && ONE_SOUND.every((pair) => ((a & pair) === 0) === ((b & pair) === 0));
}

/** Whether an integer of 32 bits has at most so many set: each step takes the lowest away (Wegner 1960). */
function hasAtMost(most: number, bits: number): boolean {
  for (let taken = 0; taken < most; taken++) bits &= bits - 1;
  return bits === 0;
}
