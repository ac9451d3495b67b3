import { WhatIfEntity } from '../between/WhatIfSwitch';
import { useKeys, useRun, useShown } from '../shell/useWorkspace';

/** What can be done with an entity. */
export function EntityActions({ entity, offChart }: { entity: string; offChart: number }) {
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
      <button type="button" className="chip" title={keys('showOwners')} onClick={() => run('showOwners', entity)}>Owners</button>
      <WhatIfEntity entity={entity} />
      {onChart ? (
        <>
          <button type="button" className="chip" title={keys('toggleNeighbours')} onClick={() => run('toggleNeighbours', entity)}>
            {expanded ? 'Collapse' : offChart > 0 ? `Expand ${offChart}` : 'Expand'}
          </button>
          <button type="button" className="chip" title={keys('togglePin')} aria-pressed={pinned} onClick={() => run('togglePin', entity)}>
            {pinned ? 'Unpin' : 'Pin'}
          </button>
          <button
            type="button"
            className="chip"
            title={keys('hide')}
            onClick={() => (hidden ? run('showHidden', entity) : run('hide', entity))}
          >
            {hidden ? 'Show' : 'Hide'}
          </button>
        </>
      ) : (
        <button type="button" className="chip" onClick={() => run('showEntity', entity)}>Add to chart</button>
      )}
    </div>
  );
}
