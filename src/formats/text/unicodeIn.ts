import { encodingOf, type Encoding } from './decodeText';

/** Whether bytes are a text in Unicode. */
interface UnicodeFound {
  /** Absent where they are none: a code page of one kind or another. */
  readonly encoding?: Encoding;
  /** The text begins with a byte order mark. */
  readonly marked: boolean;
  /** The first byte that is no UTF-8; what has one and is UTF-8 all the same is damaged. */
  readonly brokenAt?: number;
}

const PIECE = 1024 * 1024;

/**
 * Whether a text is in Unicode: by its byte order mark; by the zero bytes of its first characters UTF-16; UTF-8 where all of
 * it is, or where more of its characters beyond ASCII are UTF-8 than are not. Cost O(bytes).
 */
export function unicodeIn(bytes: Uint8Array): UnicodeFound {
  const [a, b, c] = bytes;
  const encoding = encodingOf(bytes);
  const marked = (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) || (a === 0xef && b === 0xbb && c === 0xbf);
  if (encoding !== 'utf-8' || isUtf8(bytes)) return { encoding, marked };
  const { whole, broken, first } = utf8In(bytes);
  return marked || whole > broken ? { encoding, marked, brokenAt: first } : { marked, brokenAt: first };
}

/** The engine looks through a sound text far faster than we do. */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    for (let at = 0; at < bytes.length; at += PIECE) decoder.decode(bytes.subarray(at, at + PIECE), { stream: true });
    decoder.decode();
    return true;
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    return false;
  }
}

function utf8In(bytes: Uint8Array): { whole: number; broken: number; first: number } {
  let [whole, broken, first] = [0, 0, -1];
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at]! < 0x80) continue;
    const length = sequenceAt(bytes, at);
    if (length > 0) {
      whole += 1;
      at += length - 1;
    } else {
      broken += 1;
      if (first === -1) first = at;
    }
  }
  return { whole, broken, first };
}

/** How many bytes a character of UTF-8 has that begins here with a byte beyond ASCII; 0 where none does. */
function sequenceAt(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!;
  const length = lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
  for (let i = 1; i < length; i += 1) if ((bytes[at + i]! & 0xc0) !== 0x80) return 0;
  const second = bytes[at + 1]!;
  const overlong = (lead === 0xe0 && second < 0xa0) || (lead === 0xf0 && second < 0x90);
  const beyond = (lead === 0xed && second >= 0xa0) || (lead === 0xf4 && second >= 0x90);
  return overlong || beyond ? 0 : length;
}
