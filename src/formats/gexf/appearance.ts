import type { Position } from '../../model';
import { positionOf } from '../builder';
import type { Fields } from '../words';
import type { XmlElement } from '../records';

/** Where a node lies in our direction, y downwards: in GEXF y goes up. */
export function positionIn(viz: readonly XmlElement[]): Position | undefined {
  const at = viz.find(({ name }) => name === 'position')?.attributes;
  const [x, y] = [figure(at?.get('x')), figure(at?.get('y'))];
  const position = positionOf(x, y);
  return position && { x: position.x, y: position.y === 0 ? 0 : -position.y };
}

/** Colour (as in CSS), size, shape, thickness and depth as fields called viz.…, which are written back as they were. */
export function appearanceIn(viz: readonly XmlElement[]): Fields {
  const fields: Fields = new Map();
  for (const { name, attributes } of viz) {
    const value =
      name === 'color'
        ? colourOf(attributes)
        : name === 'position'
          ? depthOf(attributes)
          : (figure(attributes.get('value')) ?? attributes.get('value') ?? attributes.get('uri'));
    if (value !== undefined && value !== '') fields.set(name === 'position' ? 'viz.z' : `viz.${name}`, value);
  }
  return fields;
}

function depthOf(attributes: ReadonlyMap<string, string>): number | undefined {
  return figure(attributes.get('z')) || undefined;
}

/** "#ff8800", or with eight figures where it is not opaque. */
function colourOf(attributes: ReadonlyMap<string, string>): string | undefined {
  const hex = attributes.get('hex');
  if (hex !== undefined) return hex;
  const parts = ['r', 'g', 'b'].map((name) => figure(attributes.get(name)));
  if (parts.some((part) => part === undefined || part < 0 || part > 255)) return undefined;
  const alpha = figure(attributes.get('a')) ?? 1;
  const byte = (n: number) => Math.round(n).toString(16).padStart(2, '0');
  return `#${parts.map((part) => byte(part!)).join('')}${alpha >= 0 && alpha < 1 ? byte(alpha * 255) : ''}`;
}

function figure(text: string | undefined): number | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  // Gephi in some languages writes decimal commas.
  const value = Number(text.trim().replace(',', '.'));
  return Number.isFinite(value) ? value : undefined;
}
