import type { Status } from '../../model';

/** A status, its outline drawn like the line that it describes on the chart. */
export function StatusBadge({ status }: { status: Status }) {
  return (
    <span className={`status ${status}`}>
      {status === 'disputed' && <span aria-hidden="true">! </span>}
      {status === 'denied' && <span aria-hidden="true">× </span>}
      {status}
    </span>
  );
}
