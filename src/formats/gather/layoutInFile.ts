import type { PerspectiveChart, Position } from '../../model';

/** A point that a file gives, where both figures are finite. */
export function positionOf(x: unknown, y: unknown): Position | undefined {
  return typeof x === 'number' && typeof y === 'number' && Number.isFinite(x) && Number.isFinite(y) ? { x, y } : undefined;
}

/** The layout of a file as the view to open with. Whose position the file lacks is not in it. */
export function layoutInFile(positions: ReadonlyMap<string, Position>, summary = 'Where the file draws each entity.'): PerspectiveChart {
  return { id: 'as-in-the-file', title: 'As in the file', summary, positions: Object.fromEntries(positions) };
}

/** Adds a view under an id of its own: where its id is taken, with a number behind it. */
export function addView(views: PerspectiveChart[], view: PerspectiveChart): void {
  const taken = new Set(views.map(({ id }) => id));
  let id = view.id;
  for (let n = 2; taken.has(id); n += 1) id = `${view.id}-${n}`;
  views.push({ ...view, id });
}
