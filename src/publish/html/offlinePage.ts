import { colourNames, colourOf, fonts, palettes, tintsIn, type Colour, type FontRole, type Palette } from '../../drawing';
import { documentFonts, escapeXml, fontRules, withFallbacks, type SnapshotAssets } from '../svg';

/** What a page is made of; its style and its one script, where it has one, are written into it. */
interface OfflinePage {
  readonly title: string;
  readonly body: string;
  readonly style: string;
  readonly script?: string;
  /** An element with data after the body. */
  readonly data?: string;
}

/**
 * A page that opens from disk with the network off. Its policy allows its script, its style sheet and its embedded fonts and nothing
 * else. Same input, same bytes.
 */
export async function offlinePage({ title, body, style: own, script: ownScript, data }: OfflinePage,
  assets: SnapshotAssets): Promise<string> {
  const { rules, fallbacks } = await documentFonts(pageText(body), assets);
  const written = withFallbacks([fontRules(CHART_ROLES), own.trim()].join('\n'), fallbacks);
  const style = `\n${[rules, themeStyle(body), written].join('\n')}\n`;
  const script = ownScript === undefined ? undefined : `\n${ownScript.trim()}\n`;
  const scripts = script === undefined ? '' : ` script-src ${await contentHash(script)};`;
  const policy = `default-src 'none';${scripts} style-src ${await contentHash(style)}; font-src data:; `
    + `base-uri 'none'; form-action 'none'`;
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    '<meta name="generator" content="Throughline">',
    `<title>${escapeXml(title)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    body,
    ...(data === undefined ? [] : [data]),
    ...(script === undefined ? [] : [`<script>${script}</script>`]),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

const CHART_ROLES: readonly FontRole[] = ['name', 'nameCompact', 'subtitle', 'label'];

/** The fonts of a page and, since any of them may set any of its text, all of its text for each. */
function pageText(body: string): Map<FontRole, string> {
  return new Map((Object.keys(fonts) as FontRole[]).filter((role) => fonts[role].family !== 'IBM Plex Mono').map((role) => [role, body]));
}

/** The hash by which a Content-Security-Policy knows an inline script or style: `'sha256-…'`. */
async function contentHash(text: string): Promise<string> {
  const digest = await globalThis.crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`;
}

function properties(palette: Palette, tinted: readonly Colour[]): string {
  return [...colourNames(palette), ...tinted].map((name) => `--${name}:${colourOf(palette, name)}`).join(';');
}

/**
 * The palettes as custom properties, of tints those that a page's body uses: light, dark where the reader prefers it, light again on paper.
 */
function themeStyle(body: string): string {
  const tinted = tintsIn(body);
  return [
    `:root{color-scheme:light dark;${properties(palettes.light, tinted)}}`,
    `@media screen and (prefers-color-scheme:dark){:root{${properties(palettes.dark, tinted)}}}`,
  ].join('\n');
}
