import type { Issue } from '../model';

/** Issues as lines for a terminal: what is wrong, where, with what value, and what to do next. */
export function issueLines(issues: readonly Issue[]): string[] {
  return issues.map(({ severity, code, at, value, message, hint }) => {
    const found = value === undefined ? '' : ` (found: ${value})`;
    return `${severity} ${code} at ${at}: ${message}${found} ${hint}`;
  });
}
