import { useRun, useShown } from '../shell/useWorkspace';

/** What to do where nothing is drawn. */
export function EmptyChart() {
  const opened = useShown((s) => s.dataset !== undefined);
  const opening = useShown((s) => s.jobs.has('open'));
  const empty = useShown((s) => s.chart.entities.size === 0);
  const nothing = useShown((s) => s.dataset?.description.entities === 0);
  const run = useRun();
  if (!empty || opening) return null;
  return (
    <div className="chart-empty">
      {opened ? (
        <>
          <p className="prose">Nothing is on the chart yet.</p>
          {nothing ? (
            <>
              <p className="quiet">
                First name a source: paste its address or citation. Then type what it says, a claim a line: who, a verb, whom. What you
                enter is drawn here.
              </p>
              <div className="chips">
                <button type="button" className="button primary" onClick={() => run('addSource')}>
                  Name a source <kbd className="key">N</kbd>
                </button>
                <button type="button" className="button" onClick={() => run('addClaim')}>Add a claim <kbd className="key">A</kbd></button>
              </div>
            </>
          ) : <p className="quiet">Search for a name or alias, or choose two parties under Trace: what connects them is drawn here.</p>}
        </>
      ) : (
        <>
          <p className="prose">Who is connected to whom, and who says so.</p>
          <p className="quiet">Open the included case, or drop a file of your own anywhere on this window. Nothing leaves this machine.</p>
          <div className="chips">
            <button type="button" className="button primary" onClick={() => run('openDatasets')}>Open a dataset…</button>
            <button type="button" className="button" onClick={() => run('openBundledStory')}>A story: Huawei and Koryolink</button>
            <button type="button" className="button" onClick={() => run('newCase', undefined)}>New case</button>
          </div>
        </>
      )}
    </div>
  );
}
