import { lazy, Suspense } from 'react';
import { CircleHelp, Redo2, Share2, Undo2 } from 'lucide';
import { isOwnWork } from '../../workspace';
import { Icon } from '../parts/Icon';
import { IconButton } from '../parts/IconButton';
import { ChartMenu, DatasetMenu, SnapshotMenu } from './menus';
import { SearchField } from './SearchField';
import { timeText } from './timeText';
import { useKeys, useRun, useShown } from './useWorkspace';

const OwnFileMark = lazy(() => import('./OwnFileMark'));

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

/** Whether what was entered is saved, and where: in the user's own file, else in this browser; or that it is not, and why. */
function KeptMark() {
  const kept = useShown((s) => s.kept);
  const file = useShown((s) => s.ownFile);
  const own = useShown(isOwnWork);
  const elsewhere = useShown((s) => s.elsewhere);
  const run = useRun();
  if (elsewhere)
    return (
      <button
        type="button"
        className="button small kept-mark"
        title="This case is worked on in another tab. Press to go on in this one, with all that was done there."
        onClick={() => run('workHere')}
      >
        In another tab: work here
      </button>
    );
  const press = () => run(file?.phase === 'changed' ? 'showOwnFile' : 'saveCase');
  if (file) return <Suspense><OwnFileMark file={file} onPress={press} /></Suspense>;
  if (!own || !kept) return null;
  const text = kept.phase === 'kept' ? `Saved ${timeText(kept.at)}` : kept.phase === 'keeping' ? 'Saving…' : 'Not saved';
  return (
    <span
      className="kept-mark"
      data-failed={kept.phase === 'failed' || undefined}
      title={kept.phase === 'failed' ? kept.message : 'Kept in this browser. Ctrl S saves it as a file.'}
    >
      {text}
    </span>
  );
}
