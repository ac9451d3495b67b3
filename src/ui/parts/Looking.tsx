import { Progress } from './Progress';

/** A question without its answer so far: what is looked for, how far that is (0–1, absent where it cannot be told), how to stop it. */
export function Looking({ label, done, cancel }: { label: string; done?: number | undefined; cancel?: (() => void) | undefined }) {
  return (
    <div className="stack" role="status">
      <span>{label}…</span>
      <Progress label={label} done={done} />
      {cancel && <button type="button" className="button small" onClick={cancel}>Cancel</button>}
    </div>
  );
}
