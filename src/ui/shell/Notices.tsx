import { X } from 'lucide';
import { useEffect, useState } from 'react';
import type { Notice } from '../../workspace';
import { IconButton } from '../parts/IconButton';
import { JobNotice } from './JobNotice';
import { useRun, useShown } from './useWorkspace';

/** Work that shows its own progress where it was asked for. */
const SHOWN_ELSEWHERE: ReadonlySet<string> = new Set(['search', 'trace', 'looking', 'names', 'between', 'setAside', 'ventures', 'owners', 'play', 'counting']);

/** What happened, said once and politely, and what is under way. */
export function Notices() {
  const notices = useShown((s) => s.notices);
  const jobs = useShown((s) => s.jobs);
  const shown = [...jobs].filter(([name]) => !SHOWN_ELSEWHERE.has(name));
  return (
    <div className="notices">
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
  const passes = notice.tone === 'info' && !notice.action && !held;
  useEffect(() => {
    if (!passes) return undefined;
    const timer = setTimeout(() => void run('dismissNotice', notice.id), STAYS);
    return () => clearTimeout(timer);
  }, [passes, notice.id, run]);
  return (
    <div className="notice" data-tone={notice.tone} onMouseEnter={() => setHeld(true)} onMouseLeave={() => setHeld(false)} onFocus={() => setHeld(true)} onBlur={() => setHeld(false)}>
      <p>{notice.tone === 'error' && <b>Error. </b>}{notice.text}</p>
      <IconButton icon={X} label="Dismiss" plain small onClick={() => run('dismissNotice', notice.id)} />
      {notice.action && <button type="button" className="button small" onClick={() => run(notice.action!.command as 'undo')}>{notice.action.label}</button>}
    </div>
  );
}
