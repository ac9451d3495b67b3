import { useKeys, useRun, useShown } from '../shell/useWorkspace';

/** What can be done with an entity. */
export function EntityActions({ entity }: { entity: string }) {
  const onChart = useShown((s) => s.chart.entities.has(entity));
  const pinned = useShown((s) => s.chart.pinned.has(entity));
  const hidden = useShown((s) => s.chart.hidden.has(entity));
  const expanded = useShown((s) => s.chart.expanded.has(entity));
  const run = useRun();
  const keys = useKeys();
  return (
    <div className="inspector-actions">
      <button type="button" className="chip" onClick={() => run('traceFrom', entity)}>Trace from</button>
      <button type="button" className="chip" onClick={() => run('traceTo', entity)}>Trace to</button>
      {onChart ? (
        <>
          <button type="button" className="chip" title={keys('expand')} onClick={() => run(expanded ? 'collapse' : 'expand', entity)}>{expanded ? 'Collapse' : 'Expand'}</button>
          <button type="button" className="chip" title={keys('pin')} aria-pressed={pinned} onClick={() => run('pin', entity)}>{pinned ? 'Unpin' : 'Pin'}</button>
          <button type="button" className="chip" title={keys('hide')} onClick={() => run(hidden ? 'show' : 'hide', entity)}>{hidden ? 'Show' : 'Hide'}</button>
        </>
      ) : (
        <button type="button" className="chip" onClick={() => run('showEntity', entity)}>Add to chart</button>
      )}
    </div>
  );
}
