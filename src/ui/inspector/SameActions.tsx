import type { Relationship } from '../../model';
import { inBoxOf } from '../../workspace';
import { useRun, useShown } from '../shell/useWorkspace';

/** What can be done with two that are said to be the same: drawn as one, or taken apart again. */
export function SameActions({ relationship: { from, to } }: { relationship: Relationship }) {
  const together = useShown((s) => inBoxOf(s.chart, from).includes(to));
  const run = useRun();
  if (from === to) return null;
  return (
    <div className="inspector-actions">
      {together
        ? <button type="button" className="chip" onClick={() => run('takeApart', from)}>Take apart</button>
        : <button type="button" className="chip" onClick={() => run('drawAsOne', [from, to])}>Draw as one</button>}
    </div>
  );
}
