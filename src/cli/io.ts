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
