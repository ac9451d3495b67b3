import { foldText } from '../../model';
import { decodedParts } from './decodedParts';
import { spellingFinder, type Finding, type Spelled } from './spellings';

/** Where something withheld stands in a file, and by which spelling. */
interface WithheldFound<T> extends Finding<T> {
  readonly place: string;
  /** The words around it, where it stands in a text. */
  readonly around?: string;
}

/** Bytes are searched for spellings of so many bytes: fewer occur in packed data by chance. */
const FEWEST_BYTES = 6;

/**
 * Where in the bytes of a file something withheld stands: in its texts in any spelling, in everything else as it is written, in UTF-8
 * and UTF-16. At most one finding a part.
 */
export function* findWithheld<T>(bytes: Uint8Array, spelled: readonly Spelled<T>[]): Generator<WithheldFound<T>> {
  const find = spellingFinder(spelled);
  const patterns = spelled.flatMap(({ of, names }) => names.flatMap((name) => bytesOf(name).map((pattern) => ({ of, name, pattern }))));
  for (const part of decodedParts(bytes)) {
    if (part.text !== undefined) {
      const found = find(part.text);
      if (found) yield { ...found, place: part.place, around: around(part.text, found.name) };
    }
    const found = part.bytes && patterns.find(({ pattern }) => indexOf(part.bytes!, pattern) >= 0);
    if (found) yield { of: found.of, name: found.name, place: `${part.place}, byte ${indexOf(part.bytes!, found.pattern)}` };
  }
}

function bytesOf(name: string): Uint8Array[] {
  const wide = new Uint8Array(Uint16Array.from(name, (c) => c.charCodeAt(0)).buffer);
  return [new TextEncoder().encode(name), wide, wide.map((_, i) => wide[i ^ 1]!)].filter((pattern) => pattern.length >= FEWEST_BYTES);
}

/** The first place of a pattern in bytes; −1 for none. */
function indexOf(bytes: Uint8Array, pattern: Uint8Array): number {
  for (let at = bytes.indexOf(pattern[0]!); at >= 0; at = bytes.indexOf(pattern[0]!, at + 1))
    if (pattern.every((byte, i) => bytes[at + i] === byte)) return at;
  return -1;
}

/** The line in which a name stands, or one of its words; cut to what can be read at once. */
function around(text: string, name: string): string {
  const WIDTH = 40;
  const exact = text.toLowerCase().indexOf(name.toLowerCase());
  const lines = exact >= 0 ? [] : text.split(/\r?\n/);
  const wanted = foldText(name).replace(/ /g, '');
  const line = lines.find((l) => foldText(l).replace(/ /g, '').includes(wanted)) ?? '';
  const whole = exact >= 0 ? text.slice(Math.max(0, exact - WIDTH), exact + name.length + WIDTH) : line.slice(0, 2 * WIDTH);
  return whole.replace(/\s+/g, ' ').trim();
}
