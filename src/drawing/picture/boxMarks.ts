import { boxParts, outlinePath } from '../geometry';
import type { SceneBox, SceneFigure } from '../scene';
import { fonts, measureText } from '../text';
import {
  changeSigns, DIMMED_OPACITY, ENDED_OPACITY, GONE_OPACITY, groupIcon, HIGHLIGHT_BOX, ICON_STROKE, ICON_UNITS, iconOf, OUTLINE_WIDTH,
  pinIcon, type Colour,
} from '../visualLanguage';
import { group, type GroupMark, type Mark, type PathMark } from './mark';

const PIN_SIZE = 11;

/** An icon drawn on a square whose centre and side are given. */
export function iconMark(d: string, x: number, y: number, size: number, stroke: Colour): PathMark {
  const scale = size / ICON_UNITS;
  return { kind: 'path', d, stroke, strokeWidth: ICON_STROKE, round: true, at: { x: x - size / 2, y: y - size / 2, scale } };
}

/** Icon, name, subtitle and pin of a box: what stands inside its outline. */
export function boxContentMarks(box: SceneBox): Mark[] {
  const parts = boxParts(box);
  const ink: Colour = box.selected ? 'onSelected' : 'ink';
  // What has ended is named in a paler colour, not through a veil, so that it can still be read.
  const named: Colour = (box.ended || box.change === 'removed') && !box.selected && !box.figure?.tint ? 'quiet' : ink;
  const quiet: Colour = box.selected ? 'onSelected' : box.figure?.tint ? 'ink' : 'quiet';
  const marks: Mark[] = [iconMark(box.group?.mixed ? groupIcon : iconOf(box.type), parts.icon.x, parts.icon.y, parts.icon.size, ink)];
  const name = box.detail === 'full' ? 'name' : 'nameCompact';
  const reads = directionOf(parts.name.map(({ text }) => text).join(' ')) === 'rtl' ? ({ direction: 'rtl' } as const) : {};
  for (const { text, x, y } of parts.name) marks.push({ kind: 'text', text, x, y, font: name, colour: named, ...reads });
  if (parts.subtitle) marks.push({ kind: 'text', ...parts.subtitle, font: 'subtitle', colour: quiet });
  if (box.pinned) marks.push(pinMark(box));
  if (box.figure) marks.push(...tagMarks(box, box.figure));
  if (box.joined !== undefined) marks.push(...joinedMarks(box, box.joined));
  if (box.group) marks.push(...countMarks(box, String(box.group.members)));
  if (box.change) marks.push(...changeMarks(box, box.change));
  return marks;
}

function pinMark(box: SceneBox): Mark {
  const [x, y] = [box.x + box.width / 2 - 3, box.y - box.height / 2];
  const disc: Mark = { kind: 'path', d: circle(x, y, PIN_SIZE * 0.75), fill: 'paper' };
  return group([disc, iconMark(pinIcon, x, y, PIN_SIZE, 'ink')]);
}

const TAG_HEIGHT = 12;
/** In the font of names, so that it is drawn as long as they are. */
const TAG_FONT = 'nameCompact';
const TAG_SCALE = 0.72;

/** The number of a figure, on a small plate that stands on the upper left of the outline. */
function tagMarks(box: SceneBox, { tag }: SceneFigure): Mark[] {
  return plateMarks(tag, box.x - box.width / 2 + 5, box.y - box.height / 2 - TAG_HEIGHT + 3);
}

/** "+ added", on a plate like that of a figure, which is not drawn where two states are compared. */
function changeMarks(box: SceneBox, change: NonNullable<SceneBox['change']>): Mark[] {
  const { sign, word } = changeSigns[change];
  return plateMarks(`${sign} ${word}`, box.x - box.width / 2 + 5, box.y - box.height / 2 - TAG_HEIGHT + 3);
}

/** How many entities are drawn as one. */
function joinedMarks(box: SceneBox, others: number): Mark[] {
  return countMarks(box, `×${others + 1}`);
}

/** A short text on a plate that hangs from the lower right of the outline. */
function countMarks(box: SceneBox, text: string): Mark[] {
  return plateMarks(text, box.x + box.width / 2 - 5 - plateWidth(text), box.y + box.height / 2 - 3);
}

/** A short text on a small plate, from its upper left corner. */
export function plateMarks(text: string, x: number, y: number): Mark[] {
  const width = plateWidth(text);
  const [r, right, bottom] = [3, x + width, y + TAG_HEIGHT];
  const d = `M${short(x + r)} ${short(y)}H${short(right - r)}Q${short(right)} ${short(y)} ${short(right)} `
    + `${short(y + r)}V${short(bottom - r)}Q${short(right)} ${short(bottom)} ${short(right - r)} `
    + `${short(bottom)}H${short(x + r)}Q${short(x)} ${short(bottom)} ${short(x)} ${short(bottom - r)}V${short(y + r)}Q${short(x)} `
    + `${short(y)} ${short(x + r)} ${short(y)}Z`;
  return [
    { kind: 'path', d, fill: 'paper', stroke: 'ink', strokeWidth: 0.75 },
    {
      kind: 'text', text, x: x + width / 2, y: y + TAG_HEIGHT / 2 + fonts[TAG_FONT].size * TAG_SCALE * 0.35, font: TAG_FONT, colour: 'ink',
      anchor: 'middle', scale: TAG_SCALE,
    },
  ];
}

function plateWidth(text: string): number {
  return measureText(text, TAG_FONT) * TAG_SCALE + 7;
}

/** Between a box's outline and its ring, in chart units, and how wide the ring is. */
const RING_GAP = 2;
const RING_WIDTH = 1.25;

/**
 * The ring around a box whose removal, with that of the others of its set, leaves no route.
 * Never pale, and above labels, which keep so far from boxes.
 */
export function boxRingMark(box: Pick<SceneBox, 'x' | 'y' | 'width' | 'height' | 'shape'>): PathMark {
  const away = 2 * RING_GAP + RING_WIDTH;
  return {
    kind: 'path', d: outlinePath({ ...box, width: box.width + away, height: box.height + away }), stroke: 'ink', strokeWidth: RING_WIDTH,
    round: true,
  };
}

/** The highlighter's stroke around a box of a route. */
export function boxHighlightMark(box: SceneBox): PathMark {
  return { kind: 'path', d: outlinePath(box), stroke: 'highlight', strokeWidth: 2 * HIGHLIGHT_BOX + OUTLINE_WIDTH, round: true };
}

/** The ground that keeps lines from shining through a box, however pale it is. */
export function boxGroundMark(box: SceneBox): PathMark {
  return { kind: 'path', d: outlinePath(box), fill: 'paper' };
}

/** A box's outline and fill. */
function boxOutlineMark(box: SceneBox): PathMark {
  return {
    kind: 'path', d: outlinePath(box), fill: box.selected ? 'selected' : groundOf(box), stroke: 'ink',
    ...outlineOf(box), round: true,
  };
}

function groundOf({ figure, group: stands }: Pick<SceneBox, 'figure' | 'group'>): Colour {
  return figure?.tint ?? stands?.colour ?? 'box';
}

/** How far the second sheet of a group's box looks out below and to the right of the first, in chart units. */
const SHEET = 3;

/** The box of a group has a second sheet behind it. */
function sheetMarks(box: SceneBox): Mark[] {
  if (!box.group) return [];
  const d = outlinePath({ ...box, x: box.x + SHEET, y: box.y + SHEET });
  return [{ kind: 'path', d, fill: groundOf(box), stroke: 'ink', strokeWidth: OUTLINE_WIDTH, round: true }];
}

/** What came has a heavy outline, what went a broken one. */
function outlineOf({ change }: Pick<SceneBox, 'change'>): Pick<PathMark, 'strokeWidth' | 'dash'> {
  if (change === 'added') return { strokeWidth: OUTLINE_WIDTH * 2.2 };
  return { strokeWidth: OUTLINE_WIDTH, ...(change === 'removed' ? { dash: [4, 3] } : {}) };
}

/** A whole box on its ground, as pale as its emphasis and its end ask. */
export function boxMark(box: SceneBox, title?: string): GroupMark {
  return group([boxGroundMark(box), ...boxInsideMarks(box, boxContentMarks(box))], {
    of: box.standsFor ?? { kind: 'entity', id: box.entity }, ...(title === undefined ? {} : { title }),
  });
}

/** A box's outline and fill with what stands inside of it, as pale as each is drawn. */
export function boxInsideMarks(box: SceneBox, content: readonly Mark[]): Mark[] {
  const [fade, words] = box.selected ? [1, 1] : [opacityOf(box), wordsOpacityOf(box)];
  const outline = [...sheetMarks(box), boxOutlineMark(box)];
  if (fade === words) return [veiled([...outline, ...content], fade)];
  return [veiled([...outline, ...content.filter((m) => m.kind !== 'text')], fade), veiled(content.filter((m) => m.kind === 'text'), words)];
}

/** Marks that are as opaque as this together. */
export function veiled(marks: readonly Mark[], opacity: number): GroupMark {
  return group(marks, opacity === 1 ? {} : { opacity });
}

/** How opaque words and signs are drawn: those of what has ended can be read like any other. */
export function wordsOpacityOf({ emphasis }: { emphasis: SceneBox['emphasis'] }): number {
  return emphasis === 'dimmed' ? DIMMED_OPACITY : 1;
}

/** How opaque lines and outlines are drawn: dimming multiplies with having ended or gone. */
export function opacityOf({ emphasis, ended, change }: Pick<SceneBox, 'emphasis' | 'ended' | 'change'>): number {
  return (emphasis === 'dimmed' ? DIMMED_OPACITY : 1) * (change === 'removed' ? GONE_OPACITY : ended ? ENDED_OPACITY : 1);
}

/** A full circle as path data. */
export function circle(x: number, y: number, r: number): string {
  return `M${short(x - r)} ${short(y)}A${short(r)} ${short(r)} 0 1 1 ${short(x + r)} ${short(y)}A${short(r)} ${short(r)} 0 1 1 `
    + `${short(x - r)} ${short(y)}Z`;
}

/** At most two decimals, the same on any machine. */
export function short(n: number): string {
  const rounded = Math.round(n * 100) / 100;
  return String(rounded === 0 ? 0 : rounded);
}

const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Adlam}]/u;

/** Which way a name reads: as its first letter does (Unicode Standard Annex 9, rules P2 and P3). */
function directionOf(name: string): 'ltr' | 'rtl' {
  const [letter] = /\p{L}/u.exec(name) ?? [];
  return letter !== undefined && RIGHT_TO_LEFT.test(letter) ? 'rtl' : 'ltr';
}
