import { lintDataset } from '../../analysis';
import { readCheckSheet, writeCheckSheet, writeCase, writeDataset, type Reading } from '../../formats';
import { checkRows, edited, NO_EDITS, takeTicks, withEdits, type CheckRow, type Dataset } from '../../model';
import { groupedIssueLines } from '../groupedIssueLines';
import { MisuseError, printJson, type ExitCode, type Io } from '../io';
import { issueLines } from '../issueLines';
import { inputOf, openWhole } from '../openDataset';
import { writeOutput } from '../outputFile';

interface ChecksOptions {
  readonly json?: boolean;
  readonly output?: string;
  readonly import?: string;
}

interface Imported extends ChecksOptions {
  readonly import: string;
  readonly output: string;
}

/**
 * What is left to check of a dataset or case: `{claims, checked, issues, counts}`, lines otherwise; 0 where every claim was checked,
 * else 1.
 * With `output` the check sheet as a workbook; with `import` the ticks of such a sheet are taken to the claims, and `output` is the dataset
 * or case with them: 0 where all were taken, 1 where one was not.
 */
export async function checks(file: string, options: ChecksOptions, io: Io): Promise<ExitCode> {
  refuseOutput(options);
  const reading = await openWhole(file, io);
  if (options.import !== undefined) return importTicks(file, reading, options as Imported, io);
  const rows = checkRows(reading.dataset);
  const checked = rows.filter((row) => row.checkedBy !== '').length;
  if (options.output !== undefined) await writeSheet(options.output, rows, io);
  else tell(file, reading.dataset, { claims: rows.length, checked }, options, io);
  return checked === rows.length || options.output !== undefined ? 0 : 1;
}

/** Says what is wrong with the output before anything is read. */
function refuseOutput({ import: sheet, output }: ChecksOptions): void {
  if (sheet !== undefined && output === undefined)
    throw new MisuseError('Say with -o where to write the case with the ticks; it may be the case itself.');
  if (sheet === undefined && output !== undefined && !/\.xlsx$/i.test(output))
    throw new MisuseError(`${output}: a check sheet is a workbook. Name it NAME.xlsx.`);
}

function tell(
  file: string, dataset: Dataset, { claims, checked }: { claims: number; checked: number }, { json }: ChecksOptions, io: Io,
): void {
  const { issues, counts } = lintDataset(dataset);
  if (json) return printJson(io, { claims, checked, issues, counts });
  const lines = groupedIssueLines(issues.filter((issue) => issue.code !== 'more-issues'), counts);
  io.out([...lines, `${file}: ${checked} of ${claims} claims checked.`].join('\n'));
}

async function writeSheet(output: string, rows: readonly CheckRow[], io: Io): Promise<void> {
  const { bytes, issues } = await writeCheckSheet(rows);
  await writeOutput(output, bytes);
  io.err(issueLines(issues).join('\n'));
  io.out(`${output}: a check sheet of ${rows.length === 1 ? 'one claim' : `${rows.length} claims`}.`);
}

async function importTicks(
  file: string, reading: Reading & { dataset: Dataset }, { import: sheet, output }: Imported, io: Io,
): Promise<ExitCode> {
  if (reading.kind === 'snapshot' || !reading.format.startsWith('throughline'))
    throw new MisuseError(
      `${file} is ${reading.kind === 'snapshot' ? 'a snapshot' : `a file of the format ${reading.format}`}. `
      + `Ticks are taken to datasets and cases of Throughline: convert it first (throughline convert ${file} OUT.json).`,
    );
  const { input, name } = await inputOf(sheet, io);
  const read = await readCheckSheet(input, { name });
  const { edits, taken, issues } = takeTicks(reading.dataset, read.ticks, new Date().toISOString().slice(0, 10));
  const told = [...read.issues, ...issues];
  if (told.some((issue) => issue.severity === 'error')) throw new MisuseError([`${sheet} cannot be read:`, ...issueLines(told)].join('\n'));
  const dataset = edited(reading.dataset, withEdits(NO_EDITS, edits));
  await writeOutput(output, reading.kind === 'case' ? writeCase({ dataset, charts: reading.charts ?? [] }) : writeDataset(dataset));
  io.err(issueLines(told).join('\n'));
  io.out(`${output}: ${taken === 1 ? 'one tick' : `${taken} ticks`} taken from ${sheet}.`);
  return told.length === 0 ? 0 : 1;
}
