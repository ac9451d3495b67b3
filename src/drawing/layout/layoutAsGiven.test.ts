import { expect, test } from 'vitest';
import { FARTHEST, type DatasetPart, type Position } from '../../model';
import { boxOf, countOverlaps } from '../geometry';
import { layoutAsGiven } from './layoutAsGiven';

const part = (count: number): DatasetPart => ({
  entities: Array.from({ length: count }, (_, i) => ({ id: `e${i}`, type: 'company' as const, name: `Company ${i}` })),
  relationships: [{ id: 'r', type: 'owns', from: 'e0', to: 'e1', claims: [] }], sources: [],
});
const grid = (count: number, step: number) =>
  new Map(Array.from({ length: count }, (_, i): [string, Position] => [`e${i}`, { x: (i % 6) * step, y: Math.floor(i / 6) * step }]));
const drawn = (count: number, given: ReadonlyMap<string, Position>) =>
  layoutAsGiven({ part: part(count), detail: 'full', aspect: 1.5, given });
const boxes = (count: number, at: ReadonlyMap<string, Position>) =>
  part(count).entities.map((e) => ({ ...boxOf(e, 'full'), ...at.get(e.id)! }));

test('a picture that has room for our boxes is drawn exactly as it was', () => {
  const given = grid(36, 220);
  expect(Object.fromEntries(drawn(36, given))).toEqual(Object.fromEntries(given));
});

test.each([
  ['crammed into one unit', 0.2], ['spread over a mile', 40_000], ['on one spot', 0],
])('a picture %s is scaled to our boxes, keeps who is left of whom, and no box covers another', (_, step) => {
  const at = drawn(36, grid(36, step));
  expect(countOverlaps(boxes(36, at))).toBe(0);
  if (step > 0) for (let i = 0; i < 5; i++) expect(at.get(`e${i}`)!.x).toBeLessThan(at.get(`e${i + 1}`)!.x);
  expect(Math.max(...[...at.values()].map((p) => Math.abs(p.x)))).toBeLessThan(10_000);
});

test('what the file gives no place stands near its neighbour', () => {
  const given = new Map([...grid(36, 220)].filter(([id]) => id !== 'e1'));
  const at = drawn(36, given);
  expect(Math.hypot(at.get('e1')!.x - at.get('e0')!.x, at.get('e1')!.y - at.get('e0')!.y)).toBeLessThan(400);
});

test.each([
  ['all on one spot but one', 0, 1], ['one of which stands out of all reason', 40, 1e12], ['on one line out of all reason', 1e9, 1e12],
])(
  'a picture of a thousand, %s, is drawn in reach',
  (_, step, x) => {
    const at = drawn(1000, new Map([...grid(1000, step), ['e7', { x, y: 0 }]]));
    expect(countOverlaps(boxes(1000, at))).toBe(0);
    expect(Math.max(...[...at.values()].map((p) => Math.max(Math.abs(p.x), Math.abs(p.y))))).toBeLessThan(FARTHEST);
  },
  180_000,
);
