import type { Fields } from '../gather';

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
