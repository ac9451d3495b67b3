import chardet from 'chardet';
import { unicodeIn } from '../text';

/** The encoding of a text file as a label of the Encoding Standard, and how it is known. */
interface TextEncoding {
  readonly label: string;
  /** `guessed`: by the frequency of letters; another one may be right. */
  readonly by: 'mark' | 'bytes' | 'guessed';
}

/** How much of a text is weighed, in bytes (64 KiB of lines with other letters than ASCII). */
const SAMPLE = 65_536;
/** Below this confidence (0–100) a guess of chardet counts for nothing. */
const LEAST_CONFIDENCE = 10;
/** What Windows calls the encodings that chardet names after ISO: the letters are the same, and Excel writes the former. */
const OF_WINDOWS: Readonly<Record<string, string>> = {
  'ISO-8859-1': 'windows-1252', 'ISO-8859-9': 'windows-1254', 'ISO-8859-8': 'windows-1255',
};
/**
 * The encoding of a table, which has text enough to tell a language by its letters (graphs have `encodingByNeighbours`):
 * Unicode where it is that or nearly; else what chardet finds likeliest in the lines that are not ASCII; else
 * windows-1252. Cost O(file).
 */
export function encodingByFrequency(bytes: Uint8Array): TextEncoding {
  const { encoding, marked } = unicodeIn(bytes);
  if (encoding !== undefined) return { label: encoding, by: marked ? 'mark' : 'bytes' };
  return { label: guessed(linesBeyondAscii(bytes)), by: 'guessed' };
}

function guessed(sample: Uint8Array): string {
  for (const { name, confidence } of chardet.analyse(sample)) {
    const label = OF_WINDOWS[name] ?? name.toLowerCase();
    if (confidence >= LEAST_CONFIDENCE && label !== 'ascii' && !label.startsWith('utf-') && isKnown(label)) return label;
  }
  return 'windows-1252';
}

/** Whether this platform decodes an encoding of this name. */
export function isKnown(label: string): boolean {
  try {
    new TextDecoder(label);
    return true;
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    return false;
  }
}

/** The lines that have other bytes than ASCII, as many as a sample holds: in the rest of a table every encoding looks alike. */
function linesBeyondAscii(bytes: Uint8Array): Uint8Array {
  const sample: number[] = [];
  for (let start = 0; start < bytes.length && sample.length < SAMPLE; ) {
    const found = bytes.indexOf(0x0a, start);
    const end = Math.min(found === -1 ? bytes.length : found + 1, start + SAMPLE);
    const line = bytes.subarray(start, end);
    if (line.some((byte) => byte >= 0x80)) sample.push(...line);
    start = end;
  }
  return Uint8Array.from(sample.slice(0, SAMPLE));
}
