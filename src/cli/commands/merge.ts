import { formatOf, writeCase, writeDataset, type Reading } from '../../formats';
import { emptyCase, mergeCases, type Case } from '../../model';
import { conflictSentence, figuresText } from '../../wording';
import { MisuseError, type ExitCode, type Io } from '../io';
import { issueLines } from '../issueLines';
import { readPath } from '../openDataset';
import { writeOutput } from '../outputFile';

/**
 * What two sides made of one dataset or case, as one file. Conflicts go to `err`, one a line; 1 where there are any. A base that is empty
 * stands for a file that both sides added, as git gives it.
 */
export async function merge(base: string, ours: string, theirs: string, { output }: { output: string }, io: Io): Promise<ExitCode> {
  const [o, t] = [await sideOf(ours, io), await sideOf(theirs, io)];
  const b = (await sideOrNothing(base, io)) ?? { case: emptyCase(o.case.dataset.title, o.case.dataset.id), isCase: false };
  const { case: merged, conflicts } = mergeCases(b.case, o.case, t.case);
  await writeOutput(output, await written(output, merged, [o, t], io));
  io.err(conflicts.map(conflictSentence).join('\n'));
  const left = conflicts.length === 1 ? 'one conflict is left, told above' : `${conflicts.length} conflicts are left, told above`;
  io.out(`${output}: ${figuresText(merged.dataset)}; ${conflicts.length === 0 ? 'no conflicts' : left}.`);
  return conflicts.length === 0 ? 0 : 1;
}

/** What is merged as the file that it goes to: with the captured files of both sides where that carries them, which is told otherwise. */
async function written(output: string, merged: Case, sides: readonly Side[], io: Io): Promise<string | Uint8Array> {
  const files = new Map(sides.flatMap((side) => (side.files ?? []).map(({ sha256, content }) => [sha256, content])));
  if (/\.throughline-case$/i.test(output)) {
    const { bytes, issues } = await formatOf('throughline-case-zip')!.write!(merged.dataset, { charts: merged.charts, files });
    io.err(issueLines(issues).join('\n'));
    return bytes;
  }
  if (files.size > 0) io.err(`${output} has no room for captured files. Name it OUT.throughline-case, and they come along.`);
  return sides.some((side) => side.isCase) ? writeCase(merged) : writeDataset(merged.dataset);
}

interface Side {
  readonly case: Case;
  readonly isCase: boolean;
  /** The captured files that it carries. */
  readonly files?: Reading['files'] | undefined;
}

async function sideOf(path: string, io: Io): Promise<Side> {
  const side = await sideOrNothing(path, io);
  if (!side) throw new MisuseError(`${path} is empty. Name a dataset or a case.`);
  return side;
}

async function sideOrNothing(path: string, io: Io): Promise<Side | undefined> {
  const reading = await readPath(path, io);
  if (!reading.dataset) {
    if (reading.report.issues.some((issue) => issue.code === 'empty-file')) return undefined;
    throw new MisuseError([`${path} cannot be read:`, ...issueLines(reading.report.issues)].join('\n'));
  }
  if (!isOurs(reading))
    throw new MisuseError(
      `${path} is ${reading.kind === 'snapshot' ? 'a snapshot' : `a file of the format ${reading.format}`}. `
      + `Datasets and cases of Throughline are merged: convert it first (throughline convert ${path} OUT.json).`,
    );
  return { case: { dataset: reading.dataset, charts: reading.charts ?? [] }, isCase: reading.kind === 'case', files: reading.files };
}

function isOurs({ kind, format }: Reading): boolean {
  return kind !== 'snapshot' && (format === 'throughline' || format === 'throughline-case' || format === 'throughline-case-zip');
}
