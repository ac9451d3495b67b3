import type { OwnFileState } from '../../workspace';
import { timeText } from './timeText';

/** Whether what was entered is saved in the user's own file; where something is left to do about it, it is a button. */
export default function OwnFileMark({ file: { file, phase, at, message }, onPress }: { file: OwnFileState; onPress: () => void }) {
  const inFile = <>{' '}in <b className="kept-file" title={file}>{file}</b></>;
  if (phase === 'saving') return <span className="kept-mark">Saving…</span>;
  if (phase === 'saved')
    return <span className="kept-mark" title={`Saved in ${file}, and kept in this browser.`}>Saved {timeText(at!)}{inFile}</span>;
  const why = {
    asks: 'The browser asks again whether this page may write into the file. Until then all is kept in this browser.',
    changed: 'The file was changed meanwhile, and nothing of it was written over. Look at what differs.',
    failed: `${message ?? ''} All is kept in this browser. Press to save again.`,
  }[phase];
  return (
    <button type="button" className="button small kept-mark" data-failed={phase !== 'asks' || undefined} title={why} onClick={onPress}>
      {phase === 'asks' ? 'Save' : phase === 'changed' ? 'Changed meanwhile' : 'Not saved'}{inFile}
    </button>
  );
}
