import { ENDED_OPACITY, statusLines } from '../../drawing';
import type { Family, Status } from '../../model';

/** Of the chart's dashes, so that two of them show in a short sample. */
const SCALE = 0.75;

interface Props {
  family?: Family;
  status?: Status;
  ended?: boolean;
}

/** A short piece of a relationship's line, drawn as the chart draws it; the word beside it says the same. */
export function LineSample({ family, status = 'reported', ended = false }: Props) {
  const colour = family ? `var(--family-${family})` : 'var(--ink)';
  const { dash, cap, mark } = statusLines[status];
  return (
    <svg
      className="line-sample"
      viewBox="0 0 26 12"
      width="26"
      height="12"
      aria-hidden="true"
      focusable="false"
      opacity={ended ? ENDED_OPACITY : 1}
    >
      <line
        x1="1"
        y1="6"
        x2="25"
        y2="6"
        stroke={colour}
        strokeWidth="2"
        strokeDasharray={dash.map((d) => d * SCALE).join(' ') || undefined}
        strokeLinecap={cap}
      />
      {mark === 'disputed' && <DisputedMark />}
      {mark === 'denied' && <path d="M10 3l6 6M16 3l-6 6" stroke="var(--denied)" strokeWidth="1.75" fill="none" />}
    </svg>
  );
}

function DisputedMark() {
  return (
    <>
      <circle cx="13" cy="6" r="5.5" fill="var(--amber)" />
      <path d="M13 3v3.4M13 8.3v.6" stroke="var(--on-amber)" strokeWidth="1.5" fill="none" />
    </>
  );
}
