import { FileText, X } from 'lucide';
import { Icon } from '../parts/Icon';
import { IconButton } from '../parts/IconButton';
import { useKeys, useRun, useShown } from '../shell/useWorkspace';
import { ClaimField } from './ClaimField';
import { SourceField } from './SourceField';
import './entry.css';

/** Below the chart: the source that claims cite, and the line that is typed. It stays in sight for as long as a source is named. */
export default function EntryBar() {
  const open = useShown((s) => s.entry.open);
  const run = useRun();
  return (
    <section className="entry-bar" aria-label="Entering">
      <div className="entry-head">
        <ActiveSource />
        {open && <IconButton icon={X} label="Leave the line" plain small onClick={() => run('leaveEntry')} />}
      </div>
      {open === 'source' && <SourceField />}
      {open === 'claim' && <ClaimField />}
    </section>
  );
}

function ActiveSource() {
  const source = useShown((s) => s.entry.source);
  const open = useShown((s) => s.entry.open);
  const run = useRun();
  const keys = useKeys();
  return (
    <div className="chips entry-source">
      {source ? (
        <button
          type="button"
          className="chip entry-chip"
          title="Every claim cites it until another is named"
          onClick={() => run('addSource')}
        >
          <Icon of={FileText} small /> <span className="quiet">Source</span> {source.title}
          <span className="quiet"> · {source.publisher}</span> <kbd className="key">{keys('addSource')}</kbd>
        </button>
      ) : (
        open !== 'source' && (
          <button type="button" className="chip entry-chip" onClick={() => run('addSource')}>
            <Icon of={FileText} small /> Name the source first <kbd className="key">{keys('addSource')}</kbd>
          </button>
        )
      )}
      {source && open !== 'claim' && (
        <button type="button" className="chip" onClick={() => run('addClaim')}>
          Add a claim <kbd className="key">{keys('addClaim')}</kbd>
        </button>
      )}
    </div>
  );
}
