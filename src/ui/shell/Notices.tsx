import { X } from 'lucide';
import { useEffect, useRef, useState } from 'react';
import type { Job, Notice } from '../../workspace';
import { timeLeftText, workText } from '../../model';
import { IconButton } from '../parts/IconButton';
import { Progress } from '../parts/Progress';
import { useRun, useShown } from './useWorkspace';

/** Work that shows its own progress where it was asked for. */
const SHOWN_ELSEWHERE: ReadonlySet<string> = new Set([
  'search', 'trace', 'looking', 'names', 'between', 'setAside', 'ventures', 'owners', 'play', 'counting', 'save',
]);

/**
 * What happened, said once and politely, and what is under way. It lies over the chart alone, where no control is;
 * where something else lies there, it takes room of its own.
 */
export function Notices() {
  const notices = useShown((s) => s.notices);
  const jobs = useShown((s) => s.jobs);
  const table = useShown((s) => s.view.mode === 'table');
  const sheet = useShown((s) => s.view.left || (s.view.right && s.selection !== undefined));
  const shown = [...jobs].filter(([name]) => !SHOWN_ELSEWHERE.has(name));
  return (
    <div className="notices" data-over={table ? 'table' : sheet ? 'panel' : 'chart'}>
      <div role="log" aria-live="polite" aria-label="Notices" className="notices-list">
        {notices.map((notice) => <Said key={notice.id} notice={notice} />)}
      </div>
      {shown.map(([name, job]) => <JobNotice key={name} name={name} job={job} />)}
    </div>
  );
}

/** How long a piece of news stays, in ms; an error, or one with something to do about it, stays until it is dismissed. */
const STAYS = 7000;

function Said({ notice }: { notice: Notice }) {
  const run = useRun();
  const [held, setHeld] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  // In a low window the page scrolls, and what went wrong would not be seen.
  useEffect(() => {
    if (notice.tone === 'error') place.current!.scrollIntoView({ block: 'nearest' });
  }, [notice.tone]);
  const passes = notice.tone === 'info' && !notice.action && !held;
  useEffect(() => {
    if (!passes) return undefined;
    const timer = setTimeout(() => void run('dismissNotice', notice.id), STAYS);
    return () => clearTimeout(timer);
  }, [passes, notice.id, run]);
  return (
    <div
      ref={place}
      className="notice"
      data-tone={notice.tone}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <p>
        {notice.tone === 'error' && <b>Error. </b>}
        {notice.text}
      </p>
      <IconButton icon={X} label="Dismiss" plain small onClick={() => run('dismissNotice', notice.id)} />
      {notice.action && (
        <button type="button" className="button small" onClick={() => run(notice.action!.command as 'undo')}>
          {notice.action.label}
        </button>
      )}
    </div>
  );
}

/** Work under way: how far it is, what it is at, how long it will take, and how to stop it. */
function JobNotice({ name, job: { label, done, detail = {}, secondsLeft, cancel } }: { name: string; job: Job }) {
  const at = [detail.phase, workText(detail)].filter(Boolean).join(' · ');
  const left = secondsLeft === undefined ? '' : timeLeftText(secondsLeft);
  return (
    <div className="notice job" role="group" aria-label={label}>
      <div className="job-text">
        <span>{label}</span>
        {done !== undefined && <span className="quiet figure">{Math.round(done * 100)} %</span>}
      </div>
      <Progress label={label} done={done} text={[at, left].filter(Boolean).join(' · ')} />
      {at !== '' && <span className="job-at quiet figure">{at}</span>}
      <span className="job-left quiet figure">{left}</span>
      {cancel && <button type="button" className="text-button" onClick={cancel}>Cancel</button>}
      {cancel && name === 'open' && <kbd>Esc</kbd>}
    </div>
  );
}
