/** How far long work has come: `done` is 0–1, absent where it cannot be told; `text` says it in words, for who does not see the bar. */
export function Progress({ label, done, text }: { label: string; done?: number | undefined; text?: string | undefined }) {
  const percent = done === undefined ? undefined : Math.round(done * 100);
  return (
    <div
      className="progress"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      aria-valuetext={text || undefined}
      data-indeterminate={percent === undefined || undefined}
    >
      <div className="progress-bar" style={percent === undefined ? undefined : { width: `${percent}%` }} />
    </div>
  );
}
