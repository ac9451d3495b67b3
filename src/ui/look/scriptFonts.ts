import { allScriptPieces, SCRIPT_WEIGHTS, unicodeRange } from '../../publish';
import { scriptFiles } from './scriptFiles';

let added = false;

/**
 * Names the fonts of Hangul, kana and Han to the page; none is fetched before the page draws a character of it. They are
 * too many for the style sheet that the first picture waits for. What was drawn without them has to be drawn again.
 */
export function addScriptFonts(): void {
  if (added) return;
  added = true;
  for (const { family, file, spans } of allScriptPieces()) {
    const source = `url("${new URL(scriptFile(file), document.baseURI).href}") format("woff")`;
    document.fonts.add(new FontFace(family, source, { weight: SCRIPT_WEIGHTS, unicodeRange: unicodeRange(spans), display: 'swap' }));
  }
}

/** Where the page finds such a file. */
export function scriptFile(file: string): string {
  return scriptFiles[`../../../node_modules/${file}`]!;
}
