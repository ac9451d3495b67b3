import { readFile } from 'node:fs/promises';
import { assetFaces, type FontAsset, type SnapshotAssets } from '../publish';
import { fileOfPackage, scriptFilePath, viewerFile } from './installation';

/** What snapshots need from files, read from the packages and the source; the browser's loader yields the same bytes. */
export async function nodeAssets(): Promise<SnapshotAssets> {
  const [fonts, viewerScript, viewerStyle] = await Promise.all([
    Promise.all(assetFaces.map(fontAsset)),
    readFile(viewerFile('viewer.js'), 'utf8'),
    readFile(viewerFile('viewer.css'), 'utf8'),
  ]);
  return {
    fonts, scriptFile: (file) => readFile(scriptFilePath(file)), outlineFile: (file) => readFile(fileOfPackage(file)), viewerScript,
    viewerStyle,
  };
}

async function fontAsset({ file, ...face }: (typeof assetFaces)[number]): Promise<FontAsset> {
  return { ...face, woff2: await readFile(fileOfPackage(file), 'base64') };
}
