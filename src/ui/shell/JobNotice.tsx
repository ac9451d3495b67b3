import { workText } from '../../model';
import type { Job } from '../../workspace';
import { Progress } from '../parts/Progress';

/** Work under way: how far it is, what it is at, how long it will take, and how to stop it. */
export function JobNotice({ name, job: { label, done, detail = {}, secondsLeft, cancel } }: { name: string; job: Job }) {
  const text = [detail.phase, workText(detail, secondsLeft)].filter(Boolean).join(' · ');
  return (
    <div className="notice job">
      <div className="job-text">
        <span>{label}</span>
        {done !== undefined && <span className="quiet figure">{Math.round(done * 100)} %</span>}
      </div>
      <Progress label={label} done={done} text={text} />
      <span className="job-detail quiet figure">{text}</span>
      {cancel && <button type="button" className="text-button" onClick={cancel}>Cancel{name === 'open' && <kbd>Esc</kbd>}</button>}
    </div>
  );
}
