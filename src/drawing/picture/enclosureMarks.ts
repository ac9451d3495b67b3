import type { SceneEnclosure } from '../scene';
import { ENCLOSURE_RADIUS as RADIUS, GROUP_LABEL_SCALE } from '../scene/enclosures';
import { fonts } from '../text';
import { short } from './boxMarks';
import { group, type Mark } from './mark';

const OUTLINE = 1.5;
const FILL_OPACITY = 0.09;

/**
 * A venture's enclosure: a pale ground and an outline in the colour of ventures.
 * Its label is the venture's own box, or the lines that lead there.
 */
export function enclosureMarks({ corners, group: open }: Pick<SceneEnclosure, 'corners' | 'group'>): Mark[] {
  const d = rounded(corners);
  if (open) return groupMarks(d, open);
  return [
    group([{ kind: 'path', d, fill: 'venture' }], { opacity: FILL_OPACITY }),
    { kind: 'path', d, stroke: 'venture', strokeWidth: OUTLINE, round: true },
  ];
}

/** An open group: the ground that its editor gave it, a quiet outline, and its name in the upper edge. */
function groupMarks(d: string, { label, colour }: NonNullable<SceneEnclosure['group']>): Mark[] {
  const { x, y, width, height, text } = label;
  const [left, right] = [short(x - width / 2), short(x + width / 2)];
  const plate = `M${left} ${short(y - height / 2)}H${right}V${short(y + height / 2)}H${left}Z`;
  const baseline = y + fonts.nameCompact.size * GROUP_LABEL_SCALE * 0.35;
  return [
    ...(colour ? [{ kind: 'path', d, fill: colour } as const] : []),
    { kind: 'path', d, stroke: 'quiet', strokeWidth: OUTLINE, round: true },
    { kind: 'path', d: plate, fill: colour ?? 'paper' },
    { kind: 'text', text, x, y: baseline, font: 'nameCompact', colour: 'ink', anchor: 'middle', scale: GROUP_LABEL_SCALE },
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
