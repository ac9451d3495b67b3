import type { SceneEnclosure } from '../scene';
import { ENCLOSURE_RADIUS as RADIUS } from '../scene/enclosures';
import { short } from './boxMarks';
import { group, type Mark } from './mark';

const OUTLINE = 1.5;
const FILL_OPACITY = 0.09;

/**
 * A venture's enclosure: a pale ground and an outline in the colour of ventures.
 * Its label is the venture's own box, or the lines that lead there.
 */
export function enclosureMarks({ corners }: SceneEnclosure): Mark[] {
  const d = rounded(corners);
  return [
    group([{ kind: 'path', d, fill: 'venture' }], { opacity: FILL_OPACITY }),
    { kind: 'path', d, stroke: 'venture', strokeWidth: OUTLINE, round: true },
  ];
}

/** The hull moved outward, its corners joined by arcs. */
function rounded(corners: SceneEnclosure['corners']): string {
  const n = corners.length;
  const sides = corners.map((a, i) => {
    const b = corners[(i + 1) % n]!;
    const [dx, dy] = [b.x - a.x, b.y - a.y];
    const length = Math.sqrt(dx * dx + dy * dy) || 1;
    const [ox, oy] = [(dy / length) * RADIUS, (-dx / length) * RADIUS];
    return { from: { x: a.x + ox, y: a.y + oy }, to: { x: b.x + ox, y: b.y + oy } };
  });
  const at = ({ x, y }: { x: number; y: number }) => `${short(x)} ${short(y)}`;
  const round = `A${RADIUS} ${RADIUS} 0 0 1 `;
  return `M${sides.map(({ from, to }) => `${at(from)}L${at(to)}`).join(round)}${round}${at(sides[0]!.from)}Z`;
}
