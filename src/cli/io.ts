/** Where a command writes: answers to `out`, everything about the answer to `err`. */
export interface Io {
  out(text: string): void;
  err(text: string): void;
  /**
   * Says how far long work is, over what it said last; the empty text takes it away. Absent where nobody watches:
   * what is piped is no terminal.
   */
  progress?(text: string): void;
  /** How long what is read may send nothing, in seconds; `PATIENCE` where it is absent. */
  patience?: number;
}

/**
 * 0: answered; 1: the answer is no (invalid, no route, nothing found); 2: the question could not be put.
 * A defect ends with 3 (`throughline.ts`).
 */
export type ExitCode = 0 | 1 | 2;

/**
 * The question could not be put: bad options, an unknown name, a file that is not there or cannot be read as data. Ends with exit code 2.
 */
export class MisuseError extends Error {
  override readonly name = 'MisuseError';
}

/** Prints an answer as JSON: two-space indentation, one object. */
export function printJson(io: Io, answer: unknown): void {
  io.out(JSON.stringify(answer, null, 2));
}

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
