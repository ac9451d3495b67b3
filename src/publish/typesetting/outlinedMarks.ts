import { fonts, short, type FontRole, type Mark, type PathMark, type TextMark } from '../../drawing';
import type { SnapshotAssets } from '../svg/assets';
import { usedText } from '../svg/marksToSvg';
import { Typesetter, type TypeRun } from './typesetter';

/**
 * Marks whose texts are outlines, so that a program without the fonts, or one that does not read those inside a picture, draws them as they
 * are. What they say must be told beside the picture.
 */
export async function outlinedMarks(marks: readonly Mark[], assets: SnapshotAssets): Promise<Mark[]> {
  const typesetter = await markTypesetter(marks, assets);
  const outlined = (mark: Mark): Mark => {
    if (mark.kind === 'group') return { ...mark, marks: mark.marks.map(outlined) };
    return mark.kind === 'text' ? outlinesOf(mark, typesetter) : mark;
  };
  return marks.map(outlined);
}

/** A typesetter for the texts of marks. */
export async function markTypesetter(marks: readonly Mark[], assets: SnapshotAssets): Promise<Typesetter> {
  return Typesetter.of(assets, new Map([...usedText(marks)].map(([role, text]) => [familyOf(role), text] as const)));
}

/** The face that a role is set in; keys alone have another family, which no picture carries. */
export function familyOf(role: FontRole): { family: string; weight: 400 | 600 } {
  const { family, weight } = fonts[role];
  return { family: family === 'IBM Plex Mono' ? 'IBM Plex Sans' : family, weight: weight === 400 ? 400 : 600 };
}

/** Where the left end of a text stands. */
export function leftOf({ x, anchor = 'start' }: TextMark, width: number): number {
  return anchor === 'start' ? x : anchor === 'middle' ? x - width / 2 : x - width;
}

/** The size that a text is set at, in chart units. */
export function sizeOf({ font, scale = 1 }: TextMark): number {
  return fonts[font].size * scale;
}

function outlinesOf(mark: TextMark, typesetter: Typesetter): PathMark {
  const size = sizeOf(mark);
  const runs = typesetter.runs(mark.text, familyOf(mark.font), mark.direction ?? 'ltr');
  const widthOf = ({ glyphs, typeface }: TypeRun) => (glyphs.advanceWidth / typeface.font.unitsPerEm) * size;
  let x = leftOf(mark, runs.reduce((sum, run) => sum + widthOf(run), 0));
  const d = runs.map((run) => {
    const path = runPath(run, x, mark.y, size);
    x += widthOf(run);
    return path;
  });
  return { kind: 'path', d: d.join(''), fill: mark.colour };
}

const COMMANDS = { moveTo: 'M', lineTo: 'L', quadraticCurveTo: 'Q', bezierCurveTo: 'C', closePath: 'Z' } as const;

function runPath({ glyphs, typeface }: TypeRun, left: number, baseline: number, size: number): string {
  const scale = size / typeface.font.unitsPerEm;
  let x = left;
  return glyphs.glyphs.map((glyph, i) => {
    const { xAdvance, xOffset, yOffset } = glyphs.positions[i]!;
    const [dx, dy] = [x + xOffset * scale, baseline - yOffset * scale];
    x += xAdvance * scale;
    return glyph.path.commands.map(({ command, args }) => {
      const values = args.map((value, k) => short(k % 2 === 0 ? dx + value * scale : dy - value * scale));
      return `${COMMANDS[command as keyof typeof COMMANDS]}${values.join(' ')}`;
    }).join('');
  }).join('');
}
