import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { wideFamilies } from '../../drawing';
import { characterMap } from './characterMap';
import { packSpans } from './spans';
import { readWoff } from './woff';

const require = createRequire(import.meta.url);
const TABLE = fileURLToPath(new URL('scriptPieces.ts', import.meta.url));
const FILES = fileURLToPath(new URL('../../ui/look/scriptFiles.ts', import.meta.url));

const isHangul = (point: number) =>
  (point >= 0x1100 && point <= 0x11ff) || (point >= 0x3130 && point <= 0x318f) || (point >= 0xac00 && point <= 0xd7a3);
/** From the radicals of Han on; the letters of Latin ligatures, pictographs and private characters are not these fonts' affair. */
const isWide = (point: number) =>
  !isHangul(point)
  && ((point >= 0x2e80 && point < 0xe000)
    || (point >= 0xf900 && point <= 0xfaff)
    || (point >= 0xfe30 && point <= 0xfe4f)
    || (point >= 0xff01 && point <= 0xffee)
    || (point >= 0x20000 && point <= 0x3fffd));

interface Piece {
  readonly family: string;
  readonly file: string;
  readonly points: readonly number[];
}

/** The pieces that are needed so that each character has one, and one only; a family named first has it first. */
function piecesNeeded(): readonly Piece[] {
  return (needed ??= piecesOfAll());
}

let needed: readonly Piece[] | undefined;

function piecesOfAll(): Piece[] {
  const taken = new Set<number>();
  return wideFamilies.flatMap((family) => filesOf(family).flatMap(([file, drawn]) => {
    const points = drawn.filter((point) => (family === 'Noto Sans KR' ? isHangul(point) : isWide(point)) && !taken.has(point));
    for (const point of points) taken.add(point);
    return points.length > 0 ? [{ family, file, points }] : [];
  }));
}

/** The files that a family is cut into, by name, each with the characters that are meant to be drawn with it and can be. */
function filesOf(family: string): [string, number[]][] {
  const name = family.toLowerCase().replaceAll(' ', '-');
  const folder = dirname(require.resolve(`@fontsource/${name}/package.json`));
  const ranges = JSON.parse(readFileSync(`${folder}/unicode.json`, 'utf8')) as Record<string, string>;
  return Object.entries(ranges).flatMap(([subset, range]) => {
    if (!/^\[\d+\]$/.test(subset)) return [];
    const file = `${name}-${subset.slice(1, -1)}-500-normal.woff`;
    const drawn = characterMap(readWoff(readFileSync(`${folder}/files/${file}`)).get('cmap')!);
    return [[`@fontsource/${name}/files/${file}`, pointsOf(range).filter((point) => drawn.has(point))]];
  });
}

/** "U+4E00-4E02,U+5B57" as code points, in their order. */
function pointsOf(range: string): number[] {
  const points = range.split(',').flatMap((part) => {
    const [from, to] = part.trim().slice(2).split('-').map((hex) => parseInt(hex, 16));
    return Array.from({ length: (to ?? from!) - from! + 1 }, (_, i) => from! + i);
  });
  return points.sort((a, b) => a - b);
}

/** The text of `scriptPieces.ts` as the installed font files have it. */
export function scriptPiecesSource(): string {
  const packed = piecesNeeded().map(
    ({ family, file, points }) => `  [${JSON.stringify(family)}, ${JSON.stringify(file)}, ${JSON.stringify(packSpans(points))}],`,
  );
  return [
    '/**',
    ' * The files that Hangul, kana and Han characters are drawn with: the family, the file and its characters, packed as',
    ' * `unpackSpans` reads them; no character is in two. Made by makeScriptPieces.ts from the fontsource packages; not for editing.',
    ' */',
    'export const scriptPieces: readonly (readonly [family: string, file: string, spans: string])[] = [',
    ...packed,
    '];',
    '',
  ].join('\n');
}

/** The text of the interface's `scriptFiles.ts`, which names the same files to the bundler. */
export function scriptFilesSource(): string {
  const files = piecesNeeded().map(({ file }) => `  '../../../node_modules/${file}',`);
  return [
    '/** The addresses of the files of `scriptPieces`, by their path in node_modules. Made by makeScriptPieces.ts; not for editing. */',
    'export const scriptFiles = import.meta.glob<string>([',
    ...files,
    "], { query: '?url&no-inline', import: 'default', eager: true });",
    '',
  ].join('\n');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(TABLE, scriptPiecesSource());
  writeFileSync(FILES, scriptFilesSource());
}
