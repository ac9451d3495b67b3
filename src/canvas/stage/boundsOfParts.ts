import type { Selection } from '../../model';
import { boundsOfPoints, type Rect, type Scene } from '../../drawing';

/** The rectangle around entities' boxes and relationships' lines, in chart units; absent where none of them is drawn. */
export function boundsOfParts(scene: Scene, selections: readonly Selection[]): Rect | undefined {
  const all = selections.flatMap(({ kind, id }) => (kind === 'entity' ? cornersOfBox(scene, id) : endsOfLine(scene, id)));
  if (all.length === 0) return undefined;
  const { minX, minY, maxX, maxY } = boundsOfPoints(all);
  return { x: minX, y: minY, width: maxX - minX, height: maxY - minY };
}

function cornersOfBox({ boxes }: Scene, id: string) {
  const box = boxes.find((b) => b.entity === id);
  if (!box) return [];
  const [w, h] = [box.width / 2, box.height / 2];
  return [{ x: box.x - w, y: box.y - h }, { x: box.x + w, y: box.y + h }];
}

function endsOfLine({ lines }: Scene, id: string) {
  const line = lines.find((l) => l.relationship === id);
  return line ? [line.start, line.end] : [];
}
