import { svgMetadata } from '../../formats';
import { colourOf, short, type Colour, type FramedMarks, type Palette } from '../../drawing';
import type { SnapshotAssets } from './assets';
import { escapeXml } from './escapeXml';
import { documentFonts, withFallbacks } from './fontFaces';
import { fontRules, markerDefinitions, marksToSvg, usedText } from './marksToSvg';

interface SvgOptions {
  palette: Palette;
  /** What the picture is called, and a sentence or two on what it shows, for those who hear it. */
  title: string;
  description?: string;
  assets: Pick<SnapshotAssets, 'fonts' | 'scriptFile'>;
  /** How large it is shown where nobody says otherwise, as SVG writes lengths; in chart units if left out. */
  shownAs?: { readonly width: string; readonly height: string } | undefined;
  /** Its marks are in layers, for drawing programs. */
  layers?: boolean | undefined;
  /** The snapshot as JSON, to be opened again. */
  snapshot?: string;
}

const INKSCAPE = ' xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"';

/** Marks as an SVG document with real text, its fonts inside. The same input gives the same bytes on any machine. */
export async function svgDocument({ marks, bounds }: FramedMarks, options: SvgOptions): Promise<string> {
  const used = usedText(marks);
  const { rules, fallbacks } = await documentFonts(used, options.assets);
  const { x, y, width, height } = bounds;
  const ids = options.description === undefined ? 'title' : 'title description';
  const paper = colourOf(options.palette, 'paper');
  const colour = (name: Colour) => colourOf(options.palette, name);
  const markers = options.layers ? markerDefinitions(marks, { colour }) : [];
  const shown = options.shownAs ?? { width: short(width), height: short(height) };
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg"${options.layers ? INKSCAPE : ''} width="${shown.width}" height="${shown.height}" viewBox="${x} ${y} ${short(width)} `
    + `${short(height)}" role="img" aria-labelledby="${ids}">`,
    `<title id="title">${escapeXml(options.title)}</title>`,
    ...(options.description === undefined ? [] : [`<desc id="description">${escapeXml(options.description)}</desc>`]),
    ...(options.snapshot === undefined ? [] : [svgMetadata(options.snapshot)]),
    `<style>\n${[rules, withFallbacks(fontRules(used.keys()), fallbacks)].join('\n')}\n</style>`,
    ...markers,
    `<rect x="${x}" y="${y}" width="${short(width)}" height="${short(height)}" fill="${paper}"/>`,
    marksToSvg(marks, { colour }),
    '</svg>',
    '',
  ].join('\n');
}

