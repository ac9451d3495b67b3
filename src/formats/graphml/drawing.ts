import type { Position } from '../../model';
import { positionOf } from '../builder';
import type { Fields } from '../words';
import type { XmlElement } from '../records';

/** What a node or edge is drawn as by yEd: its label, where its centre is (y downwards), its colours and shape as fields. */
export interface Drawing {
  readonly label?: string;
  readonly position?: Position;
  /** Which ends have arrows, where the drawing says so. */
  readonly arrows?: { readonly source: boolean; readonly target: boolean };
  readonly fields: Fields;
}

/**
 * Reads the drawings of yEd (y:ShapeNode, y:GroupNode, y:PolyLineEdge …) and of yFiles for HTML (labels and RectD beside one another).
 * Several labels are one, and lines of a label too.
 */
export function readDrawing(drawings: readonly XmlElement[]): Drawing {
  const parts = drawings.flatMap(within);
  const label = labelOf(parts);
  const position = positionIn(parts);
  const arrows = attributesOf(parts, 'Arrows');
  return {
    ...(label === '' ? {} : { label }),
    ...(position ? { position } : {}),
    ...(arrows ? { arrows: { source: isArrow(arrows.get('source')), target: isArrow(arrows.get('target')) } } : {}),
    fields: fieldsOf(parts),
  };
}

/** An element with all elements inside it, in order; a group is drawn twice, open and closed, and counts once. */
function within(element: XmlElement): XmlElement[] {
  const inner =
    element.name === 'Realizers'
      ? element.children.slice(Number(element.attributes.get('active') ?? 0) || 0).slice(0, 1)
      : element.children;
  return [element, ...inner.flatMap(within)];
}

function labelOf(parts: readonly XmlElement[]): string {
  const texts = parts.flatMap(({ name, text, attributes }) => {
    if (name === 'NodeLabel' || name === 'EdgeLabel' || name === 'Label.Text') return [plain(text)];
    return name === 'Label' ? [plain(attributes.get('Text') ?? text)] : [];
  });
  return [...new Set(texts.map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== ''))].join(' ');
}

/** Labels may be HTML; their text is what is read. */
function plain(text: string): string {
  if (!/^<html>/i.test(text)) return text;
  return text.replace(/<[^<>]*>/g, ' ');
}

/** The centre: yEd states the upper left corner and the size. */
function positionIn(parts: readonly XmlElement[]): Position | undefined {
  const geometry = attributesOf(parts, 'Geometry') ?? attributesOf(parts, 'RectD');
  if (!geometry) return undefined;
  const at = (name: string) => {
    const text = geometry.get(name) ?? geometry.get(name[0]!.toUpperCase() + name.slice(1));
    return text === undefined || text.trim() === '' ? NaN : Number(text);
  };
  const half = (size: number) => (Number.isFinite(size) ? size / 2 : 0);
  return positionOf(at('x') + half(at('width')), at('y') + half(at('height')));
}

function fieldsOf(parts: readonly XmlElement[]): Fields {
  const line = attributesOf(parts, 'LineStyle');
  const told = {
    'yed.fill': attributesOf(parts, 'Fill')?.get('color'), 'yed.shape': attributesOf(parts, 'Shape')?.get('type'),
    'yed.line': line?.get('type'), 'yed.lineColor': line?.get('color'),
  };
  return new Map(Object.entries(told).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value] as const])));
}

function attributesOf(parts: readonly XmlElement[], name: string): ReadonlyMap<string, string> | undefined {
  return parts.find((part) => part.name === name)?.attributes;
}

function isArrow(kind: string | undefined): boolean {
  return kind !== undefined && kind.toLowerCase() !== 'none';
}

/**
 * Takes what Gephi (and igraph) write as fields: the place, x and y, of which y goes up; the colour, r, g and b together;
 * and the size. Colour and size become the same fields as in GEXF. A place needs both figures.
 */
export function takeGephiLooks(fields: Fields): { x: number; y: number } | undefined {
  const [r, g, b] = ['r', 'g', 'b'].map((name) => fields.get(name));
  if ([r, g, b].every((part) => typeof part === 'number' && Number.isInteger(part) && part >= 0 && part <= 255)) {
    for (const name of ['r', 'g', 'b']) fields.delete(name);
    fields.set('viz.color', `#${[r, g, b].map((part) => (part as number).toString(16).padStart(2, '0')).join('')}`);
    const size = fields.get('size');
    if (typeof size === 'number') {
      fields.delete('size');
      fields.set('viz.size', size);
    }
  }
  const [x, y] = [fields.get('x'), fields.get('y')];
  if (typeof x !== 'number' || typeof y !== 'number') return undefined;
  fields.delete('x');
  fields.delete('y');
  return { x, y: y === 0 ? 0 : -y };
}
