import { fetchPatiently, NotFetchedError } from '../store';
import { assetFaces, base64, type FontAsset, type SnapshotAssets } from '../publish';
import { scriptFile } from './look/scriptFonts';
import viewerScript from '../publish/html/viewer.js?raw';
import viewerStyle from '../publish/html/viewer.css?raw';

/** The addresses of the font files, by their path in node_modules. */
const addresses = import.meta.glob<string>(
  [
    '../../node_modules/@fontsource/{ibm-plex-sans,source-serif-4}/files/*-{latin,latin-ext,vietnamese}-{400,600}-normal.woff2',
    '../../node_modules/@fontsource/{ibm-plex-sans,source-serif-4}/files/*-{cyrillic,cyrillic-ext,greek}-{400,600}-normal.woff2',
    '../../node_modules/@fontsource/ibm-plex-sans-{arabic,hebrew}/files/*-{arabic,hebrew}-{400,600}-normal.woff2',
    '../../node_modules/@fontsource/ibm-plex-sans-{thai,devanagari}/files/*-{thai,devanagari}-{400,600}-normal.woff2',
  ],
  { query: '?url&no-inline', import: 'default', eager: true },
);

let loaded: Promise<SnapshotAssets> | undefined;

/**
 * What snapshots need from files, fetched once from the page's own host; the Node loader yields the same bytes.
 * A failed fetch is tried again.
 */
export function browserAssets(): Promise<SnapshotAssets> {
  loaded ??= load().catch((cause: unknown) => {
    loaded = undefined;
    throw cause;
  });
  return loaded;
}

async function load(): Promise<SnapshotAssets> {
  return {
    fonts: await Promise.all(assetFaces.map(fontAsset)), scriptFile: (file) => fontFile(file, scriptFile(file)),
    outlineFile: async (file) => fontFile(file, (await import('./outlineFiles')).outlineFiles[`../../node_modules/${file}`]!),
    viewerScript, viewerStyle,
  };
}

async function fontAsset({ file, ...face }: (typeof assetFaces)[number]): Promise<FontAsset> {
  return { ...face, woff2: base64(await fontFile(file, addresses[`../../node_modules/${file}`]!)) };
}

async function fontFile(file: string, address: string): Promise<Uint8Array> {
  const answer = await fetchPatiently(address);
  if (!answer.ok) throw new NotFetchedError(`The font ${file}`, answer.status, 'Reload the page and take the snapshot again.');
  return new Uint8Array(await answer.arrayBuffer());
}
