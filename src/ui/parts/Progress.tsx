/** How far long work has come: `done` is 0–1, absent where it cannot be told. */
export function Progress({ label, done }: { label: string; done?: number | undefined }) {
  const percent = done === undefined ? undefined : Math.round(done * 100);
  return (
    <div className="progress" role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={100} aria-valuenow={percent} data-indeterminate={percent === undefined || undefined}>
      <div className="progress-bar" style={percent === undefined ? undefined : { width: `${percent}%` }} />
    </div>
  );
}
