import { fetchPatiently } from '../store';
import { assetFaces, type FontAsset, type SnapshotAssets } from '../publish';
import viewerScript from '../publish/html/viewer.js?raw';
import viewerStyle from '../publish/html/viewer.css?raw';

/** The addresses of the font files, by their path in node_modules. */
const addresses = import.meta.glob<string>(
  '../../node_modules/@fontsource/{ibm-plex-sans,source-serif-4}/files/*-{latin,latin-ext,cyrillic,vietnamese}-{400,600}-normal.woff2',
  { query: '?url&no-inline', import: 'default', eager: true },
);

let loaded: Promise<SnapshotAssets> | undefined;

/** What snapshots need from files, fetched once from the page's own host; the Node loader yields the same bytes. A failed fetch is tried again. */
export function browserAssets(): Promise<SnapshotAssets> {
  loaded ??= load().catch((cause: unknown) => {
    loaded = undefined;
    throw cause;
  });
  return loaded;
}

async function load(): Promise<SnapshotAssets> {
  return { fonts: await Promise.all(assetFaces.map(fontAsset)), viewerScript, viewerStyle };
}

async function fontAsset({ file, ...face }: (typeof assetFaces)[number]): Promise<FontAsset> {
  const answer = await fetchPatiently(addresses[`../../node_modules/${file}`]!);
  if (!answer.ok) throw new Error(`The font ${file} could not be loaded (${answer.status}). Reload the page and take the snapshot again.`);
  return { ...face, woff2: base64(new Uint8Array(await answer.arrayBuffer())) };
}

/** In pieces, since a call takes only so many arguments. */
function base64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(binary);
}
