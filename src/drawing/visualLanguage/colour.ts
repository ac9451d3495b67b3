import type { Family } from '../../model';
import type { Palette } from './palette';

/** A colour by name: a role of the palette or a relationship's family. Painters resolve it by theme. */
export type Colour = Exclude<keyof Palette, 'families'> | Family;

/** The hex value of a named colour. */
export function colourOf(palette: Palette, colour: Colour): string {
  return colour in palette.families ? palette.families[colour as Family] : palette[colour as Exclude<keyof Palette, 'families'>];
}

/** Every name, roles first; the order of the custom properties of an offline page. */
export function colourNames(palette: Palette): Colour[] {
  const { families, ...roles } = palette;
  return [...Object.keys(roles), ...Object.keys(families)] as Colour[];
}
