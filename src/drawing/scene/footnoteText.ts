import { measureText } from '../text';

/** Footnote numbers are set at this part of a label's size. */
export const NOTE_SCALE = 0.74;
/** The gap between a label and its footnote numbers, in chart units. */
export const NOTE_GAP = 2;

/** "3 4 9", and "3–6" where three or more follow one another. `numbers` ascend. */
export function notesText(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const n of numbers) {
    const last = runs.at(-1);
    if (last && n === last[1] + 1) last[1] = n;
    else runs.push([n, n]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : to === from + 1 ? `${from} ${to}` : `${from}–${to}`)).join(' ');
}

/** The disc of the hollow "?" behind a label, its gap included. */
export const POSSIBLY_RADIUS = 5;
export const POSSIBLY_WIDTH = 2 * POSSIBLY_RADIUS + 3;

/** The width of footnote numbers as set after a label, their gap included, in chart units; 0 without any. */
export function notesWidth(notes: string | undefined): number {
  return notes === undefined ? 0 : NOTE_GAP + measureText(notes, 'label') * NOTE_SCALE;
}
