import type { SceneArrow } from '../scene';
import { fonts } from '../text';
import { short } from './boxMarks';
import { group, type Mark } from './mark';

const SHAFT = 5;
/** Paler than any tie, and with an open head, so that it is taken for none. */
const SHAFT_OPACITY = 0.45;
const HEAD = 15;

/** An arrow that was drawn by hand: a broad pale shaft, an open head, and its text on a slip like that of a note. */
export function arrowMarks({ start, end, label }: Pick<SceneArrow, 'start' | 'end' | 'label'>): Mark[] {
  const [dx, dy] = [end.x - start.x, end.y - start.y];
  const length = Math.sqrt(dx * dx + dy * dy) || 1;
  const [ux, uy] = [dx / length, dy / length];
  const size = Math.min(HEAD, length / 2);
  const side = (way: number) => `${short(end.x - (ux + way * uy * 0.6) * size)} ${short(end.y - (uy - way * ux * 0.6) * size)}`;
  const tip = `${short(end.x)} ${short(end.y)}`;
  const d = `M${short(start.x)} ${short(start.y)}L${tip}M${side(1)}L${tip}L${side(-1)}`;
  const shaft = group([{ kind: 'path', d, stroke: 'quiet', strokeWidth: SHAFT, round: true }], { opacity: SHAFT_OPACITY });
  return label ? [shaft, ...slipMarks(label)] : [shaft];
}

function slipMarks({ text, x, y, width, height }: NonNullable<SceneArrow['label']>): Mark[] {
  const [left, right, top, bottom] = [x - width / 2, x + width / 2, y - height / 2, y + height / 2];
  const d = `M${short(left)} ${short(top)}H${short(right)}V${short(bottom)}H${short(left)}Z`;
  return [
    { kind: 'path', d, fill: 'panel', stroke: 'quiet', strokeWidth: 0.75 },
    { kind: 'text', text, x, y: y + fonts.nameCompact.size * 0.35, font: 'nameCompact', colour: 'ink', anchor: 'middle' },
  ];
}
