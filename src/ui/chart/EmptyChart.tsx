import { useRun, useShown } from '../shell/useWorkspace';

/** What to do where nothing is drawn. */
export function EmptyChart() {
  const opened = useShown((s) => s.dataset !== undefined);
  const opening = useShown((s) => s.jobs.has('open'));
  const empty = useShown((s) => s.chart.entities.size === 0);
  const run = useRun();
  if (!empty || opening) return null;
  return (
    <div className="chart-empty">
      {opened ? (
        <>
          <p className="prose">Nothing is on the chart yet.</p>
          <p className="quiet">Search for a name or alias, or choose two parties under Trace: what connects them is drawn here.</p>
        </>
      ) : (
        <>
          <p className="prose">Who is connected to whom, and who says so.</p>
          <p className="quiet">Open the included case, or drop a file of your own anywhere on this window. Nothing leaves this machine.</p>
          <button type="button" className="button primary" onClick={() => run('openDatasets')}>Open a dataset…</button>
        </>
      )}
    </div>
  );
}
