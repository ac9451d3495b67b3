import type { ChangeKind, Share, Status } from '../../model';
import { shareBounds } from '../../model';

/** What stands on a line beside its label: an amber disc with "!", a cross, or Σ. */
export type MarkKind = 'disputed' | 'denied' | 'computed';

/** How a status is drawn. Line style tells status and nothing else. */
interface LineStyle {
  /** Stroke and gap lengths in chart units; empty is solid. */
  readonly dash: readonly number[];
  /** Round caps turn the shortest dashes into dots. */
  readonly cap: 'butt' | 'round';
  readonly mark?: MarkKind;
}

/** The line of each status; badges, legends, the chart and every export draw by it. */
export const statusLines: Readonly<Record<Status, LineStyle>> = {
  confirmed: { dash: [], cap: 'butt' },
  reported: { dash: [], cap: 'butt' },
  alleged: { dash: [7, 4.5], cap: 'butt' },
  disputed: { dash: [7, 4.5], cap: 'butt', mark: 'disputed' },
  reading: { dash: [9, 3.5, 1.5, 3.5], cap: 'butt' },
  denied: { dash: [0.1, 4.5], cap: 'round', mark: 'denied' },
};

/**
 * Opacity of lines and outlines of what has ended, and of all that is not looked at while something else is. They multiply;
 * the words of what has ended are not veiled.
 */
export const ENDED_OPACITY = 0.62;
export const DIMMED_OPACITY = 0.32;

/**
 * How what came, went and changed between two states is marked, never by colour: by a sign and its word, what came by a heavier outline or
 * a line between two thin ones, what went by a broken outline and as a ghost.
 */
export const changeSigns: Readonly<Record<ChangeKind, { readonly sign: string; readonly word: string }>> = {
  added: { sign: '+', word: 'added' },
  removed: { sign: '−', word: 'removed' },
  changed: { sign: '≠', word: 'changed' },
};

/** Opacity of the lines and outlines of what went. */
export const GONE_OPACITY = 0.5;

/** Width of a line whose share is unknown or has no meaning, in chart units. */
const PLAIN_WIDTH = 1.5;

/** Width of a line by its share, in chart units: 1.25 (0 %) to 4 (100 %), bounds by their middle, unknown 1.5. */
export function lineWidth(share: Share | undefined): number {
  if (share === undefined) return PLAIN_WIDTH;
  const { min, max } = shareBounds(share);
  return 1.25 + (2.75 * (min + max)) / 200;
}

/** Arrow heads, in chart units: length along the line and width across for a line of this width. */
export function arrowSize(width: number): { length: number; width: number } {
  return { length: 8 + width * 0.75, width: 6 + width };
}

/** The highlighter's stroke under a route: across a line, and beyond a box's outline on each side. */
export const HIGHLIGHT_LINE = 12;
export const HIGHLIGHT_BOX = 5;

/** Width of a box's outline. */
export const OUTLINE_WIDTH = 1.25;
