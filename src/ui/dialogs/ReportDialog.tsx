import { useState } from 'react';
import { formatOf } from '../../formats';
import type { OpenReport } from '../../workspace';
import { Window } from '../parts/Window';
import { useRun, useShown } from '../shell/useWorkspace';
import { ReadAs } from './ReadAs';
import { ReportFields } from './ReportFields';
import { ReportIssues } from './ReportIssues';
import { reportText } from './reportText';

/** What a file that was opened had to say: what it was read as, how much came in, and what was wrong where. */
export function ReportDialog() {
  const report = useShown((s) => s.report);
  const run = useRun();
  if (!report) return null;
  const close = () => run('dismissReport');
  const title = report.opened ? `Opened “${report.file}”` : `“${report.file}” was not opened`;
  const label = report.format === undefined ? undefined : formatOf(report.format)?.label;
  return (
    <Window title={title} wide onClose={close} foot={<Foot report={report} onClose={close} />}>
      {!report.opened && <p className="report-lead">Your chart has not changed.</p>}
      {label !== undefined && (
        <p className="report-lead">
          Read as <b>{label}</b>
          {report.doubtful && ', but its content is not unambiguous'}.
        </p>
      )}
      {(report.doubtful || !report.opened) && <ReadAs format={report.format} onChoose={(format) => void run('readAs', format)} />}
      {report.counts && report.opened && <Counts counts={report.counts} />}
      <ReportFields
        title="Kept as properties"
        note="The model has no field for these; each is kept with its record under its own name."
        fields={report.keptAsProperties}
      />
      <ReportFields title="Not expressed" note="The file says this and the dataset does not hold it." fields={report.notExpressed} />
      {report.issues.length > 0 ? <ReportIssues issues={report.issues} /> : <p className="quiet">No problems were found.</p>}
    </Window>
  );
}

function Counts({ counts }: { counts: NonNullable<OpenReport['counts']> }) {
  return (
    <dl className="counts">
      {Object.entries(counts).map(([what, n = 0]) => (
        <div key={what}><dt>{what}</dt><dd className="figure">{n.toLocaleString('en')}</dd></div>
      ))}
    </dl>
  );
}

function Foot({ report, onClose }: { report: OpenReport; onClose: () => void }) {
  const run = useRun();
  const [copied, setCopied] = useState(false);
  const copy = () => void navigator.clipboard.writeText(reportText(report)).then(() => setCopied(true));
  return (
    <>
      <button type="button" className="button" onClick={copy}>{copied ? 'Copied' : 'Copy report'}</button>
      <button type="button" className="button" onClick={() => void run('saveReport')}>Save report as JSON</button>
      <button type="button" className="button primary" onClick={onClose}>{report.opened ? 'Continue' : 'Close'}</button>
    </>
  );
}
