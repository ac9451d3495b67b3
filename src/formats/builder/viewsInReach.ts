import { placesInReach, type Issue, type PerspectiveChart, type Position } from '../../model';

/** Views that are drawn on one picture, and who was brought in. */
interface ViewsInReach {
  readonly views: PerspectiveChart[];
  readonly issues: Issue[];
}

/** Brings what the views of a file draw out of all reason within reach of the rest; all of them at once, since they show one picture. */
export function viewsInReach(views: readonly PerspectiveChart[]): ViewsInReach {
  const all = views.flatMap((view, v) => Object.entries(view.positions).map(([id, at]) => ({ v, id, at })));
  const { places, moved } = placesInReach(all.map(({ at }) => at));
  const positions = views.map((): Record<string, Position> => ({}));
  // An id may be called as something that objects have of their own.
  all.forEach(({ v, id }, i) =>
    Object.defineProperty(positions[v], id, { value: places[i], enumerable: true, configurable: true, writable: true }),
  );
  return {
    views: views.map((view, v) => ({ ...view, positions: positions[v]! })),
    issues: moved.map((i) => farOut(views[all[i]!.v]!, all[i]!.id, all[i]!.at)),
  };
}

function farOut({ id: view }: PerspectiveChart, id: string, { x, y }: Position): Issue {
  return {
    code: 'far-position', severity: 'warning', at: `views.${view}.positions.${id}`.slice(0, 300), value: `x ${x}, y ${y}`,
    message: 'This stands so far from the rest that nothing of it would be seen; it was brought in.',
    hint: 'Correct the position in the file that it was made from.',
  };
}
