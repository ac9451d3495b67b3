import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createCanvas, GlobalFonts, loadImage, type SKRSContext2D } from '@napi-rs/canvas';
import { palettes } from '../../drawing';

/**
 * Makes the pictures in `public/` from `icon.svg`: the icons that browsers and systems ask for, and the picture that
 * stands beside a link to the page. Run with `npm run icons` after a change of the icon.
 */
const PUBLIC = join(import.meta.dirname, '../../../public');
const ICON = readFileSync(join(import.meta.dirname, 'icon.svg'), 'utf8');
const { ink, paper, quiet, highlight } = palettes.light;
const SOCIAL = { width: 1200, height: 630 };

/** The icon at a size in pixels. */
async function iconImage(size: number) {
  return loadImage(Buffer.from(ICON.replace('<svg ', `<svg width="${size}" height="${size}" `)));
}

/** A square PNG. With `ground` the icon leaves a fifth free on it, so that a system may cut it to any shape. */
async function iconPng(size: number, ground?: string): Promise<Buffer> {
  const canvas = createCanvas(size, size);
  const context = canvas.getContext('2d');
  const edge = ground === undefined ? 0 : Math.round(size * 0.1);
  if (ground !== undefined) {
    context.fillStyle = ground;
    context.fillRect(0, 0, size, size);
  }
  context.drawImage(await iconImage(size - 2 * edge), edge, edge);
  return canvas.encode('png');
}

/** An ICO whose images are PNGs, which every browser reads. */
function ico(images: readonly { size: number; png: Buffer }[]): Buffer {
  const head = Buffer.alloc(6 + 16 * images.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(images.length, 4);
  let at = head.length;
  images.forEach(({ size, png }, i) => {
    const entry = 6 + 16 * i;
    head.writeUInt8(size, entry);
    head.writeUInt8(size, entry + 1);
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(png.length, entry + 8);
    head.writeUInt32LE(at, entry + 12);
    at += png.length;
  });
  return Buffer.concat([head, ...images.map(({ png }) => png)]);
}

async function socialPng(): Promise<Buffer> {
  const canvas = createCanvas(SOCIAL.width, SOCIAL.height);
  const context = canvas.getContext('2d');
  context.fillStyle = paper;
  context.fillRect(0, 0, SOCIAL.width, SOCIAL.height);
  context.drawImage(await iconImage(160), 100, 110);
  wordmark(context, 300, 222);
  context.fillStyle = ink;
  context.font = '400 46px "Source Serif 4"';
  ['How two parties are connected, hop by hop,', 'each with its sources, its dates', 'and how sure it is.'].forEach((line, i) =>
    context.fillText(line, 100, 370 + 64 * i),
  );
  context.fillStyle = quiet;
  context.font = '400 26px "IBM Plex Sans"';
  context.fillText('An entity relationship graph explorer. Nothing leaves your machine.', 100, 575);
  return canvas.encode('png');
}

/** The name, with the highlighter under its second half. */
function wordmark(context: SKRSContext2D, x: number, y: number): void {
  context.font = '600 104px "IBM Plex Sans"';
  const first = context.measureText('Through').width;
  context.fillStyle = highlight;
  context.fillRect(x + first - 6, y - 26, context.measureText('line').width + 12, 34);
  context.fillStyle = ink;
  context.fillText('Throughline', x, y);
}

const require = createRequire(import.meta.url);
for (const [family, file] of [
  ['IBM Plex Sans', 'ibm-plex-sans/files/ibm-plex-sans-latin-400-normal'],
  ['IBM Plex Sans', 'ibm-plex-sans/files/ibm-plex-sans-latin-600-normal'],
  ['Source Serif 4', 'source-serif-4/files/source-serif-4-latin-400-normal'],
] as const) {
  GlobalFonts.register(readFileSync(require.resolve(`@fontsource/${file}.woff2`)), family);
}
mkdirSync(PUBLIC, { recursive: true });
const [, ground] = /fill="(#\w+)"/.exec(ICON)!;
const made = {
  'icon-192.png': await iconPng(192),
  'icon-512.png': await iconPng(512),
  'icon-maskable-512.png': await iconPng(512, ground),
  'apple-touch-icon.png': await iconPng(180, ground),
  'favicon.ico': ico(await Promise.all([16, 32, 48].map(async (size) => ({ size, png: await iconPng(size) })))),
  'social.png': await socialPng(),
};
for (const [name, bytes] of Object.entries(made)) writeFileSync(join(PUBLIC, name), bytes);
