import type { Case, Dataset, Issue, Snapshot } from '../model';
import type { Reading, Report } from './format';

/** The most issues that a report lists; what is beyond is counted in a last one. */
export const ISSUE_LIMIT = 500;

/** The reading of a file that could not be used, for one reason or several. */
export function refused(format: string, kind: Reading['kind'], issues: Issue[]): Reading {
  return { kind, format, report: { format, entities: 0, relationships: 0, claims: 0, sources: 0, issues: limited(issues) } };
}

/** The reading of a dataset, with its figures. */
export function datasetReading(format: string, dataset: Dataset, issues: Issue[]): Reading {
  return { kind: 'dataset', format, dataset, report: reportOf(format, dataset, issues) };
}

/** The reading of a snapshot, with the figures of the dataset inside. */
export function snapshotReading(format: string, snapshot: Snapshot, issues: Issue[]): Reading {
  return { kind: 'snapshot', format, dataset: snapshot.dataset, snapshot, report: reportOf(format, snapshot.dataset, issues) };
}

/** The reading of a case, with the figures of its dataset. */
export function caseReading(format: string, { dataset, charts, base }: Case, issues: Issue[]): Reading {
  return { kind: 'case', format, dataset, charts, ...(base ? { base } : {}), report: reportOf(format, dataset, issues) };
}

/** Counts what a dataset holds. Claims are those of relationships and of entities. */
function reportOf(format: string, { entities, relationships, sources }: Dataset, issues: Issue[]): Report {
  const claims = [...entities, ...relationships].reduce((n, record) => n + (record.claims?.length ?? 0), 0);
  return {
    format, entities: entities.length, relationships: relationships.length, claims, sources: sources.length, issues: limited(issues),
  };
}

/** A reading whose report says something before all else. */
export function withFirst(reading: Reading, issue: Issue): Reading {
  return { ...reading, report: { ...reading.report, issues: limited([issue, ...reading.report.issues]) } };
}

function limited(issues: Issue[]): Issue[] {
  if (issues.length <= ISSUE_LIMIT) return issues;
  const beyond = issues.slice(ISSUE_LIMIT);
  const errors = beyond.filter((i) => i.severity === 'error').length;
  return [...issues.slice(0, ISSUE_LIMIT), moreIssues(beyond.length, errors)];
}

/** The last issue of a report that lists no more of them. */
export function moreIssues(beyond: number, errors: number): Issue {
  return {
    code: 'more-issues',
    severity: errors > 0 ? 'error' : 'warning',
    at: '(file)',
    value: String(beyond),
    message: `${beyond} more issues are not listed, ${errors} of them errors.`,
    hint: 'Correct the ones listed and open the file again.',
  };
}
