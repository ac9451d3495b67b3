import { colourNames, colourOf, palettes, type Palette } from '../visualLanguage';

function properties(palette: Palette): string {
  return colourNames(palette).map((name) => `--${name}:${colourOf(palette, name)}`).join(';');
}

/** The palettes as custom properties: light, dark where the reader prefers it, light again on paper. */
export function themeStyle(): string {
  return [
    `:root{color-scheme:light dark;${properties(palettes.light)}}`,
    `@media screen and (prefers-color-scheme:dark){:root{${properties(palettes.dark)}}}`,
  ].join('\n');
}
