import type { Issue } from '../../model';
import { unicodeIn } from './unicodeIn';

/** How the bytes of a text become letters, by a label that `TextDecoder` takes; the issue where that was guessed. */
interface TextEncoding {
  readonly encoding: string;
  readonly issue?: Issue;
}

/** How many bytes beyond ASCII a guess of the code page is made from. */
const EVIDENCE = 200_000;

/**
 * The encoding of a file of few words, as graphs are, whose format does not state one: names are too short for the
 * frequency of their letters to tell a language (tables have `encodingByFrequency`). Unicode where it is that, which is
 * reported where it is damaged; else
 * a code page of Windows, guessed and reported: 1251 (Cyrillic) where most letters beyond ASCII stand beside another, 1250
 * (Central Europe) where the neighbours of those that differ between 1250 and 1252 speak for it more often than
 * against it, else 1252 (Western Europe, which holds Latin-1). Other code pages are not guessed. Cost O(bytes).
 */
export function encodingByNeighbours(bytes: Uint8Array): TextEncoding {
  const { encoding, brokenAt } = unicodeIn(bytes);
  if (brokenAt === undefined) return { encoding: encoding! };
  if (encoding !== undefined) return { encoding, issue: damaged(bytes, brokenAt) };
  const page = codePageOf(bytes);
  return { encoding: page, issue: guessed(bytes, brokenAt, page) };
}

type Page = 'windows-1250' | 'windows-1251' | 'windows-1252';

function codePageOf(bytes: Uint8Array): Page {
  let [letters, paired, central, western] = [0, 0, 0, 0];
  for (let at = 0; at < bytes.length && letters < EVIDENCE; at += 1) {
    const byte = bytes[at]!;
    if (byte < 0x80) continue;
    const [before, after] = [bytes[at - 1] ?? 0, bytes[at + 1] ?? 0];
    letters += 1;
    if (before >= 0xc0 || after >= 0xc0) paired += 1;
    const says = saysOf(byte, before, after);
    if (says > 0) central += 1;
    else if (says < 0) western += 1;
  }
  if (letters >= 6 && paired > letters * 0.75) return 'windows-1251';
  return central > western ? 'windows-1250' : 'windows-1252';
}

const isVowel = (byte: number) => 'aeiouyAEIOUY'.includes(String.fromCharCode(byte)) || [0xe1, 0xe9, 0xed, 0xf3, 0xfa, 0xfd].includes(byte);
const isLetter = (byte: number) => (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a) || byte >= 0x8a;
const letterOf = (byte: number) => String.fromCharCode(byte).toLowerCase();

/**
 * What a byte between two others says of the page: above 0 for 1250, below 0 for 1252, 0 nothing. Capitals are read as
 * their small letters. Made from how the two letters of each byte are used: č and è, ř and ø, ń and ñ.
 */
function saysOf(byte: number, before: number, after: number): number {
  const [inside, ends] = [isLetter(before) && isLetter(after), !isLetter(after)];
  switch (byte >= 0xc0 && byte < 0xdf ? byte + 0x20 : byte) {
    case 0x8a: case 0x9a: case 0x8e: case 0x9e: case 0x8d: case 0x8f: case 0x9d: case 0x9f: // š ž in both; ť ź, which 1252 hardly has
      return 1;
    case 0xa3: case 0xa5: case 0xaf: case 0xb3: case 0xb9: case 0xbc: case 0xbe: // ł ą ż ľ, or signs, which stand beside no letter
      return isLetter(before) || isLetter(after) ? 1 : 0;
    case 0xaa: case 0xba: case 0xbf: // ş ż, or ª º ¿
      return inside ? 1 : 0;
    case 0xe8: // č è
      return ends ? ('ia'.includes(letterOf(before)) ? 1 : -1) : !isLetter(before) || isVowel(after) || letterOf(after) === 'k' ? 1 : -1;
    case 0xe6: // ć æ
      return ends || (!isLetter(before) && isVowel(after)) ? 1 : -1;
    case 0xf8: // ř ø
      return isVowel(after) ? 1 : -1;
    case 0xf1: // ń ñ
      return isVowel(after) ? -1 : 1;
    case 0xec: case 0xf2: case 0xf9: // ě ì, ň ò, ů ù
      return ends ? -1 : 1;
    case 0xe3: case 0xf5: // ă ã, ő õ
      return 'oe'.includes(letterOf(after)) ? -1 : 1;
    case 0xea: // ę ê
      return ends ? 1 : 0;
    case 0xe0: case 0xe5: // ŕ à, ĺ å
      return -1;
    default:
      return 0;
  }
}

const HINT = 'Save the file as UTF-8 and open it again where letters are wrong.';

function damaged(bytes: Uint8Array, first: number): Issue {
  return {
    code: 'not-text', severity: 'warning', at: lineOf(bytes, first),
    message: 'From here on some bytes are no UTF-8 text; each stands as “\uFFFD”.', hint: HINT,
  };
}

function guessed(bytes: Uint8Array, first: number, page: Page): Issue {
  return {
    code: 'guessed-encoding', severity: 'warning', at: lineOf(bytes, first), value: page,
    message: `The text is not in UTF-8; it was read as ${page}, by a guess.`, hint: HINT,
  };
}

function lineOf(bytes: Uint8Array, end: number): string {
  let line = 1;
  for (let at = bytes.indexOf(10); at !== -1 && at < end; at = bytes.indexOf(10, at + 1)) line += 1;
  return `line ${line}`;
}
