import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { assetFaces, type FontAsset, type SnapshotAssets } from '../drawing';

const require = createRequire(import.meta.url);

/** What snapshots need from files, read from the packages and the source; the browser's loader yields the same bytes. */
export async function nodeAssets(): Promise<SnapshotAssets> {
  const [fonts, viewerScript, viewerStyle] = await Promise.all([
    Promise.all(assetFaces.map(fontAsset)),
    readFile(new URL('../drawing/html/viewer.js', import.meta.url), 'utf8'),
    readFile(new URL('../drawing/html/viewer.css', import.meta.url), 'utf8'),
  ]);
  return { fonts, viewerScript, viewerStyle };
}

async function fontAsset({ file, ...face }: (typeof assetFaces)[number]): Promise<FontAsset> {
  return { ...face, woff2: await readFile(require.resolve(file), 'base64') };
}
