import type { Io } from './io';

/** Characters that a terminal obeys instead of showing: controls other than tab and line feed, and what turns the direction of a line. */
const OBEYED = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Shows such characters of a text as `\\u001b`, which is what they are in JSON as well: names come from files of others,
 * and one that moves the cursor or sets a title must not do so here.
 */
export function printable(io: Io): Io {
  const safe = (text: string) => text.replace(OBEYED, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return {
    out: (text) => io.out(safe(text)),
    err: (text) => io.err(safe(text)),
    ...(io.progress ? { progress: (text: string) => io.progress!(safe(text)) } : {}),
  };
}
