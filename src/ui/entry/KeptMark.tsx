import { useShown } from '../shell/useWorkspace';

/** Whether what was entered is kept in this browser: since when, or why it is not. */
export function KeptMark() {
  const kept = useShown((s) => s.kept);
  const own = useShown((s) => s.edits.size > 0 || s.dataset?.charts !== undefined);
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

/** "14:02", by the clock of the user. */
function timeText(at: number): string {
  const date = new Date(at);
  return `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`;
}
