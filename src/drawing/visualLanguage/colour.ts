import type { Family } from '../../model';
import { tints, type Palette, type Tint } from './palette';

/** A colour by name: a role of the palette, a relationship's family or a tint. Painters resolve it by theme. */
export type Colour = Exclude<keyof Palette, 'families' | 'tints'> | Family | Tint;

/** The hex value of a named colour. */
export function colourOf(palette: Palette, colour: Colour): string {
  if (colour in palette.families) return palette.families[colour as Family];
  return colour in palette.tints ? palette.tints[colour as Tint] : palette[colour as Exclude<keyof Palette, 'families' | 'tints'>];
}

/** Every name but those of tints, roles first; the order of the custom properties of an offline page. */
export function colourNames(palette: Palette): Colour[] {
  const { families, tints: _tints, ...roles } = palette;
  return [...Object.keys(roles), ...Object.keys(families)] as Colour[];
}

/** The names of tints that a text of SVG uses. */
export function tintsIn(svg: string): Tint[] {
  return tints.filter((tint) => svg.includes(`var(--${tint})`));
}
