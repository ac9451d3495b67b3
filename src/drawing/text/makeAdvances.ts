import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { create, type Font as OpenedFont } from 'fontkit';
import type { AdvanceTable } from './advanceTable';
import { faces, type FaceId } from './fonts';

const SUBSETS = ['latin', 'latin-ext', 'cyrillic'];
const TABLE = fileURLToPath(new URL('advances.ts', import.meta.url));
const require = createRequire(import.meta.url);

function openFont(id: FaceId, subset: string): OpenedFont {
  const { package: pkg, weight } = faces[id];
  const name = pkg.slice(pkg.indexOf('/') + 1);
  return create(readFileSync(require.resolve(`${pkg}/files/${name}-${subset}-${weight}-normal.woff2`))) as OpenedFont;
}

/** The advances of one face over all subsets, in runs of neighbouring code points. The subset named first wins. */
function advancesOf(id: FaceId): AdvanceTable {
  const widths = new Map<number, number>();
  let unitsPerEm = 1000;
  for (const subset of SUBSETS) {
    const opened = openFont(id, subset);
    unitsPerEm = opened.unitsPerEm;
    for (const point of opened.characterSet) {
      if (point >= 0x20 && !widths.has(point)) widths.set(point, Math.round(opened.glyphForCodePoint(point).advanceWidth));
    }
  }
  return { unitsPerEm, runs: runsOf([...widths].sort(([a], [b]) => a - b)) };
}

function runsOf(sorted: [number, number][]): AdvanceTable['runs'] {
  const runs: [number, number[]][] = [];
  for (const [point, width] of sorted) {
    const last = runs.at(-1);
    if (last && last[0] + last[1].length === point) last[1].push(width);
    else runs.push([point, [width]]);
  }
  return runs;
}

/** The text of `advances.ts` as the installed font files have it. */
export function advancesSource(): string {
  const ids = Object.keys(faces) as FaceId[];
  const lines = ids.map((id) => `  ${id}: ${JSON.stringify(advancesOf(id))},`);
  return [
    "import type { AdvanceTable } from './advanceTable';",
    "import type { FaceId } from './fonts';",
    '',
    '/** Advance widths in font units. Made by makeAdvances.ts from the fontsource packages; not for editing. */',
    'export const advances: Readonly<Record<FaceId, AdvanceTable>> = {',
    ...lines,
    '};',
    '',
  ].join('\n');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeFileSync(TABLE, advancesSource());
