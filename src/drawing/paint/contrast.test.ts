import { createCanvas, Path2D } from '@napi-rs/canvas';
import { describe, expect, test } from 'vitest';
import { families, relationshipTypes, statuses, type DatasetPart, type Position, type Status } from '../../model';
import { buildScene } from '../scene/index';
import type { Scene } from '../scene';
import { contrast, over, rgbOf, type Rgb } from '../testing/contrast';
import { legendMarks, sceneMarks, type Mark, type TextMark } from '../picture';
import { colourOf, dark, legendOf, light, tints, type Palette } from '../visualLanguage';
import { paintPicture, paintStyle } from '.';

/** What words need to be read, by WCAG 2.2 AA. */
const READABLE = 4.5;

const source = { id: 's', title: 'S', publisher: 'P', kind: 'registry' as const };
const stances: Record<Status, readonly ('asserts' | 'alleges' | 'denies')[]> = {
  confirmed: ['asserts'], reported: ['asserts'], alleged: ['alleges'], disputed: ['asserts', 'denies'], reading: ['asserts'],
  denied: ['denies'],
};

/** A tie of every family and status, once going on and once ended, and an entity of each kind of box that has ended. */
function everyTie(): DatasetPart {
  const types = families.map(
    (family) => Object.entries(relationshipTypes).find(([, t]) => t.family === family)![0] as keyof typeof relationshipTypes,
  );
  const ties = types.flatMap((type) => statuses.flatMap((status) => [undefined, '2009'].map((end) => ({ type, status, end }))));
  return {
    sources: [source],
    entities: ties.flatMap((_, i) =>
      ['a', 'b'].map((side) => ({
        id: `${side}${i}`, type: 'company' as const, name: `Name ${i}`, jurisdiction: 'kp', ...(i % 2 === 1 ? { end: '2009' } : {}),
      })),
    ),
    relationships: ties.map(({ type, status, end }, i) => ({
      id: `t${i}`, type, from: `a${i}`, to: `b${i}`, start: '2001', ...(end === undefined ? {} : { end }),
      claims: stances[status].map((stance) => ({ source: 's', stance })),
    })),
  };
}

const part = everyTie();
const positions = new Map(
  part.relationships.flatMap((_, i): [string, Position][] => [
    [`a${i}`, { x: 0, y: i * 90 }], [`b${i}`, { x: 420, y: i * 90 }],
  ]),
);
const plain = buildScene({ part, positions, footnotesOf: () => [1], possibly: new Set(part.relationships.map((r) => r.id)) });

/** Every text of a picture with the opacity at which it is painted. */
function texts(marks: readonly Mark[], opacity = 1): { mark: TextMark; opacity: number }[] {
  return marks.flatMap((mark) =>
    mark.kind === 'group' ? texts(mark.marks, opacity * (mark.opacity ?? 1)) : mark.kind === 'text' ? [{ mark, opacity }] : [],
  );
}

function withoutTexts(marks: readonly Mark[]): Mark[] {
  return marks
    .filter((mark) => mark.kind !== 'text')
    .map((mark) => (mark.kind === 'group' ? { ...mark, marks: withoutTexts(mark.marks) } : mark));
}

/** The contrast of each text of a picture with what is painted beneath it. */
function contrasts(marks: readonly Mark[], bounds: Scene['bounds'], palette: Palette): { text: string; ratio: number }[] {
  const canvas = createCanvas(Math.ceil(bounds.width), Math.ceil(bounds.height));
  const context = canvas.getContext('2d');
  paintPicture(context, withoutTexts(marks), bounds, paintStyle(palette, Path2D), 1);
  const groundAt = (x: number, y: number) =>
    [...context.getImageData(Math.round(x - bounds.x), Math.round(y - bounds.y), 1, 1).data].slice(0, 3) as unknown as Rgb;
  return texts(marks).map(({ mark: { text, x, y, colour }, opacity }) => {
    const ground = groundAt(x + 0.5, y - 2);
    return { text, ratio: contrast(over(rgbOf(colourOf(palette, colour)), ground, opacity), ground) };
  });
}

describe.each([['light', light], ['dark', dark]] as const)('in the %s theme', (_, palette) => {
  test('the words of every tie and box can be read, of those that have ended as well', () => {
    expect(plain.lines.filter((line) => line.ended).length).toBeGreaterThan(20);
    expect(plain.boxes.filter((box) => box.ended).length).toBeGreaterThan(20);
    expect(contrasts(sceneMarks(plain), plain.bounds, palette).filter(({ ratio }) => ratio < READABLE)).toEqual([]);
  });

  test('names in boxes that show a figure can be read, of those that have ended as well', () => {
    const boxes = plain.boxes.map((box, i) => ({ ...box, figure: { tint: tints[i % tints.length]!, tag: '7' } }));
    expect(contrasts(sceneMarks({ ...plain, boxes } as Scene), plain.bounds, palette).filter(({ ratio }) => ratio < READABLE)).toEqual([]);
  });

  test('what has ended is paler than what has not, all the same', () => {
    const strokes = (scene: Scene, ended: boolean) =>
      sceneMarks({ ...scene, lines: scene.lines.filter((l) => l.ended === ended), boxes: [] })
        .filter((m) => m.kind === 'group')
        .flatMap((m) => m.marks.map((inner) => (inner.kind === 'group' ? (inner.opacity ?? 1) : 1)));
    expect(Math.min(...strokes(plain, true))).toBeLessThan(0.8);
    expect(Math.min(...strokes(plain, false))).toBe(1);
  });
});

test('the legend of a picture can be read', () => {
  const { marks, height } = legendMarks(legendOf(plain), 0, 0, 900);
  for (const palette of [light, dark])
    expect(contrasts(marks, { x: 0, y: 0, width: 900, height }, palette).filter(({ ratio }) => ratio < READABLE)).toEqual([]);
});
