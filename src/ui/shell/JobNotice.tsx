import { timeLeftText, workText } from '../../model';
import type { Job } from '../../workspace';
import { Progress } from '../parts/Progress';

/** Work under way: how far it is, what it is at, how long it will take, and how to stop it. */
export function JobNotice({ name, job: { label, done, detail = {}, secondsLeft, cancel } }: { name: string; job: Job }) {
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
