import { createCanvas, GlobalFonts, Path2D } from '@napi-rs/canvas';
import { piecesFor, type CanvasFactory, type SnapshotAssets } from '../publish';

const registered = new WeakSet<SnapshotAssets>();
const registeredFiles = new Set<string>();

/** Paints PNGs without a browser, with Skia and the fonts of the assets; of the large scripts, those files that the text needs. */
export const nodeCanvas: CanvasFactory = async (width, height, assets, used) => {
  if (!registered.has(assets)) for (const { family, woff2 } of assets.fonts) GlobalFonts.register(Buffer.from(woff2, 'base64'), family);
  registered.add(assets);
  await Promise.all(piecesFor([...used.values()].join('')).map(async ({ piece: { family, file } }) => {
    if (registeredFiles.has(file)) return;
    GlobalFonts.register(Buffer.from(await assets.scriptFile(file)), family);
    registeredFiles.add(file);
  }));
  const canvas = createCanvas(width, height);
  return { context: canvas.getContext('2d'), Path2D, png: () => canvas.encode('png') };
};
