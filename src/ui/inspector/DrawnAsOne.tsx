import { inBoxOf, lookup } from '../../workspace';
import { useRun, useShown } from '../shell/useWorkspace';

/** Who else is drawn in this entity's box, each to be looked at, and the way back. */
export function DrawnAsOne({ entity }: { entity: string }) {
  const chart = useShown((s) => s.chart);
  const { name } = useShown(lookup);
  const run = useRun();
  const others = inBoxOf(chart, entity).filter((id) => id !== entity);
  if (others.length === 0) return null;
  return (
    <div className="drawn-as-one">
      <p className="small-text">
        Drawn as one with{' '}
        {others.map((id, i) => (
          <span key={id}>
            {i > 0 && ', '}
            <button type="button" className="text-button" onClick={() => run('selectEntity', id)}>
              {name(id)}
            </button>
          </span>
        ))}
        . Each keeps its own ties and claims.
      </p>
      <button type="button" className="chip" onClick={() => run('takeApart', entity)}>Take apart</button>
    </div>
  );
}
