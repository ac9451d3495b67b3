/** Letters that transliterations of one name differ in: Korean g/k, d/t, b/p, r/l, ch/j, eo/o, ae/e; Cyrillic kh/h; w/v and y/i anywhere. */
const SAME_SOUND: readonly (readonly [RegExp, string])[] = [
  [/kh/g, 'h'], [/ch/g, 'j'], [/eo/g, 'o'], [/ae/g, 'e'], [/g/g, 'k'], [/d/g, 't'], [/b/g, 'p'], [/r/g, 'l'], [/w/g, 'v'], [/y/g, 'i'], [/(.)\1/g, '$1'],
];

/** A folded word as it sounds, so that Goryeo and Koryo, Khuavey and Huawei are one. It is no name: use it to find, never to tell that two are the same. */
export function soundOf(word: string): string {
  return SAME_SOUND.reduce((sound, [letters, letter]) => sound.replace(letters, letter), word);
}
