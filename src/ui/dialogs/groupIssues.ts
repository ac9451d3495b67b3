import type { Issue } from '../../model';

/** Issues of one kind: errors and warnings of a code apart. */
export interface IssueGroup {
  readonly code: string;
  readonly severity: Issue['severity'];
  /** The code as words: "dangling end". */
  readonly title: string;
  /** In the order of the file. */
  readonly issues: readonly Issue[];
}

/** Issues by their kind: errors first, then as they first occur in the file. */
export function groupIssues(issues: readonly Issue[]): IssueGroup[] {
  const groups = new Map<string, Issue[]>();
  for (const issue of issues) {
    const key = `${issue.severity} ${issue.code}`;
    const known = groups.get(key);
    if (known) known.push(issue);
    else groups.set(key, [issue]);
  }
  const all = [...groups.values()].map((found): IssueGroup => ({
    code: found[0]!.code, severity: found[0]!.severity, title: found[0]!.code.replaceAll('-', ' '), issues: found,
  }));
  return [...all.filter((g) => g.severity === 'error'), ...all.filter((g) => g.severity !== 'error')];
}
