import { lintDataset } from '../../analysis';
import type { Issue } from '../../model';
import { groupedIssueLines } from '../groupedIssueLines';
import { printJson, type ExitCode, type Io } from '../io';
import { readMapping } from '../mappingFile';
import { readPath } from '../openDataset';

type Counts = Readonly<Record<string, number>>;

/**
 * `{ok, issues, counts}`; ok where nothing is an error, or, if `strict`, where there is no issue at all. Warnings include the evidence
 * lint. Both lists have a limit (`ISSUE_LIMIT`, `LINT_LIMIT`) behind which a `more-issues` stands; `counts` says by code how many there
 * are, with those.
 */
export async function validate(
  file: string, { json, mapping, strict }: { json?: boolean; mapping?: string; strict?: boolean }, io: Io,
): Promise<ExitCode> {
  const { dataset, snapshot, report } = await readPath(file, io, { mapping: await readMapping(mapping) });
  const data = dataset ?? snapshot?.dataset;
  const lint = data ? lintDataset(data) : { issues: [], counts: {} };
  const issues = [...report.issues, ...lint.issues];
  const counts = added(countsOf(report.issues), lint.counts);
  const ok = data !== undefined && issues.every((issue) => !strict && issue.severity !== 'error');
  if (json) printJson(io, { ok, issues, counts });
  else
    io.out(
      [...groupedIssueLines([...report.issues, ...lint.issues.filter(isListed)], counts), verdict(file, ok, counts, strict)].join('\n'),
    );
  return ok ? 0 : 1;
}

/** In lines the group of a code ends with how many more there are. */
const isListed = (issue: Issue) => issue.code !== 'more-issues';

function countsOf(issues: readonly Issue[]): Counts {
  return issues.reduce<Counts>((counts, { code, value }) => added(counts, { [code]: code === 'more-issues' ? Number(value) : 1 }), {});
}

function added(a: Counts, b: Counts): Counts {
  return Object.entries(b).reduce((sum, [code, count]) => ({ ...sum, [code]: (sum[code] ?? 0) + count }), a);
}

function verdict(file: string, ok: boolean, counts: Counts, strict = false): string {
  const warnings = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return ok
    ? `${file} is valid (${warnings} warnings).`
    : `${file} is not valid${strict ? `: ${warnings} issues, of which --strict takes each for an error` : ''}.`;
}
