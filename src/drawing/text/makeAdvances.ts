import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { create, type Font as OpenedFont } from 'fontkit';
import type { AdvanceTable } from './advanceTable';
import { faces, scriptFaces, type Face } from './fonts';

const SUBSETS = ['latin', 'latin-ext', 'cyrillic', 'greek', 'cyrillic-ext', 'vietnamese'];
const TABLE = fileURLToPath(new URL('advances.ts', import.meta.url));
const require = createRequire(import.meta.url);

/** One subset of a face; not every face has each. */
function openFont({ package: pkg, weight }: Face, subset: string): OpenedFont | undefined {
  const folder = `${dirname(require.resolve(`${pkg}/package.json`))}/files`;
  const file = `${folder}/${pkg.slice(pkg.indexOf('/') + 1)}-${subset}-${weight}-normal.woff2`;
  return existsSync(file) ? (create(readFileSync(file)) as OpenedFont) : undefined;
}

/** The advances of one face over all subsets, in runs of neighbouring code points. The subset named first wins. */
function advancesOf(face: Face): AdvanceTable {
  const widths = new Map<number, number>();
  let unitsPerEm = 1000;
  for (const opened of SUBSETS.flatMap((subset) => openFont(face, subset) ?? [])) {
    unitsPerEm = opened.unitsPerEm;
    for (const point of opened.characterSet) {
      if (point >= 0x20 && !widths.has(point)) widths.set(point, Math.round(opened.glyphForCodePoint(point).advanceWidth));
    }
  }
  return { unitsPerEm, runs: runsOf([...widths].sort(([a], [b]) => a - b)) };
}

/** The advances of the letters and marks of one script: of the file that is named after it, without what all files have. */
function scriptAdvances(face: Face): AdvanceTable {
  const opened = openFont(face, face.package.split('-').at(-1)!)!;
  const letters = opened.characterSet
    .filter((point) => point >= 0x590 && (point < 0x1e00 || point > 0x2e7f) && point < 0xfb00)
    .sort((a, b) => a - b);
  const runs = runsOf(letters.map((point) => [point, Math.round(opened.glyphForCodePoint(point).advanceWidth)]));
  // A font remembers by which code point it was asked for a glyph first, and shapes by that: so it is opened anew and asked by letters.
  const shaping = openFont(face, face.package.split('-').at(-1)!)!;
  for (const point of letters) shaping.glyphForCodePoint(point);
  const joining = letters.flatMap((point) => joinedForms(shaping, point));
  return { unitsPerEm: opened.unitsPerEm, runs, ...(joining.length > 0 ? { joining } : {}) };
}

const JOINER = '\u200d';

/** The widths of a letter's forms, as the font shapes it between joiners; nothing for what does not join. */
function joinedForms(opened: OpenedFont, point: number): [number, number[]][] {
  if (!/\p{Script_Extensions=Arabic}/u.test(String.fromCodePoint(point)) || !/\p{L}|\u0640/u.test(String.fromCodePoint(point))) return [];
  const letter = String.fromCodePoint(point);
  const shaped = (text: string) => {
    const { glyphs, positions } = opened.layout(text);
    return {
      glyphs: glyphs.map((glyph) => glyph.id).join(), width: Math.round(positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0)),
    };
  };
  const joiner = shaped(JOINER).glyphs;
  const bare = (text: string) => shaped(text).glyphs.split(',').filter((id) => id !== joiner).join();
  const forms = [letter, JOINER + letter, letter + JOINER, JOINER + letter + JOINER];
  const joins = (text: string) => point === 0x640 || bare(text) !== bare(letter);
  if (!joins(forms[1]!)) return [];
  return [[point, (joins(forms[2]!) ? forms : forms.slice(0, 2)).map((text) => shaped(text).width)]];
}

function runsOf(sorted: readonly (readonly [number, number])[]): AdvanceTable['runs'] {
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
  const own = Object.entries(faces).map(([id, face]) => `  ${id}: ${JSON.stringify(advancesOf(face))},`);
  const others = Object.entries(scriptFaces).map(([id, face]) => `  ${id}: ${JSON.stringify(scriptAdvances(face))},`);
  return [
    "import type { AdvanceTable } from './advanceTable';",
    "import type { FaceId, ScriptFaceId } from './fonts';",
    '',
    '/** Advance widths in font units. Made by makeAdvances.ts from the fontsource packages; not for editing. */',
    'export const advances: Readonly<Record<FaceId | ScriptFaceId, AdvanceTable>> = {',
    ...own,
    ...others,
    '};',
    '',
  ].join('\n');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeFileSync(TABLE, advancesSource());
