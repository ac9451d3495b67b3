import { useState } from 'react';
import type { Issue } from '../../model';
import { groupIssues, type IssueGroup } from './groupIssues';

/** How many places of a kind are listed before the rest is asked for. */
const FIRST = 3;

/** What was wrong, by kind: how often, and the first places of each. */
export function ReportIssues({ issues }: { issues: readonly Issue[] }) {
  const errors = issues.filter((i) => i.severity === 'error').length;
  return (
    <>
      <p className="report-lead">{[counted(errors, 'error'), counted(issues.length - errors, 'warning')].filter(Boolean).join(', ')}</p>
      <div className="report-scroll" tabIndex={0} role="region" aria-label="Issues">
        <table className="report-table">
          <thead>
            <tr><th scope="col">Where</th><th scope="col">What</th><th scope="col">Found</th></tr>
          </thead>
          {groupIssues(issues).map((group) => <Group key={`${group.severity} ${group.code}`} group={group} />)}
        </table>
      </div>
    </>
  );
}

function Group({ group: { severity, title, issues } }: { group: IssueGroup }) {
  const [all, setAll] = useState(false);
  const shown = all ? issues : issues.slice(0, FIRST);
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={3} className="report-kind">
          <b className={`severity ${severity}`}>{severity}</b> {title}{' '}
          {issues.length > 1 && <span className="quiet figure">{issues.length} times</span>}
        </th>
      </tr>
      {shown.map((issue, i) => (
        <tr key={i}>
          <td className="mono">{issue.at}</td>
          <td>{issue.message} <span className="quiet">{issue.hint}</span></td>
          <td className="mono">{issue.value}</td>
        </tr>
      ))}
      {shown.length < issues.length && (
        <tr>
          <th scope="row" colSpan={3} className="report-more">
            <button type="button" className="text-button" onClick={() => setAll(true)}>
              Show {issues.length - shown.length} more of “{title}”
            </button>
          </th>
        </tr>
      )}
    </tbody>
  );
}

function counted(n: number, word: string): string | undefined {
  return n === 0 ? undefined : `${n.toLocaleString('en')} ${word}${n === 1 ? '' : 's'}`;
}
