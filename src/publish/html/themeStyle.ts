import { colourNames, colourOf, palettes, tintsIn, type Colour, type Palette } from '../../drawing';

function properties(palette: Palette, tinted: readonly Colour[]): string {
  return [...colourNames(palette), ...tinted].map((name) => `--${name}:${colourOf(palette, name)}`).join(';');
}

/**
 * The palettes as custom properties, of tints those that a page's body uses: light, dark where the reader prefers it, light again on paper.
 */
export function themeStyle(body: string): string {
  const tinted = tintsIn(body);
  return [
    `:root{color-scheme:light dark;${properties(palettes.light, tinted)}}`,
    `@media screen and (prefers-color-scheme:dark){:root{${properties(palettes.dark, tinted)}}}`,
  ].join('\n');
}
