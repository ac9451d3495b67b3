import { placesInReach, type Issue, type PerspectiveChart, type Position } from '../../model';
import type { At, DatasetBuilder } from './datasetBuilder';

/** The most views that are read of a file. */
const MOST_VIEWS = 500;

/** A point that a file gives, where both figures are finite. */
export function positionOf(x: unknown, y: unknown): Position | undefined {
  return typeof x === 'number' && typeof y === 'number' && Number.isFinite(x) && Number.isFinite(y) ? { x, y } : undefined;
}

/** The layout of a file as the view to open with. Whose position the file lacks is not in it. */
export function fileLayout(positions: ReadonlyMap<string, Position>, summary = 'Where the file draws each entity.'): PerspectiveChart {
  return { id: 'as-in-the-file', title: 'As in the file', summary, positions: Object.fromEntries(positions) };
}

/**
 * Adds views of a file, each under an id of its own: where its id is taken, with a number behind it.
 * Those beyond `MOST_VIEWS` are not made, but counted and reported.
 */
export function addViews(builder: DatasetBuilder, at: At, views: readonly (() => PerspectiveChart)[]): void {
  const room = Math.max(0, MOST_VIEWS - builder.perspectives.length);
  const taken = new Set(builder.perspectives.map(({ id }) => id));
  for (const make of views.slice(0, room)) {
    const view = make();
    let id = view.id;
    for (let n = 2; taken.has(id); n += 1) id = `${view.id}-${n}`;
    taken.add(id);
    builder.perspectives.push({ ...view, id });
  }
  if (views.length <= room) return;
  builder.warn(
    'too-many-views', at, `The file has more than the ${MOST_VIEWS} views that are read of one.`,
    'Split it, or take out what is not needed.', String(views.length),
  );
  builder.miss('views beyond the limit', views.length - room);
}

/**
 * Brings what the views of a file draw out of all reason within reach of the rest, and says who was brought in; all views at once,
 * since they show one picture.
 */
export function viewsInReach(views: readonly PerspectiveChart[]): { views: PerspectiveChart[]; issues: Issue[] } {
  const drawn = views.flatMap((view) => Object.entries(view.positions).map(([id, at]) => ({ view: view.id, id, at })));
  const { places, moved } = placesInReach(drawn.map(({ at }) => at));
  let next = 0;
  const placed = views.map((view) => {
    const positions = Object.keys(view.positions).map((id) => [id, places[next++]!]);
    return { ...view, positions: Object.fromEntries(positions) as PerspectiveChart['positions'] };
  });
  return { views: placed, issues: moved.map((i) => farOut(drawn[i]!)) };
}

function farOut({ view, id, at: { x, y } }: { view: string; id: string; at: Position }): Issue {
  return {
    code: 'far-position', severity: 'warning', at: `views.${view}.positions.${id}`.slice(0, 300), value: `x ${x}, y ${y}`,
    message: 'This stands so far from the rest that nothing of it would be seen; it was brought in.',
    hint: 'Correct the position in the file that it was made from.',
  };
}
