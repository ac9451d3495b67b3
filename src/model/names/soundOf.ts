/**
 * Letters that transliterations of one name differ in: Korean g/k, d/t, b/p, r/l, ch/j, eo/o, ae/e; Cyrillic kh/h; w/v and y/i anywhere.
 * Pairs become one letter in this order, then single letters another.
 */
const PAIRS: readonly (readonly [string, string])[] = [['kh', 'h'], ['ch', 'j'], ['eo', 'o'], ['ae', 'e']];
const SINGLE: Readonly<Record<string, string>> = { g: 'k', d: 't', b: 'p', r: 'l', w: 'v', y: 'i' };

/**
 * A folded word as it sounds, so that Goryeo and Koryo, Khuavey and Huawei are one. It is no name:
 * use it to find, never to tell that two are the same.
 */
export function soundOf(word: string): string {
  let sound = word;
  // Few words have any of these, and looking for one is many times cheaper than replacing none.
  for (const [pair, letter] of PAIRS) if (sound.includes(pair)) sound = sound.replaceAll(pair, letter);
  sound = sound.replace(/[gdbrwy]/g, (letter) => SINGLE[letter]!);
  return hasDouble(sound) ? sound.replace(/(.)\1/g, '$1') : sound;
}

function hasDouble(word: string): boolean {
  for (let i = 1; i < word.length; i++) if (word.charCodeAt(i) === word.charCodeAt(i - 1)) return true;
  return false;
}
