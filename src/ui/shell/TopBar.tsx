import { CircleHelp, Redo2, Share2, Undo2 } from 'lucide';
import { Icon } from '../parts/Icon';
import { IconButton } from '../parts/IconButton';
import { ChartMenu, DatasetMenu, SnapshotMenu } from './menus';
import { KeptMark } from '../entry/KeptMark';
import { SearchField } from './SearchField';
import { useKeys, useRun, useShown } from './useWorkspace';

export function TopBar() {
  const title = useShown((s) => s.dataset?.fromSnapshot?.title ?? s.dataset?.description.title);
  const open = useShown((s) => s.dataset !== undefined);
  const undo = useShown((s) => s.history.undo.at(-1));
  const redo = useShown((s) => s.history.redo.at(-1));
  const run = useRun();
  const keys = useKeys();
  return (
    <header className="top-bar">
      <h1 className="wordmark">Through<span className="wordmark-stroke">line</span></h1>
      <DatasetMenu title={title} />
      <KeptMark />
      <SearchField />
      <div className="top-bar-actions">
        <IconButton icon={Undo2} label={undo ? `Undo: ${undo}` : 'Undo'} keys={keys('undo')} disabled={!undo} onClick={() => run('undo')} />
        <IconButton icon={Redo2} label={redo ? `Redo: ${redo}` : 'Redo'} keys={keys('redo')} disabled={!redo} onClick={() => run('redo')} />
        <ChartMenu />
        <button
          type="button"
          className="button share"
          aria-label="Share"
          aria-haspopup="dialog"
          disabled={!open}
          title="A link to this view, or a file with it"
          onClick={() => run('share')}
        >
          <Icon of={Share2} small />
          <span className="share-text">Share</span>
        </button>
        <SnapshotMenu />
        <IconButton icon={CircleHelp} label="Help" keys={keys('openHelp')} className="top-bar-help" onClick={() => run('openHelp')} />
      </div>
    </header>
  );
}
