import { expect, test } from 'vitest';
import type { DatasetPart, Position } from '../../model';
import { buildScene } from '../scene/index';
import { gatherAround } from './gatherAround';

const ids = ['v', 'a', 'b', 'c', 'd', 'e', 'f'];
const part: DatasetPart = { entities: ids.map((id) => ({ id, type: 'company', name: `Company ${id}` })), relationships: [], sources: [] };
const grid = new Map<string, Position>(ids.map((id, i) => [id, { x: (i % 3) * 180, y: Math.floor(i / 3) * 70 }]));

function inside({ x, y }: Position, corners: readonly Position[]): boolean {
  return corners.every((a, i) => {
    const b = corners[(i + 1) % corners.length]!;
    return (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x) >= 0;
  });
}

test('an enclosure holds the venture and its partners and nobody else, and no box covers another', () => {
  const moves = gatherAround({ part, detail: 'full', previous: grid }, [{ venture: 'v', members: ['a', 'c', 'f'] }]);
  const positions = new Map([...grid, ...moves]);
  const { boxes, enclosures } = buildScene({ part, positions, detail: 'full', enclosures: [{ venture: 'v', members: ['a', 'c', 'f'] }] });
  expect(boxes.filter((b) => inside(b, enclosures![0]!.corners)).map((b) => b.entity)).toEqual(['v', 'a', 'c', 'f']);
  const apart = boxes.every((a, i) =>
    boxes.slice(i + 1).every((b) => Math.abs(a.x - b.x) >= (a.width + b.width) / 2 || Math.abs(a.y - b.y) >= (a.height + b.height) / 2),
  );
  expect(apart).toBe(true);
});

test('what is pinned stays, even a partner', () => {
  const pinned = new Map([['a', grid.get('a')!], ['e', grid.get('e')!]]);
  const moves = gatherAround({ part, detail: 'full', previous: grid, pinned }, [{ venture: 'v', members: ['a', 'c'] }]);
  expect([...moves.keys()]).not.toContain('a');
  expect([...moves.keys()]).not.toContain('e');
});

test('nothing moves where nobody is to be gathered', () => {
  expect(gatherAround({ part, detail: 'full', previous: grid }, [])).toEqual(new Map());
});
