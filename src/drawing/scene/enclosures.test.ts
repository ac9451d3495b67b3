import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DatasetPart, Position } from '../../model';
import type { Enclosing } from '../derived';
import type { SceneBox, SceneEnclosure } from '../scene';
import { buildScene } from './buildScene';
import { convexHull, ENCLOSURE_RADIUS } from './enclosures';

test('a convex hull runs around the outermost points and leaves out what lies within or on a side', () => {
  const points = [{ x: 0, y: 0 }, { x: 10, y: 0 }, { x: 5, y: 5 }, { x: 10, y: 10 }, { x: 0, y: 10 }, { x: 5, y: 0 }];
  expect(convexHull(points)).toEqual([{ x: 0, y: 0 }, { x: 10, y: 0 }, { x: 10, y: 10 }, { x: 0, y: 10 }]);
});

const ids = Array.from({ length: 14 }, (_, i) => `e${i}`);
const entity = (id: string) => ({ id, type: 'company' as const, name: `Company ${id}` });
const partOf = (entities: readonly string[]): DatasetPart => ({ entities: entities.map(entity), relationships: [], sources: [] });
const sceneOf = (at: ReadonlyMap<string, Position>, enclosures: readonly Enclosing[]) =>
  buildScene({ part: partOf([...at.keys()]), positions: at, detail: 'full', enclosures });

/** The outline as it is drawn, as a polygon: each corner with an arc around it. */
function outlineOf({ corners }: SceneEnclosure): Position[] {
  const arc = Array.from({ length: 24 }, (_, i) => (i * Math.PI) / 12);
  const on = ({ x, y }: Position, angle: number) => ({
    x: x + ENCLOSURE_RADIUS * Math.cos(angle), y: y + ENCLOSURE_RADIUS * Math.sin(angle),
  });
  return convexHull(corners.flatMap((c) => arc.map((angle) => on(c, angle))));
}

const SIGNS = [[-1, -1], [1, -1], [1, 1], [-1, 1]] as const;
const cornersOf = ({ x, y, width, height }: SceneBox) =>
  SIGNS.map(([a, b]): Position => ({ x: x + (a * width) / 2, y: y + (b * height) / 2 }));
const turn = (a: Position, b: Position, p: Position) => (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
const sidesOf = (polygon: readonly Position[]) => polygon.map((a, i) => [a, polygon[(i + 1) % polygon.length]!] as const);
const holds = (polygon: readonly Position[], p: Position) => sidesOf(polygon).every(([a, b]) => turn(a, b, p) > 1e-6);
const parts = (a: Position, b: Position, c: Position, d: Position) => turn(a, b, c) * turn(a, b, d) < -1e-6;
const cross = (a: Position, b: Position, c: Position, d: Position) => parts(a, b, c, d) && parts(c, d, a, b);

/** Whether two areas share more than a border: a corner of one lies in the other, or two sides cross. */
function meet(a: readonly Position[], b: readonly Position[]): boolean {
  const sidesCross = sidesOf(a).some(([p, q]) => sidesOf(b).some(([r, s]) => cross(p, q, r, s)));
  return sidesCross || b.some((p) => holds(a, p)) || a.some((p) => holds(b, p));
}

/** Entities somewhere, whichever way, and some ventures with partners among them. */
const anyPlace = fc.record({ x: fc.integer({ min: 0, max: 1400 }), y: fc.integer({ min: 0, max: 700 }) });
const placed = (id: string) => anyPlace.map((p): [string, Position] => [id, p]);
const anyVenture = fc.record({ venture: fc.constantFrom(...ids), partners: fc.subarray(ids, { minLength: 1, maxLength: 5 }) })
  .map(({ venture, partners }): Enclosing => ({ venture, members: partners.filter((id) => id !== venture) }));
const anyChart = fc.record({
  at: fc.uniqueArray(fc.constantFrom(...ids), { minLength: 3 })
    .chain((drawn) => fc.tuple(...drawn.map(placed))).map((all) => new Map(all)),
  enclosures: fc.uniqueArray(anyVenture, { selector: (e) => e.venture, minLength: 1, maxLength: 4 }),
});

describe('the enclosures of ventures, wherever their boxes stand', () => {
  test('none touches the box of somebody who is no partner, and no two touch', () => {
    fc.assert(fc.property(anyChart, ({ at, enclosures }) => {
      const scene = sceneOf(at, enclosures);
      const outlines = (scene.enclosures ?? []).map((e) => ({ ...e, outline: outlineOf(e) }));
      for (const [i, { venture, outline }] of outlines.entries()) {
        const { members } = enclosures.find((e) => e.venture === venture)!;
        const others = scene.boxes.filter((b) => b.entity !== venture && !members.includes(b.entity));
        expect(others.filter((b) => meet(outline, cornersOf(b)))).toEqual([]);
        expect(outlines.slice(i + 1).filter((other) => meet(outline, other.outline))).toEqual([]);
      }
    }));
  });

  const row = (xs: readonly number[]) => new Map(xs.map((x, i): [string, Position] => [ids[i]!, { x, y: 0 }]));

  test('partners that stand together are in one, their venture with them', () => {
    const { enclosures = [], boxes } = sceneOf(row([0, 250, 500, 900]), [{ venture: 'e1', members: ['e0', 'e2'] }]);
    expect(enclosures).toHaveLength(1);
    expect(boxes.filter((b) => meet(outlineOf(enclosures[0]!), cornersOf(b))).map((b) => b.entity)).toEqual(['e0', 'e1', 'e2']);
  });

  test('where another entity stands between them, each is outlined by itself', () => {
    const { enclosures = [] } = sceneOf(row([0, 250, 500]), [{ venture: 'e0', members: ['e2'] }]);
    expect(enclosures.map((e) => e.venture)).toEqual(['e0', 'e0']);
  });

  test('of two that would cross, that of the venture named first is drawn whole', () => {
    const { enclosures = [] } = sceneOf(row([0, 250, 500]), [{ venture: 'e0', members: ['e1'] }, { venture: 'e2', members: ['e1'] }]);
    expect(enclosures.map((e) => e.venture)).toEqual(['e0', 'e2']);
    expect(meet(outlineOf(enclosures[0]!), cornersOf(sceneOf(row([0, 250, 500]), []).boxes[1]!))).toBe(true);
  });
});
