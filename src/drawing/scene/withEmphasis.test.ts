import { expect, test } from 'vitest';
import type { DatasetPart } from '../../model';
import { buildScene } from './buildScene';
import { withEmphasis } from './withEmphasis';

const part: DatasetPart = {
  entities: ['a', 'b', 'c'].map((id) => ({ id, type: 'company', name: id.toUpperCase() })),
  relationships: [
    { id: 'ab', type: 'owns', from: 'a', to: 'b', claims: [] },
    { id: 'bc', type: 'supplies', from: 'b', to: 'c', claims: [] },
  ],
  sources: [],
};
const positions = new Map([['a', { x: 0, y: 0 }], ['b', { x: 300, y: 0 }], ['c', { x: 300, y: 200 }]]);
const emphasis = { selection: { kind: 'entity', id: 'a' }, route: { entities: ['a', 'b'], relationships: ['ab'] } } as const;

test('a scene stressed afterwards is the scene built with that emphasis', () => {
  expect(withEmphasis(buildScene({ part, positions }), emphasis)).toEqual(buildScene({ part, positions, emphasis }));
});

test('taking the emphasis back gives the plain scene again, and what never looked different stays the same object', () => {
  const plain = buildScene({ part, positions });
  const selected = withEmphasis(plain, { selection: { kind: 'relationship', id: 'bc' } });
  expect(withEmphasis(selected, {})).toEqual(plain);
  expect(selected.boxes[0]).toBe(plain.boxes[0]);
  expect(selected.lines[1]).not.toBe(plain.lines[1]);
});
