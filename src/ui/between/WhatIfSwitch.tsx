import { lookup } from '../../workspace';
import { useRun, useShown } from '../shell/useWorkspace';

/** Takes an entity out of the trace, to see what falls, and puts it back; absent where nothing is traced, and for its ends. */
export function WhatIfEntity({ entity }: { entity: string }) {
  const { from, to, avoid } = useShown((s) => s.trace.question);
  const run = useRun();
  if (from === '' || to === '' || entity === from || entity === to) return null;
  const out = avoid.includes(entity);
  return (
    <button
      type="button"
      className="chip"
      aria-pressed={out}
      data-changed={out || undefined}
      title="Leaves it out of the trace, to see which routes are lost"
      onClick={() => run('setAsideEntity', entity)}
    >
      {out ? 'Left out of the trace' : 'Test without it'}
    </button>
  );
}

/** The same for a source: every claim of it is set aside, and every status computed without it. */
export function WhatIfSource({ source }: { source: string }) {
  const { from, to, filter } = useShown((s) => s.trace.question);
  const publisher = useShown((s) => lookup(s).source(source)?.publisher ?? source);
  const run = useRun();
  if (from === '' || to === '') return null;
  const out = filter.withoutSources?.includes(source) ?? false;
  return (
    <button
      type="button"
      className="text-button small-text"
      aria-pressed={out}
      aria-label={out ? `Use ${publisher} again in the trace` : `Test without ${publisher}`}
      onClick={() => run('setAsideSource', source)}
    >
      {out ? 'use this source again' : 'Test without this source'}
    </button>
  );
}
