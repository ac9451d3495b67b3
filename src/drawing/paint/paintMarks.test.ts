import { createCanvas, Path2D } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { buildScene, withEmphasis } from '../scene/index';
import type { Scene } from '../scene';
import { testAnswer, testDataset, testPositions } from '../testing/testChart';
import { sceneMarks } from '../picture';
import { dark, light, type Palette } from '../visualLanguage';
import { paintPicture, paintStyle } from '.';

const plain = buildScene({ part: testDataset, positions: new Map(Object.entries(testPositions)), detail: 'full' });
const route = testAnswer.routes[1]!;
const traced = withEmphasis(plain, {
  selection: { kind: 'entity', id: 'panda' },
  route: { entities: route.entities, relationships: route.hops.flatMap((h) => h.relationships.map((r) => r.id)) },
});

/** Pixels by colour as hex, of what a painting leaves on a canvas. */
function painted(scene: Scene, palette: Palette) {
  const { width, height } = scene.bounds;
  const canvas = createCanvas(width, height);
  const ctx = canvas.getContext('2d');
  paintPicture(ctx, sceneMarks(scene), scene.bounds, paintStyle(palette, Path2D), 1);
  const { data } = ctx.getImageData(0, 0, width, height);
  const hex = (i: number) => `#${[data[i]!, data[i + 1]!, data[i + 2]!].map((v) => v.toString(16).padStart(2, '0')).join('')}`;
  const counts = new Map<string, number>();
  for (let i = 0; i < data.length; i += 4) if (data[i + 3]! > 0) counts.set(hex(i), (counts.get(hex(i)) ?? 0) + 1);
  return {
    count: (colour: string) => counts.get(colour) ?? 0,
    at: (x: number, y: number) => hex(4 * (Math.round(y - scene.bounds.y) * width + Math.round(x - scene.bounds.x))),
    pixels: [...counts.values()].reduce((a, b) => a + b, 0),
  };
}

test.each([
  ['light', light], ['dark', dark],
] as const)('a route lies under the highlighter, and nothing else does, in the %s theme', (_, palette) => {
  expect(painted(plain, palette).count(palette.highlight)).toBe(0);
  expect(painted(traced, palette).count(palette.highlight)).toBeGreaterThan(1500);
});

test('the selected box is inverted', () => {
  const box = traced.boxes.find((b) => b.entity === 'panda')!;
  expect(painted(traced, light).at(box.x - box.width / 2 + 6, box.y)).toBe(light.selected);
  expect(painted(plain, light).at(box.x - box.width / 2 + 6, box.y)).toBe(light.box);
});

test('what is dimmed is paler than the rest but still there', () => {
  const box = plain.boxes.find((b) => b.entity === 'orabank')!;
  const outline = [box.x, box.y - box.height / 2] as const;
  const strong = painted(withEmphasis(plain, {}), light).at(...outline);
  const pale = painted(traced, light).at(...outline);
  expect(pale).not.toBe(light.paper);
  expect(parseInt(pale.slice(1, 3), 16)).toBeGreaterThan(parseInt(strong.slice(1, 3), 16));
});

test('each family of relationship is painted in its colour, and the amber mark and the cross in theirs', () => {
  const picture = painted(plain, light);
  for (const family of new Set(plain.lines.map((l) => l.family))) expect(picture.count(light.families[family])).toBeGreaterThan(0);
  expect(picture.count(light.amber)).toBeGreaterThan(20);
  expect(picture.count(light.denied)).toBeGreaterThan(3);
});

test('a larger scale gives as many more pixels', () => {
  const canvas = createCanvas(plain.bounds.width * 2, plain.bounds.height * 2);
  paintPicture(canvas.getContext('2d'), sceneMarks(plain), plain.bounds, paintStyle(light, Path2D), 2);
  const { data } = canvas.getContext('2d').getImageData(canvas.width - 1, canvas.height - 1, 1, 1);
  expect([...data.slice(0, 3)]).toEqual([0xfb, 0xfa, 0xf6]);
});
