import type { Position, Selection } from '../../model';
import { boundsOfPoints, type Rect, type Scene } from '../../drawing';

/** The relationship whose label or mark is at a point of the chart, topmost first; lines and boxes are found by cytoscape. */
export function labelAt(scene: Scene, { x, y }: Position): string | undefined {
  const holds = (at: Position | undefined, width: number, height: number) => at !== undefined && Math.abs(x - at.x) <= width / 2 && Math.abs(y - at.y) <= height / 2;
  return scene.lines.findLast((l) => holds(l.label, l.label?.width ?? 0, l.label?.height ?? 0) || holds(l.mark, MARK, MARK))?.relationship;
}

const MARK = 14;

/** The rectangle around an entity's box or a relationship's line, in chart units; absent where it is not drawn. */
function partBounds(scene: Scene, { kind, id }: Selection): Rect | undefined {
  if (kind === 'entity') {
    const box = scene.boxes.find((b) => b.entity === id);
    return box && { x: box.x - box.width / 2, y: box.y - box.height / 2, width: box.width, height: box.height };
  }
  const line = scene.lines.find((l) => l.relationship === id);
  if (!line) return undefined;
  const { minX, minY, maxX, maxY } = boundsOfPoints([line.start, line.end]);
  return { x: minX, y: minY, width: maxX - minX, height: maxY - minY };
}

/** The rectangle around several things; absent where none of them is drawn. */
export function boundsOfParts(scene: Scene, selections: readonly Selection[]): Rect | undefined {
  const all = selections.flatMap((selection) => partBounds(scene, selection) ?? []);
  if (all.length === 0) return undefined;
  const { minX, minY, maxX, maxY } = boundsOfPoints(all.flatMap((r) => [{ x: r.x, y: r.y }, { x: r.x + r.width, y: r.y + r.height }]));
  return { x: minX, y: minY, width: maxX - minX, height: maxY - minY };
}
