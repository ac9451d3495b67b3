import type { Reading } from '../formats';
import type { Io } from './io';
import { issueLines } from './issueLines';

/** What was assumed about the columns and values of a table that may change the answer. */
const ASSUMED: ReadonlySet<string> = new Set([
  'unknown-words', 'columns-unread', 'columns-guessed', 'share-beside-type', 'turned-ends', 'related-guessed', 'fractions-as-shares',
  'ambiguous-dates', 'no-currency',
]);

/** Tells, beside an answer from a file of tables, what was assumed when it was read, and how to change it. */
export function tellAssumptions({ format, report }: Reading, file: string, io: Io | undefined): void {
  const assumed = format === 'table' ? report.issues.filter(({ code }) => ASSUMED.has(code)) : [];
  if (assumed.length > 0)
    io?.err(
      [
        ...issueLines(assumed),
        `Write the mapping with: throughline info ${file} --mapping-out MAPPING.json, edit it, `
        + `and convert the file with --mapping MAPPING.json`,
      ].join('\n'),
    );
}
