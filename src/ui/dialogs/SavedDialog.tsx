import { formatOf } from '../../formats';
import { Window } from '../parts/Window';
import { useRun, useShown } from '../shell/useWorkspace';
import { lossOf } from './lossOf';

/** What a file that was written could not hold, with how many records each loss concerns. */
export function SavedDialog() {
  const saved = useShown((s) => s.saved);
  const run = useRun();
  if (!saved) return null;
  const { file, format, what, hidden, issues } = saved;
  const close = () => run('dismissSaved');
  const label = formatOf(format)?.label ?? format;
  return (
    <Window
      title={`Saved “${file}”`}
      wide
      onClose={close}
      foot={
        <button type="button" className="button primary" onClick={close}>
          Continue
        </button>
      }
    >
      <p className="report-lead">
        {what === 'drawn' ? 'It holds what is drawn' : 'It holds everything that is open'}, as far as {label} can hold it. This was left out
        or written otherwise than it is:
      </p>
      <div className="report-scroll" tabIndex={0} role="region" aria-label="Losses">
        <table className="report-table losses-table">
          <thead>
            <tr>
              <th scope="col" className="figure-cell">
                Records
              </th>
              <th scope="col">What</th>
              <th scope="col">First at</th>
            </tr>
          </thead>
          <tbody>
            {issues.map(lossOf).map((loss, i) => (
              <tr key={i}>
                <td className="figure figure-cell">{loss.records?.toLocaleString('en')}</td>
                <td>
                  {loss.what} <span className="quiet">{loss.hint}</span>
                </td>
                <td className="mono">{loss.at}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {hidden && <p className="quiet saved-hidden">Not in it because it is not drawn — {hidden}.</p>}
    </Window>
  );
}
