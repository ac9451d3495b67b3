import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { palettes, type Palette } from '../../drawing';
import { contrast as contrastOf, rgbOf } from '../../drawing/testing/contrast';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const kebab = (name: string) => name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`);

/** The two values of a token: `light-dark(#aaaaaa, #bbbbbb)`. */
function token(name: string): { light: string | undefined; dark: string | undefined } {
  const found = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\);`).exec(css);
  return { light: found?.[1], dark: found?.[2] };
}

/** Every colour of a palette by the name of its token. */
function colours({ families, tints: _tints, ...rest }: Palette): [string, string][] {
  const own = Object.entries(rest).map(([name, value]): [string, string] => [kebab(name), value]);
  return [...own, ...Object.entries(families).map(([name, value]): [string, string] => [`family-${name}`, value])];
}

const contrast = (a: string, b: string) => contrastOf(rgbOf(a), rgbOf(b));

describe.each(['light', 'dark'] as const)('the tokens of the %s theme', (theme) => {
  it.each(colours(palettes[theme]))('repeat the palette: %s', (name, value) => {
    expect(token(name)[theme]).toBe(value);
  });

  it.each([
    'ink', 'quiet', 'denied', 'alleged', 'questioned', 'citation', ...Object.keys(palettes.light.families).map((f) => `family-${f}`),
  ])('can be read as text on a panel: %s', (name) => {
    for (const ground of ['panel', 'paper']) expect(contrast(token(name)[theme]!, token(ground)[theme]!)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['wash', 'press', 'highlight-wash'])('let text be read on %s', (ground) => {
    for (const name of ['ink', 'quiet']) expect(contrast(token(name)[theme]!, token(ground)[theme]!)).toBeGreaterThanOrEqual(4.5);
  });
});
