/**
 * The most entities and relationships together that are written at once in a browser. Half a million were seen to be
 * written in 15 s; a million took more memory than a worker has.
 */
export const LARGEST_WRITTEN = 600_000;

/** Everything that is open is too much for one file written in a browser. */
export class TooMuchToWriteError extends Error {
  override readonly name = 'TooMuchToWriteError';
  constructor(readonly records: number) {
    super(
      `There are ${records.toLocaleString('en')} entities and relationships; `
      + `at most ${LARGEST_WRITTEN.toLocaleString('en')} are written at once here. `
      + `Save what is drawn, or convert the file with the command: throughline convert.`,
    );
  }
}
