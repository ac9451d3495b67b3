import { integrityIssues, type Dataset, type Issue } from '../../model';
import { dateIssues } from './dates';
import { duplicateIssues } from './duplicates';
import { circularOrigins, evidenceIssues, unusedSources } from './evidence';
import { isolatedEntities } from './isolated';
import { shareIssues } from './shares';

/** What a lint found. */
export interface LintReport {
  /**
   * By rule, then in the order of the dataset: the first `LINT_LIMIT` of each code,
   * and after all of them a `more-issues` for each code that has more.
   */
  readonly issues: Issue[];
  /** How many there are by code, with those that are not listed. */
  readonly counts: Readonly<Record<string, number>>;
}

/** The most issues of one code that are listed, so that the many of one kind neither hide the few of another nor fill the memory. */
export const LINT_LIMIT = 500;

/**
 * Every rule, in the order in which their issues are listed. Rules yield one issue after another:
 * a large dataset has more than should be held.
 */
const RULES: readonly ((data: Dataset) => Iterable<Issue>)[] = [
  danglingIssues, evidenceIssues, circularOrigins, shareIssues, dateIssues, duplicateIssues, isolatedEntities, unusedSources,
];

/**
 * What a careful editor would look at again in a dataset that is sound in form. Warnings all, but for ends and sources
 * that are not there, which only a dataset that was never read can have; paths are as in the file. The dataset is left as it is.
 */
export function lintDataset(data: Dataset): LintReport {
  const counts = new Map<string, number>();
  const issues: Issue[] = [];
  for (const rule of RULES) {
    for (const issue of rule(data)) {
      const count = (counts.get(issue.code) ?? 0) + 1;
      counts.set(issue.code, count);
      if (count <= LINT_LIMIT) issues.push(issue);
    }
  }
  const more = [...counts].filter(([, count]) => count > LINT_LIMIT).map(([code, count]) => moreOfOneCode(code, count - LINT_LIMIT));
  return { issues: [...issues, ...more], counts: Object.fromEntries(counts) };
}

/** The other integrity issues were reported when the dataset was read. */
function danglingIssues(data: Dataset): Issue[] {
  return integrityIssues(data).filter((i) => i.code.startsWith('dangling-'));
}

/** The last word on issues of one code of which no more are listed. */
function moreOfOneCode(code: string, beyond: number): Issue {
  return {
    code: 'more-issues', severity: 'warning', at: '(file)', value: String(beyond),
    message: `${beyond} more issues “${code}” are not listed.`, hint: 'Correct the ones listed and look again.',
  };
}
