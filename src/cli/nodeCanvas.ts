import { createCanvas, GlobalFonts, Path2D } from '@napi-rs/canvas';
import type { CanvasFactory, SnapshotAssets } from '../publish';

const registered = new WeakSet<SnapshotAssets>();

/** Paints PNGs without a browser, with Skia and the fonts of the assets. */
export const nodeCanvas: CanvasFactory = async (width, height, assets) => {
  if (!registered.has(assets)) for (const { family, woff2 } of assets.fonts) GlobalFonts.register(Buffer.from(woff2, 'base64'), family);
  registered.add(assets);
  const canvas = createCanvas(width, height);
  return { context: canvas.getContext('2d'), Path2D, png: () => canvas.encode('png') };
};
