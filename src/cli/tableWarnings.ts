import type { Reading } from '../formats';
import type { Io } from './io';
import { issueLines } from './issueLines';

/** What was assumed about the columns and values of a table that may change the answer. */
const ASSUMED: ReadonlySet<string> = new Set([
  'unknown-words', 'columns-unread', 'columns-guessed', 'share-beside-type', 'turned-ends', 'related-guessed', 'fractions-as-shares',
  'ambiguous-dates', 'no-currency',
]);

/** Files of a folder that are not in the answer. */
const LEFT_OUT: ReadonlySet<string> = new Set(['file-left-out', 'not-a-table', 'too-large', 'packed-too-much']);

/** Tells which files of a folder are not in what was read: nothing is left out without a word. */
function tellLeftOut({ report }: Reading, io: Io | undefined): void {
  const issues = report.issues.filter(({ code }) => LEFT_OUT.has(code));
  if (issues.length > 0) io?.err(issueLines(issues).join('\n'));
}

/** Tells, beside an answer from a file of tables, what was assumed when it was read, and how to change it. */
export function tellAssumptions(reading: Reading, file: string, io: Io | undefined): void {
  const { format, report } = reading;
  tellLeftOut(reading, io);
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
