import { shareText } from '../../model';
import { StatusBadge } from '../parts/StatusBadge';
import { datesText } from '../../model';
import { useRun } from '../shell/useWorkspace';
import type { Tie } from './tiesOf';

interface Props {
  tie: Tie;
  name: string;
  /** A word before the name, where the heading does not say it. */
  word?: string | undefined;
}

/** A tie as seen from the entity looked at; pressing it shows the relationship and its claims. */
export function TieRow({ tie, name, word }: Props) {
  const run = useRun();
  const { relationship: r, status, sources } = tie;
  const firm = status === 'confirmed' || status === 'reported';
  const notes = [shareText(r.share), r.role, datesText(r)].filter(Boolean).join(', ');
  return (
    <li>
      <button type="button" className="tie" data-doubtful={!firm || undefined} onClick={() => run('selectRelationship', r.id)}>
        <span className="tie-text">
          {word && `${word} `}
          <span className="tie-name">{name}</span>
          {notes && <span className="quiet"> {notes}</span>}
          {!firm && <> <StatusBadge status={status} /></>}
        </span>
        <span className="tie-count">{sources} {sources === 1 ? 'source' : 'sources'}</span>
      </button>
    </li>
  );
}
