import { entityTypes, type BoxShape, type Entity } from '../../model';
import type { Detail } from '../scene';
import { fonts, measureText, wrapText, type Font } from '../text';

/** The inside of a box, in chart units. */
interface BoxStyle {
  readonly name: Font;
  readonly icon: number;
  readonly left: number;
  readonly gap: number;
  readonly right: number;
  readonly above: number;
  readonly below: number;
  /** Names up to this width stay on one line. */
  readonly oneLine: number;
  /** No line is wider. */
  readonly widest: number;
}

const styles: Readonly<Record<Detail, BoxStyle>> = {
  full: { name: fonts.name, icon: 14, left: 11, gap: 7, right: 13, above: 3, below: 4, oneLine: 160, widest: 170 },
  compact: { name: fonts.nameCompact, icon: 12, left: 6, gap: 5, right: 7, above: 3, below: 3, oneLine: 112, widest: 138 },
};

/** What the slanting or round ends of a shape need beside the text, left and right. */
const ends: Readonly<Record<BoxShape, readonly [number, number]>> = {
  rounded: [0, 0], square: [0, 0], cut: [1, 0], folded: [0, 3], tab: [1, 1], capsule: [2, 0], pill: [3, 4], hexagon: [4, 4], tag: [0, 5],
};

/** How many entities a chart may show before its boxes lose their second line. */
const FULL_UP_TO = 30;

/** `full` boxes on a chart of up to 30 entities, `compact` ones on a fuller chart. */
export function detailFor(entityCount: number): Detail {
  return entityCount <= FULL_UP_TO ? 'full' : 'compact';
}

/** A box's size in chart units (even numbers), its texts as wrapped, and its outline. */
interface Box {
  width: number;
  height: number;
  name: string[];
  subtitle?: string;
  shape: BoxShape;
}

/** Measures the box of an entity; the short name stands in for the name where there is one. `second`: its second line, where another. */
export function boxOf(entity: Entity, detail: Detail, second = subtitleOf(entity)): Box {
  const style = styles[detail];
  const { shape } = entityTypes[entity.type];
  const name = nameLines(entity.shortName ?? entity.name, style);
  const subtitle = detail === 'full' ? second : undefined;
  const text = Math.max(
    ...name.map((line) => measureText(line, style.name)), subtitle === undefined ? 0 : measureText(subtitle, 'subtitle'),
  );
  const [left, right] = ends[shape];
  const lines = name.length * style.name.lineHeight + (subtitle === undefined ? 0 : fonts.subtitle.lineHeight);
  return {
    width: even(left + style.left + style.icon + style.gap + text + style.right + right),
    height: even(style.above + lines + style.below),
    name,
    ...(subtitle === undefined ? {} : { subtitle }),
    shape,
  };
}

/** "company · CN". */
function subtitleOf({ type, jurisdiction }: Entity): string {
  return [entityTypes[type].label, ...(jurisdiction === undefined ? [] : [jurisdiction])].join(' · ');
}

function nameLines(name: string, { name: font, oneLine, widest }: BoxStyle): string[] {
  if (measureText(name, font) <= oneLine) return wrapText(name, font, oneLine, 1);
  const narrow = wrapText(name, font, oneLine, 2);
  return narrow.some((line) => line.endsWith('…')) ? wrapText(name, font, widest, 2) : narrow;
}

/** Rounded up to an even number, so that a box centred on whole units has whole edges. */
function even(n: number): number {
  return Math.ceil(n / 2) * 2;
}

/** A line of text in a box: x is its left end, y its baseline. */
interface TextAt {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** Where the things in a box stand, in chart units. */
interface BoxParts {
  /** The icon's square: its centre and the length of a side. */
  readonly icon: { readonly x: number; readonly y: number; readonly size: number };
  readonly name: readonly TextAt[];
  readonly subtitle?: TextAt;
  readonly nameFont: Font;
}

/** Where a painter puts icon and texts of a placed box, so that all painters agree. */
export function boxParts(
  box: Box & { readonly x: number; readonly y: number; readonly detail: Detail; readonly grown?: number },
): BoxParts {
  const style = styles[box.detail];
  const grown = box.grown ?? 0;
  const iconLeft = box.x - box.width / 2 + grown + ends[box.shape][0] + style.left;
  const x = iconLeft + style.icon + style.gap;
  const baseline = (top: number, font: Font) => top + font.lineHeight / 2 + font.size * 0.35;
  const top = box.y - box.height / 2 + grown + style.above;
  const name = box.name.map((text, i) => ({ text, x, y: baseline(top + i * style.name.lineHeight, style.name) }));
  const icon = { x: iconLeft + style.icon / 2, y: box.y, size: style.icon };
  if (box.subtitle === undefined) return { icon, name, nameFont: style.name };
  const below = top + box.name.length * style.name.lineHeight;
  return { icon, name, subtitle: { text: box.subtitle, x, y: baseline(below, fonts.subtitle) }, nameFont: style.name };
}
