import { expect, it } from 'vitest';
import type { Issue } from '../../model';
import { groupIssues } from './groupIssues';

const issue = (code: string, severity: Issue['severity'], at: string): Issue => ({
  code, severity, at, message: 'It is so.', hint: 'Change it.',
});

it('issues stand together by kind, errors before warnings, each group in the order of the file', () => {
  const groups = groupIssues([
    issue('no-such-date', 'warning', 'line 2'), issue('dangling-end', 'error', 'line 3'), issue('no-such-date', 'warning', 'line 9'),
    issue('dangling-end', 'warning', 'line 10'),
  ]);
  expect(groups.map((g) => [g.severity, g.title, g.issues.map((i) => i.at)])).toEqual([
    ['error', 'dangling end', ['line 3']],
    ['warning', 'no such date', ['line 2', 'line 9']],
    ['warning', 'dangling end', ['line 10']],
  ]);
});
