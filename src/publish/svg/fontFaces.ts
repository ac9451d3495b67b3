import { fallbackFamilies, fonts, type FontRole } from '../../drawing';
import { cutFont } from '../fonts/cutFont';
import { piecesFor, SCRIPT_WEIGHTS } from '../fonts/scriptFonts';
import { spansOf, unicodeRange, type Span } from '../fonts/spans';
import type { FontAsset, SnapshotAssets } from './assets';

/** The characters that each font role sets, for choosing which font files a document needs. */
export type UsedText = ReadonlyMap<FontRole, string>;

/** The fonts of a document: `@font-face` rules, files inside, and the families among them that step in for the product's own. */
interface DocumentFonts {
  readonly rules: string;
  readonly fallbacks: readonly string[];
}

/**
 * The fonts that a text needs and no others: whole files of `assets.fonts` in their order, and of the large scripts the characters used.
 */
export async function documentFonts(used: UsedText, assets: Pick<SnapshotAssets, 'fonts' | 'scriptFile'>): Promise<DocumentFonts> {
  const points = pointsByFace(used);
  const whole = assets.fonts.filter((f) => f.style === 'normal' && needs(points.get(keyOf(f)), f));
  const pieces = piecesFor([...used.values()].join(''));
  const cut = await Promise.all(
    pieces.map(async ({ piece: { family, file }, points }) =>
      fontFace({
        family, weight: SCRIPT_WEIGHTS, style: 'normal', unicodeRange: unicodeRange(spansOf(points)), format: 'woff',
        data: base64(cutFont(await assets.scriptFile(file), points)),
      }),
    ),
  );
  const families = new Set([...whole, ...pieces.map(({ piece }) => piece)].map(({ family }) => family));
  return {
    rules: [...whole.map((f) => fontFace({ ...f, format: 'woff2', data: f.woff2 })), ...cut].join('\n'),
    fallbacks: fallbackFamilies.filter((family) => families.has(family)),
  };
}

/** A style sheet in which the families that step in follow each of the product's own. */
export function withFallbacks(style: string, fallbacks: readonly string[]): string {
  if (fallbacks.length === 0) return style;
  const others = fallbacks.map((family) => `"${family}"`).join(',');
  return style.replace(/"(?:IBM Plex Sans|IBM Plex Mono|Source Serif 4)"(?=,)/g, (family) => `${family},${others}`);
}

interface EmbeddedFont extends Omit<FontAsset, 'weight' | 'woff2'> {
  readonly weight: number | string;
  readonly format: 'woff' | 'woff2';
  /** The file, base64. */
  readonly data: string;
}

/** The rule of one file. */
function fontFace({ family, weight, style, unicodeRange, format, data }: EmbeddedFont): string {
  const range = unicodeRange === undefined ? '' : `unicode-range:${unicodeRange};`;
  return `@font-face{font-family:"${family}";font-weight:${weight};font-style:${style};${range}src:url(data:font/${format};base64,`
    + `${data}) format("${format}")}`;
}

function keyOf({ family, weight }: { family: string; weight: number }): string {
  return fallbackFamilies.includes(family) ? `fallback/${weight}` : `${family}/${weight}`;
}

/** What each face of the product's own sets; and what those that step in for it at its weight may have to. */
function pointsByFace(used: UsedText): Map<string, Set<number>> {
  const points = new Map<string, Set<number>>();
  for (const [role, text] of used) {
    for (const key of [keyOf(fonts[role]), `fallback/${fonts[role].weight === 400 ? 400 : 600}`]) {
      const set = points.get(key) ?? new Set<number>();
      for (const character of text) set.add(character.codePointAt(0)!);
      points.set(key, set);
    }
  }
  return points;
}

/**
 * Whether a text has a character of a file's range: of a file that steps in, a letter of its script,
 * since its range has joiners and dashes besides.
 */
function needs(points: ReadonlySet<number> | undefined, { family, unicodeRange: range }: FontAsset): boolean {
  if (!points || points.size === 0) return false;
  if (range === undefined) return true;
  const spans = range
    .split(',')
    .map(span)
    .filter(([from]) => !fallbackFamilies.includes(family) || (from >= 0x590 && (from < 0x2000 || from > 0x2fff)));
  return [...points].some((p) => spans.some(([from, to]) => p >= from && p <= to));
}

/** "U+0100-02BA" as numbers. */
function span(text: string): Span {
  const [from, to] = text.trim().replace(/^U\+/i, '').split('-').map((hex) => parseInt(hex, 16));
  return [from!, to ?? from!];
}

/** In pieces, since a call takes only so many arguments. */
export function base64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(binary);
}
