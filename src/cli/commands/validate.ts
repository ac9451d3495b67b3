import { lintDataset } from '../../formats';
import { printJson, type ExitCode, type Io } from '../io';
import { issueLines } from '../issueLines';
import { readMapping } from '../mappingFile';
import { readPath } from '../openDataset';

/** `{ok, issues}`; ok where nothing is an error. Warnings include the evidence lint. */
export async function validate(file: string, { json, mapping }: { json?: boolean; mapping?: string }, io: Io): Promise<ExitCode> {
  const reading = await readPath(file, io, { mapping: await readMapping(mapping) });
  const dataset = reading.dataset ?? reading.snapshot?.dataset;
  const issues = [...reading.report.issues, ...(dataset ? lintDataset(dataset) : [])];
  const ok = dataset !== undefined && issues.every((issue) => issue.severity !== 'error');
  if (json) printJson(io, { ok, issues });
  else io.out([...issueLines(issues), ok ? `${file} is valid (${issues.length} warnings).` : `${file} is not valid.`].join('\n'));
  return ok ? 0 : 1;
}
