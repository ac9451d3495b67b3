import { fonts, type FontRole } from '../../drawing';
import type { FontAsset } from './assets';

/** The characters that each font role sets, for choosing which font files a document needs. */
export type UsedText = ReadonlyMap<FontRole, string>;

/** `@font-face` rules, files inside, for the fonts that a text needs and no others, in the order of `assets`. */
export function fontFaces(used: UsedText, assets: readonly FontAsset[]): string {
  const points = pointsByFace(used);
  const needed = assets.filter((f) => f.style === 'normal' && needs(points.get(`${f.family}/${f.weight}`), f.unicodeRange));
  return needed.map(fontFace).join('\n');
}

/** The rule of one file. */
export function fontFace({ family, weight, style, unicodeRange, woff2 }: FontAsset): string {
  const range = unicodeRange === undefined ? '' : `unicode-range:${unicodeRange};`;
  return `@font-face{font-family:"${family}";font-weight:${weight};font-style:${style};${range}src:url(data:font/woff2;base64,${woff2}) format("woff2")}`;
}

function pointsByFace(used: UsedText): Map<string, Set<number>> {
  const points = new Map<string, Set<number>>();
  for (const [role, text] of used) {
    const key = `${fonts[role].family}/${fonts[role].weight}`;
    const set = points.get(key) ?? new Set<number>();
    for (const character of text) set.add(character.codePointAt(0)!);
    points.set(key, set);
  }
  return points;
}

function needs(points: ReadonlySet<number> | undefined, range: string | undefined): boolean {
  if (!points || points.size === 0) return false;
  if (range === undefined) return true;
  const spans = range.split(',').map(span);
  return [...points].some((p) => spans.some(([from, to]) => p >= from && p <= to));
}

/** "U+0100-02BA" as numbers. */
function span(text: string): [number, number] {
  const [from, to] = text.trim().replace(/^U\+/i, '').split('-').map((hex) => parseInt(hex, 16));
  return [from!, to ?? from!];
}
