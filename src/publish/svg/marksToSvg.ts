import type { Selection } from '../../model';
import { arrowSize, short, type GroupMark, type Mark, type PathMark, type TextMark } from '../../drawing';
import { fonts, type FontRole } from '../../drawing';
import type { Colour } from '../../drawing';
import { escapeXml } from './escapeXml';

interface SvgWriting {
  /** A colour as SVG writes it: a hex value, or a custom property that a page sets by theme. */
  colour(name: Colour): string;
  /** What a page makes of the group that stands for a thing; asked once for each group, in drawing order. */
  thing?(of: Selection): SvgThing | undefined;
}

export interface SvgThing {
  readonly id?: string;
  readonly classes?: readonly string[];
  /** Where a click leads: the address of its evidence. */
  readonly href?: string;
  /** A second group of the same thing: not a second stop for the keyboard. */
  readonly again?: boolean;
}

/** Marks as SVG elements, one a line, in their order. */
export function marksToSvg(marks: readonly Mark[], writing: SvgWriting): string {
  return marks.map((mark) => markToSvg(mark, writing)).join('\n');
}

function markToSvg(mark: Mark, writing: SvgWriting): string {
  if (mark.kind === 'path') return pathToSvg(mark, writing);
  return mark.kind === 'text' ? textToSvg(mark, writing) : groupToSvg(mark, writing);
}

function attributes(values: Record<string, string | number | undefined>): string {
  return Object.entries(values)
    .map(([key, value]) => (value === undefined ? '' : ` ${key}="${typeof value === 'number' ? short(value) : escapeXml(value)}"`))
    .join('');
}

function pathToSvg({ d, fill, stroke, strokeWidth, dash, round, styled, at, joins }: PathMark, { colour }: SvgWriting): string {
  if (styled !== undefined) return `<path${attributes({ class: styled, d })}/>`;
  return `<path${attributes({
    d,
    fill: fill ? colour(fill) : 'none',
    stroke: stroke && colour(stroke),
    'stroke-width': stroke && strokeWidth,
    'stroke-dasharray': dash?.map(short).join(' '),
    'stroke-linecap': round ? 'round' : undefined,
    'stroke-linejoin': round ? 'round' : undefined,
    transform: at && `translate(${short(at.x)} ${short(at.y)}) scale(${at.scale.toFixed(4)})`,
    ...(joins ? connector(joins, stroke) : {}),
  })}/>`;
}

/** What a drawing program that knows connectors (Inkscape) keeps a line at its boxes by. */
function connector({ from, to, arrow }: NonNullable<PathMark['joins']>, stroke: Colour | undefined): Record<string, string | undefined> {
  return {
    'marker-end': arrow === undefined || !stroke ? undefined : `url(#${arrowId(stroke, arrow)})`, 'inkscape:connector-type': 'polyline',
    'inkscape:connector-curvature': '0', 'inkscape:connection-start': `#${from}`, 'inkscape:connection-end': `#${to}`,
  };
}

const arrowId = (stroke: Colour, width: number) => `arrow-${stroke}-${short(width).replace('.', '-')}`;

/** The arrow heads of lines that have theirs from a marker, each once. */
export function markerDefinitions(marks: readonly Mark[], { colour }: SvgWriting): string[] {
  const found = new Map<string, string>();
  const walk = (mark: Mark): void => {
    if (mark.kind === 'group') mark.marks.forEach(walk);
    if (mark.kind !== 'path' || mark.joins?.arrow === undefined || !mark.stroke) return;
    const [id, { length, width }] = [arrowId(mark.stroke, mark.joins.arrow), arrowSize(mark.joins.arrow)];
    found.set(
      id, `<marker id="${id}" orient="auto" markerUnits="userSpaceOnUse" markerWidth="${short(length)}" markerHeight="${short(width)}" `
      + `refX="${short(length)}" refY="${short(width / 2)}" style="overflow:visible"><path d="M0 0L${short(length)} ${short(width / 2)}`
      + `L0 ${short(width)}Z" fill="${colour(mark.stroke)}"/></marker>`,
    );
  };
  marks.forEach(walk);
  return found.size === 0 ? [] : ['<defs>', ...found.values(), '</defs>'];
}

/** In SVG the start of a text that reads from right to left is its right side. */
const TURNED = { start: 'end', middle: 'middle', end: 'start' } as const;

function textToSvg({ text, x, y, font, colour, anchor = 'start', scale, direction }: TextMark, writing: SvgWriting): string {
  const at = direction === 'rtl' ? TURNED[anchor] : anchor;
  const size = scale === undefined ? undefined : `${short(fonts[font].size * scale)}px`;
  const fill = writing.colour(colour);
  const opening = attributes({ class: font, x, y, fill, 'text-anchor': at === 'start' ? undefined : at, direction });
  const written = size ? `<tspan font-size="${size}">${escapeXml(text)}</tspan>` : escapeXml(text);
  return `<text${opening}>${written}</text>`;
}

function groupToSvg({ marks, opacity, of, title, id, layer }: GroupMark, writing: SvgWriting): string {
  const thing = of && writing.thing?.(of);
  const open = `<g${attributes({
    id: thing?.id ?? id,
    'inkscape:groupmode': layer === undefined ? undefined : 'layer',
    'inkscape:label': layer ?? (id === undefined ? undefined : title),
    class: of && [of.kind, ...(thing?.classes ?? [])].join(' '),
    [`data-${of?.kind}`]: of && !thing ? of.id : undefined,
    opacity: opacity === undefined ? undefined : opacity.toFixed(3),
  })}>`;
  const drawn = [open, ...(title === undefined ? [] : [`<title>${escapeXml(title)}</title>`]), marksToSvg(marks, writing), '</g>'].join(
    '\n',
  );
  return thing?.href === undefined
    ? drawn
    : [`<a${attributes({ href: thing.href, 'aria-label': title, tabindex: thing.again ? '-1' : undefined })}>`, drawn, '</a>'].join('\n');
}

/** The rules by which `class` sets a text's font, for the roles that are used. */
export function fontRules(roles: Iterable<FontRole>): string {
  return [...roles]
    .map((role) => `.${role}{font:${fonts[role].weight} ${fonts[role].size}px "${fonts[role].family}",sans-serif}`)
    .join('\n');
}

/** All text of marks, by font role, roles in the order of the font table. */
export function usedText(marks: readonly Mark[]): Map<FontRole, string> {
  const found = new Map<FontRole, string>();
  const walk = (mark: Mark): void => {
    if (mark.kind === 'text') found.set(mark.font, (found.get(mark.font) ?? '') + mark.text);
    else if (mark.kind === 'group') mark.marks.forEach(walk);
  };
  marks.forEach(walk);
  return new Map((Object.keys(fonts) as FontRole[]).flatMap((role) => (found.has(role) ? [[role, found.get(role)!] as const] : [])));
}
