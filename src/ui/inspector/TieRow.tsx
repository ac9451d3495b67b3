import { datesText } from '../../model';
import { visiblePart, type Tie } from '../../workspace';
import { StatusBadge } from '../parts/StatusBadge';
import { useRun, useShown } from '../shell/useWorkspace';

interface Props {
  tie: Tie;
  /** What kind of tie it is, where the heading does not say it. */
  word?: string | undefined;
}

/** A tie as seen from the entity looked at; pressing it shows the relationship and its claims. */
export function TieRow({ tie, word }: Props) {
  const run = useRun();
  const { relationship: r, sources, share, drawn } = tie;
  const status = useShown((s) => visiblePart(s).statuses.get(r.id) ?? tie.status);
  const firm = status === 'confirmed' || status === 'reported';
  const notes = [share, word, r.role, datesText(r)].filter(Boolean).join(', ');
  return (
    <li>
      <button
        type="button"
        className="tie"
        data-doubtful={!firm || undefined}
        data-drawn={drawn || undefined}
        title={drawn ? undefined : 'Not drawn now'}
        onClick={() => run('selectRelationship', r.id)}
      >
        <span className="tie-text">
          <span className="tie-name">{tie.otherName}</span>
          {notes && <span className="quiet"> {notes}</span>}
          {!firm && (
            <>
              {' '}
              <StatusBadge status={status} />
            </>
          )}
        </span>
        <span className="tie-count">
          {sources} {sources === 1 ? 'source' : 'sources'}
        </span>
      </button>
    </li>
  );
}
