import { appendFile } from 'node:fs/promises';

/** One request, as a line of the log. */
export interface AskedLine {
  readonly at: string;
  readonly asked: string;
  readonly arguments: unknown;
  readonly outcome: 'answered' | 'refused' | 'cancelled' | 'failed';
  readonly ms: number;
  /** Characters of the answer; absent where there was none. */
  readonly characters?: number;
}

/** Where requests are written down. */
export interface AskedLog {
  add(line: AskedLine): Promise<void>;
}

/** A log of one JSON object a line, added to what is there. Writes wait for one another, so that lines never mix. */
export function askedLogAt(path: string): AskedLog {
  let last: Promise<void> = Promise.resolve();
  return {
    add(line) {
      // A line that could not be written was told to whoever asked for it, and keeps no other from being written.
      last = last.catch(() => undefined).then(() => appendFile(path, `${JSON.stringify(line)}\n`));
      return last;
    },
  };
}
