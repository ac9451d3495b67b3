import type { Issue } from '../../model';
import { placeAt, placeText } from './place';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** Text, or why the bytes are none. */
type Decoded = { text: string; issue?: undefined } | { text?: undefined; issue: Issue };

/** The text of a file in UTF-8 or UTF-16, with or without a byte order mark. Bytes that are no such text are an issue, never replaced. */
export function decodeText(bytes: Uint8Array): Decoded {
  const encoding = encodingOf(bytes);
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    return { issue: notText(bytes, encoding) };
  }
}

/** The first bytes of a file as text, for guessing: what is cut or broken is replaced. */
export function glimpse(head: Uint8Array): string {
  return new TextDecoder(encodingOf(head)).decode(head);
}

/** By the byte order mark, else by where the zero bytes of its first characters lie (a file of these formats begins in ASCII). */
export function encodingOf(bytes: Uint8Array): Encoding {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (bytes.length >= 2 && a !== 0 && b === 0) return 'utf-16le';
  return bytes.length >= 2 && a === 0 && b !== 0 ? 'utf-16be' : 'utf-8';
}

function notText(bytes: Uint8Array, encoding: Encoding): Issue {
  const text = new TextDecoder(encoding).decode(bytes);
  return {
    code: 'not-text',
    severity: 'error',
    at: placeText(placeAt(text, Math.max(0, text.indexOf('\uFFFD')))),
    message: `These bytes are no ${encoding.toUpperCase()} text.`,
    hint: 'Save the file as UTF-8 and open it again.',
  };
}
