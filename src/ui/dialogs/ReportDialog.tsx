import { useState } from 'react';
import type { Issue } from '../../model';
import { Window } from '../parts/Window';
import { useRun, useShown } from '../shell/useWorkspace';
import type { OpenReport } from '../../workspace';
import { reportText } from './reportText';

/** How many issues are listed; the rest is in the copied text. */
const LISTED = 200;

/** What a file that was opened had to say: how much came in, and what was wrong where. */
export function ReportDialog() {
  const report = useShown((s) => s.report);
  const run = useRun();
  if (!report) return null;
  const close = () => run('dismissReport');
  const title = report.opened ? `Opened “${report.file}”` : `“${report.file}” was not opened`;
  return (
    <Window title={title} wide onClose={close} foot={<Foot report={report} onClose={close} />}>
      {!report.opened && <p className="report-lead">Your chart is as it was.</p>}
      {report.counts && <Counts counts={report.counts} />}
      {report.issues.length > 0 ? <Issues issues={report.issues} /> : <p className="quiet">Nothing in it gave cause for remark.</p>}
    </Window>
  );
}

function Counts({ counts }: { counts: NonNullable<OpenReport['counts']> }) {
  return (
    <dl className="counts">
      {Object.entries(counts).map(([what, n]) => (
        <div key={what}><dt>{what}</dt><dd className="figure">{n.toLocaleString('en')}</dd></div>
      ))}
    </dl>
  );
}

function Issues({ issues }: { issues: readonly Issue[] }) {
  const errors = issues.filter((i) => i.severity === 'error').length;
  return (
    <>
      <p className="report-lead">{[counted(errors, 'error'), counted(issues.length - errors, 'warning')].filter(Boolean).join(', ')}</p>
      <div className="report-scroll" tabIndex={0} role="region" aria-label="Issues">
        <table className="report-table">
          <thead>
            <tr><th scope="col">Where</th><th scope="col">What</th><th scope="col">Found</th></tr>
          </thead>
          <tbody>
            {issues.slice(0, LISTED).map((issue, i) => (
              <tr key={i}>
                <td className="mono">{issue.at}</td>
                <td><b className={`severity ${issue.severity}`}>{issue.severity}</b> {issue.message} <span className="quiet">{issue.hint}</span></td>
                <td className="mono">{issue.value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {issues.length > LISTED && <p className="quiet">and {issues.length - LISTED} more; the copied text has all of them.</p>}
    </>
  );
}

function Foot({ report, onClose }: { report: OpenReport; onClose: () => void }) {
  const [copied, setCopied] = useState(false);
  const copy = () => void navigator.clipboard.writeText(reportText(report)).then(() => setCopied(true));
  return (
    <>
      <button type="button" className="button" onClick={copy}>{copied ? 'Copied' : 'Copy as text'}</button>
      <button type="button" className="button primary" onClick={onClose}>{report.opened ? 'Go on' : 'Close'}</button>
    </>
  );
}

function counted(n: number, word: string): string | undefined {
  return n === 0 ? undefined : `${n} ${word}${n === 1 ? '' : 's'}`;
}
