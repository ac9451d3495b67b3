import type { PerspectiveChart, Position } from '../../model';

/** A point that a file gives, where both figures are finite. */
export function positionOf(x: unknown, y: unknown): Position | undefined {
  return typeof x === 'number' && typeof y === 'number' && Number.isFinite(x) && Number.isFinite(y) ? { x, y } : undefined;
}

/** The layout of a file as the view to open with. Whose position the file lacks is not in it. */
export function layoutInFile(positions: ReadonlyMap<string, Position>, summary = 'Where the file draws each entity.'): PerspectiveChart {
  return { id: 'as-in-the-file', title: 'As in the file', summary, positions: Object.fromEntries(positions) };
}
