import { cssFont, fonts } from '../drawing';
import { type CanvasFactory } from '../publish';
import { addScriptFonts } from './look/scriptFonts';

/** Paints PNGs in the browser, off screen, with the page's own fonts: those of every character are at hand before anything is painted. */
export const browserCanvas: CanvasFactory = async (width, height, _assets, used) => {
  addScriptFonts();
  await Promise.all([...used].map(([role, text]) => document.fonts.load(cssFont(fonts[role]), text)));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new NoCanvasError();
  return { context, Path2D, png: async () => new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer()) };
};

/** The browser has no room for a picture of that size. */
class NoCanvasError extends Error {
  override readonly name = 'NoCanvasError';
  constructor() {
    super('This browser gives no canvas of that size. Choose a smaller scale, or SVG.');
  }
}
