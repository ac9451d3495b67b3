import { entityTypes } from '../../model';
import { outlinePath } from '../geometry';
import { isGroup } from '../scene/figures';
import { measureText } from '../text';
import {
  changeSigns, DIMMED_OPACITY, ENDED_OPACITY, HIGHLIGHT_LINE, iconOf, statusLines, type Colour, type Legend,
} from '../visualLanguage';
import { familyWords } from '../visualLanguage/familyWord';
import { arrowMarks } from './arrowMarks';
import { boxRingMark, iconMark, plateMarks, short } from './boxMarks';
import { enclosureMarks } from './enclosureMarks';
import { possiblyMarks, statusMarks } from './lineMarks';
import { group, type Mark } from './mark';

/** A sign and its word. `sign` draws it in a space of `width`, from x, its middle at y. */
export interface LegendItem {
  readonly label: string;
  readonly width: number;
  sign(x: number, y: number): Mark[];
}

/** A legend's entity types, then what its lines say. Signs are up to 18 units high. */
export function legendItems(legend: Legend): { types: LegendItem[]; lines: LegendItem[] } {
  return { types: typeItems(legend), lines: [...lineItems(legend), ...figureItems(legend)] };
}

const LINE_WIDTH = 22;
const ITEM_GAP = 16;
const SIGN_GAP = 6;
const ROW_HEIGHT = 22;

/** A legend in rows, from a left upper corner, within a width; and the height that it takes. */
export function legendMarks(legend: Legend, left: number, top: number, width: number): { marks: Mark[]; height: number } {
  const { types, lines } = legendItems(legend);
  return legendRows([types, lines], left, top, width);
}

/** Items in rows, each list on rows of its own. */
export function legendRows(
  lists: readonly (readonly LegendItem[])[], left: number, top: number, width: number,
): { marks: Mark[]; height: number } {
  const marks: Mark[] = [];
  let row = 0;
  for (const items of lists) {
    if (items.length === 0) continue;
    let x = left;
    for (const item of items) {
      const wide = item.width + SIGN_GAP + measureText(item.label, 'legend');
      if (x > left && x + wide > left + width) [x, row] = [left, row + 1];
      const y = top + row * ROW_HEIGHT + ROW_HEIGHT / 2;
      marks.push(...item.sign(x, y), {
        kind: 'text', text: item.label, x: x + item.width + SIGN_GAP, y: y + 3.9, font: 'legend', colour: 'ink',
      });
      x += wide + ITEM_GAP;
    }
    row += 1;
  }
  return { marks, height: row * ROW_HEIGHT };
}

function typeItems(legend: Legend): LegendItem[] {
  return legend.entityTypes.map(({ type, label }) => ({
    label, width: 26,
    sign: (x, y) => [
      {
        kind: 'path', d: outlinePath({ x: x + 13, y, width: 26, height: 16, shape: entityTypes[type].shape }), fill: 'box', stroke: 'ink',
        strokeWidth: 1, round: true,
      },
      iconMark(iconOf(type), x + 13, y, 10, 'ink'),
    ],
  }));
}

function lineItems(legend: Legend): LegendItem[] {
  const items = legend.abbreviated
    ? legend.abbreviated.map((family): LegendItem => ({ label: `${familyWords[family]} ${family}`, width: 0, sign: () => [] }))
    : legend.families.map((family) => lineItem(family, family, []));
  const solid = legend.statuses.filter((s) => statusLines[s].dash.length === 0);
  if (solid.length > 0) items.push(lineItem(solid.join(' or '), 'ink', []));
  for (const status of legend.statuses) {
    const { dash, mark, cap } = statusLines[status];
    if (dash.length > 0)
      items.push(lineItem(status, 'ink', dash, cap === 'round', (x, y) => (mark ? statusMarks(mark, { x: x + LINE_WIDTH / 2, y }) : [])));
  }
  if (legend.ended) items.push(faded(lineItem('ended (paler, with its year)', 'ink', [])));
  if (legend.shares) items.push(shareItem());
  if (legend.computed)
    items.push(lineItem('computed, not recorded', 'ink', [], false, (x, y) => statusMarks('computed', { x: x + LINE_WIDTH / 2, y })));
  if (legend.possibly) items.push({ label: 'may not have held then', width: 12, sign: (x, y) => possiblyMarks(x + 6, y, 'ink') });
  if (legend.joined) items.push({ label: 'several entries drawn as one', width: 18, sign: (x, y) => plateMarks('×2', x, y - 6) });
  if (legend.grouped) items.push({ label: 'a group, and how many are in it', width: 18, sign: (x, y) => plateMarks('5', x, y - 6) });
  if (legend.bundled) items.push(bundleItem());
  if (legend.arrows)
    items.push({
      label: 'drawn by hand: no evidence', width: LINE_WIDTH,
      sign: (x, y) => arrowMarks({ start: { x: x + 2, y }, end: { x: x + LINE_WIDTH - 2, y } }),
    });
  for (const change of legend.changes ?? []) {
    const { sign, word } = changeSigns[change];
    items.push({ label: word, width: 14, sign: (x, y) => plateMarks(sign, x, y - 6) });
  }
  if (legend.ring) items.push(ringItem());
  if (legend.faint) items.push(faintItem());
  if (legend.enclosure) items.push(enclosureItem());
  if (legend.route) items.unshift(highlightItem());
  return items;
}

/** A double line, as `lineMarks` draws it. */
function bundleItem(): LegendItem {
  return {
    label: 'several ties of one status', width: LINE_WIDTH,
    sign: (x, y) => [
      { kind: 'path', d: across(x, y), stroke: 'ink', strokeWidth: 4 }, { kind: 'path', d: across(x, y), stroke: 'paper', strokeWidth: 2 },
    ],
  };
}

const sampleBox = (x: number, y: number) => ({ x: x + 13, y, width: 16, height: 7, shape: 'rounded' as const });

function sampleBoxMark(x: number, y: number): Mark {
  return { kind: 'path', d: outlinePath(sampleBox(x, y)), fill: 'box', stroke: 'ink', strokeWidth: 1 };
}

function ringItem(): LegendItem {
  return {
    label: 'ringed: without these, no route', width: 26, sign: (x, y) => [boxRingMark(sampleBox(x, y)), sampleBoxMark(x, y)],
  };
}

function faintItem(): LegendItem {
  return {
    label: 'pale: no tie in this period', width: 26, sign: (x, y) => [group([sampleBoxMark(x, y)], { opacity: DIMMED_OPACITY })],
  };
}

function enclosureItem(): LegendItem {
  const corners = (x: number, y: number) => [{ x: x + 8, y }, { x: x + 18, y }];
  return { label: 'a venture and its partners', width: 26, sign: (x, y) => enclosureMarks({ corners: corners(x, y) }) };
}

/** What the figure on the boxes is called. */
export const figureLabels = {
  degree: 'ties to others', betweenness: 'share of all shortest routes that pass it', community: 'community',
  component: 'part tied together',
} as const;

/** The grounds that boxes have by a figure: one item each for groups, one ramp for amounts; the number in the corner says the same. */
function figureItems({ figure: shown }: Legend): LegendItem[] {
  if (!shown) return [];
  const label = figureLabels[shown.figure];
  const ground = (x: number, y: number, fill: Colour): Mark => ({
    kind: 'path', d: `M${short(x)} ${short(y - 6)}H${short(x + 14)}V${short(y + 6)}H${short(x)}Z`, fill, stroke: 'ink', strokeWidth: 0.75,
  });
  if (isGroup(shown.figure))
    return shown.grounds.map(({ tint, tag }) => ({ label: `${label} ${tag}`, width: 14, sign: (x, y) => [ground(x, y, tint)] }));
  if (shown.sized) return [{ label: `larger, and the number in the corner: ${label}`, width: 0, sign: () => [] }];
  const width = shown.grounds.length * 14;
  return [{
    label: `darker, and the number in the corner: ${label}`, width,
    sign: (x, y) => shown.grounds.map(({ tint }, i) => ground(x + i * 14, y, tint)),
  }];
}

/** A sample of a line. */
function across(x: number, y: number): string {
  return `M${short(x)} ${short(y)}H${short(x + LINE_WIDTH)}`;
}

function lineItem(label: string, stroke: Colour, dash: readonly number[], round = false, sign: LegendItem['sign'] = () => []): LegendItem {
  return {
    label, width: LINE_WIDTH,
    sign: (x, y) => [
      { kind: 'path', d: across(x, y), stroke, strokeWidth: 2, ...(dash.length > 0 ? { dash } : {}), ...(round ? { round } : {}) },
      ...sign(x, y),
    ],
  };
}

function faded(item: LegendItem): LegendItem {
  return { ...item, sign: (x, y) => [group(item.sign(x, y), { opacity: ENDED_OPACITY })] };
}

function shareItem(): LegendItem {
  return {
    label: 'wider: larger share', width: LINE_WIDTH,
    sign: (x, y) => [{
      kind: 'path',
      d: `M${short(x)} ${short(y - 0.6)}L${short(x + LINE_WIDTH)} ${short(y - 2)}V${short(y + 2)}L${short(x)} ${short(y + 0.6)}Z`,
      fill: 'ink',
    }],
  };
}

function highlightItem(): LegendItem {
  return {
    label: 'route', width: LINE_WIDTH,
    sign: (x, y) => [
      { kind: 'path', d: across(x, y), stroke: 'highlight', strokeWidth: HIGHLIGHT_LINE },
      { kind: 'path', d: across(x, y), stroke: 'ink', strokeWidth: 1.5 },
    ],
  };
}
