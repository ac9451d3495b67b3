import type { Issue } from '../../model';
import { encodingOf } from '../decodeText';

/** Text, and the issue where some of the bytes were none. */
export interface LenientText {
  text: string;
  issue?: Issue;
}

/**
 * The text of a file in UTF-8 or UTF-16, for readers that go on behind a broken part: bytes that are no text become
 * U+FFFD, and the first of them is reported with its line.
 */
export function decodeLeniently(bytes: Uint8Array): LenientText {
  const encoding = encodingOf(bytes);
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    return repaired(new TextDecoder(encoding).decode(bytes), encoding);
  }
}

function repaired(text: string, encoding: string): LenientText {
  const first = text.indexOf('\uFFFD');
  const line = first === -1 ? 1 : text.slice(0, first).split('\n').length;
  return {
    text,
    issue: { code: 'not-text', severity: 'warning', at: `line ${line}`, message: `From here on some bytes are no ${encoding.toUpperCase()} text; each stands as “\uFFFD”.`, hint: 'Save the file as UTF-8 and open it again.' },
  };
}
