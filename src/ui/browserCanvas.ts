import { fonts } from '../drawing';
import { type CanvasFactory } from '../publish';

/** A character of each script that the page's fonts are cut into, so that all of them are at hand before anything is painted. */
const SCRIPTS = 'aāдạ';

/** Paints PNGs in the browser, off screen, with the page's own fonts. */
export const browserCanvas: CanvasFactory = async (width, height) => {
  const faces = new Set(Object.values(fonts).map((f) => `${f.weight} 12px "${f.family}"`));
  await Promise.all([...faces].map((face) => document.fonts.load(face, SCRIPTS)));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser gives no canvas of that size. Choose a smaller scale, or SVG.');
  return { context, Path2D, png: async () => new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer()) };
};
