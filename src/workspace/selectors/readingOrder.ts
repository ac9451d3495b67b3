import { compareIds } from '../../model';
import type { WorkspaceState } from '../state';
import { drawnPart, drawnPositions } from './chartView';
import { drawnBox, inDrawnBox } from './groups';
import { memoised } from './memoised';
import { neighboursOf } from './neighbours';

export type Heading = 'left' | 'right' | 'up' | 'down';

/** Entities whose centres are at most this far apart in height are read as one line, in chart units. */
const LINE_HEIGHT = 60;

/** The boxes drawn, those of closed groups among them, as one reads: from the top line by line, each from left to right. */
export const readingOrder = memoised([drawnPart, drawnPositions], (state): readonly string[] => {
  const { part, derived, groups } = drawnPart(state);
  const at = ({ id }: { id: string }) => drawnPositions(state).get(id) ?? { x: 0, y: 0 };
  const boxes = part.entities.filter((e) => !derived.has(e.id) || groups?.has(e.id));
  const byHeight = boxes.sort((a, b) => at(a).y - at(b).y || at(a).x - at(b).x);
  const lines: { top: number; entities: typeof byHeight }[] = [];
  for (const entity of byHeight) {
    const line = lines.at(-1);
    if (line && at(entity).y - line.top <= LINE_HEIGHT) line.entities.push(entity);
    else lines.push({ top: at(entity).y, entities: [entity] });
  }
  return lines.flatMap(({ entities }) => entities.sort((a, b) => at(a).x - at(b).x).map((e) => e.id));
});

const DIRECTIONS: Readonly<Record<Heading, readonly [number, number]>> = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] };

/**
 * The neighbour, or the group that it is in, that lies most nearly in a direction from an entity: of those less than a quarter turn off,
 * the one with the smallest distance over the square of the angle's cosine; then by id.
 */
export function neighbourTowards(state: WorkspaceState, entity: string, heading: Heading): string | undefined {
  const positions = drawnPositions(state);
  const box = drawnBox(state, entity);
  const from = positions.get(box);
  if (!from) return undefined;
  const [dx, dy] = DIRECTIONS[heading];
  const near = inDrawnBox(state, box).flatMap((member) => neighboursOf(state, member).map((id) => drawnBox(state, id)));
  const ranked = [...new Set(near)].filter((id) => id !== box).flatMap((id) => {
    const to = positions.get(id);
    if (!to) return [];
    const distance = Math.hypot(to.x - from.x, to.y - from.y);
    const ahead = (to.x - from.x) * dx + (to.y - from.y) * dy;
    return ahead > distance * 0.1 ? [{ id, cost: distance / (ahead / distance) ** 2 }] : [];
  });
  return ranked.sort((a, b) => a.cost - b.cost || compareIds(a, b))[0]?.id;
}
