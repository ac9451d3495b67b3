import type { Issue } from '../model';
import { issueLines } from './issueLines';

/** How many issues of one code a terminal is shown. */
const ISSUES_SHOWN = 10;

/**
 * Issues as lines, those of one code together, codes in the order in which they come first: the first ten of each, then
 * how many more there are. `counts` says how many there are of each code, which may be more than are listed.
 */
export function groupedIssueLines(issues: readonly Issue[], counts: Readonly<Record<string, number>>): string[] {
  return [...new Set(issues.map((issue) => issue.code))].flatMap((code) => {
    const group = issues.filter((issue) => issue.code === code);
    const more = (counts[code] ?? group.length) - Math.min(group.length, ISSUES_SHOWN);
    const rest = more > 0 && code !== 'more-issues' ? [`${group[0]!.severity} ${code}: ${more} more.`] : [];
    return [...issueLines(group.slice(0, ISSUES_SHOWN)), ...rest];
  });
}
