import { expect, test } from 'vitest';
import type { Scene, SceneLine } from '../../drawing';
import { arrowAt, relationshipAt } from './partAt';

const line = (relationship: string, more: Partial<SceneLine>): SceneLine => ({
  relationship,
  from: 'a',
  to: 'b',
  family: 'ownership',
  status: 'reported',
  start: { x: 0, y: 0 },
  end: { x: 200, y: 0 },
  width: 2,
  arrow: true,
  ended: false,
  emphasis: 'plain',
  selected: false,
  ...more,
});
const scene = (...lines: SceneLine[]): Scene => ({ bounds: { x: 0, y: 0, width: 1, height: 1 }, boxes: [], lines });

test('a line is found within reach of it and not beyond', () => {
  const one = scene(line('one', {}));
  expect(relationshipAt(one, { x: 100, y: 6.5 }, 6)).toBe('one');
  expect(relationshipAt(one, { x: 100, y: 7.5 }, 6)).toBeUndefined();
  expect(relationshipAt(one, { x: 210, y: 0 }, 6)).toBeUndefined();
});

test('of two parallel relationships the nearer one is meant', () => {
  const fan = scene(line('upper', { control: { x: 100, y: -40 } }), line('lower', { control: { x: 100, y: 40 } }));
  expect(relationshipAt(fan, { x: 100, y: -17 }, 10)).toBe('upper');
  expect(relationshipAt(fan, { x: 100, y: 17 }, 10)).toBe('lower');
});

test('a curve is found where it runs, not where its control point is', () => {
  const bent = scene(line('bent', { control: { x: 100, y: 100 } }));
  expect(relationshipAt(bent, { x: 100, y: 50 }, 4)).toBe('bent');
  expect(relationshipAt(bent, { x: 100, y: 95 }, 4)).toBeUndefined();
});

test('a label or mark stands for its relationship, though another line runs under it', () => {
  const both = scene(
    line('labelled', {
      start: { x: 0, y: 80 }, end: { x: 200, y: 80 }, label: { text: 'owns', x: 100, y: 3, width: 40, height: 14 }, mark: { x: 140, y: 3 },
    }),
    line('under', {}),
  );
  expect(relationshipAt(both, { x: 118, y: 1 }, 6)).toBe('labelled');
  expect(relationshipAt(both, { x: 146, y: 1 }, 6)).toBe('labelled');
  expect(relationshipAt(both, { x: 60, y: 1 }, 6)).toBe('under');
});

test('an arrow drawn by hand is found along its shaft and on its text, the last one drawn first', () => {
  const ends = { start: { x: 0, y: 0 }, end: { x: 200, y: 0 } };
  const label = { text: 'look', x: 100, y: 0, width: 60, height: 16 };
  const drawn: Scene = { ...scene(), arrows: [{ id: 'plain', ...ends }, { id: 'said', ...ends, label, text: 'look' }] };
  expect(arrowAt(drawn, { x: 100, y: 7.5 }, 6)).toBe('said');
  expect(arrowAt({ ...drawn, arrows: drawn.arrows!.slice(0, 1) }, { x: 30, y: 5 }, 6)).toBe('plain');
  expect(arrowAt(drawn, { x: 30, y: 7.5 }, 6)).toBeUndefined();
});
