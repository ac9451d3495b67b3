import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entityTypeIds, type DatasetPart, type Entity, type Position, type Relationship, type RelationshipType } from '../../model';
import { boxOf, countCrossings, countOverlaps, routeLines, type PlacedBox } from '../geometry';
import { drawnFaults } from './drawnFaults';
import { forceAtlas } from './forceAtlas';
import { layoutLayered } from './layoutLayered';
import { layoutOrganic } from './layoutOrganic';
import { layoutProblem } from './layoutProblem';
import { layoutRoute } from './layoutRoute';
import { PictureCost, defaultWeights, lineInBox, segmentsCross } from './pictureCost';
import { polishPicture } from './polishPicture';
import { seeded } from './random';

const types = entityTypeIds;
const entity = (i: number): Entity => ({ id: `e${i}`, type: types[i % types.length]!, name: `Entity number ${i * 37}` });
const tie = (i: number, from: number, to: number, type: RelationshipType = 'owns'): Relationship => ({
  id: `r${i}`, type, from: `e${from}`, to: `e${to}`, claims: [],
});
const partOf = (entities: number, pairs: readonly (readonly [number, number])[]): DatasetPart => ({
  entities: Array.from({ length: entities }, (_, i) => entity(i)), relationships: pairs.map(([a, b], i) => tie(i, a, b)), sources: [],
});

/** A seeded part with a chain, further ties, a pair by itself and loose entities. */
function someCase(n: number, m: number, seed: number): DatasetPart {
  const random = seeded(seed);
  const below = (k: number) => Math.floor(random() * k);
  return partOf(n + 4, [...Array.from({ length: m }, () => [below(n), below(n)] as const), [n, n + 1]]);
}

function boxesOf(part: DatasetPart, positions: ReadonlyMap<string, Position>): Map<string, PlacedBox> {
  return new Map(part.entities.map((e) => [e.id, { ...boxOf(e, 'compact'), ...positions.get(e.id)! }]));
}

const organic = (part: DatasetPart, more: Partial<Parameters<typeof layoutOrganic>[0]> = {}) =>
  layoutOrganic({ part, detail: 'compact', aspect: 1.5, effort: 0.1, ...more });

describe('the organic layout', () => {
  test('the same request gives the same picture, another seed another one', () => {
    const part = someCase(25, 35, 1);
    expect([...organic(part)]).toEqual([...organic(part)]);
    expect([...organic(part, { seed: 2 })]).not.toEqual([...organic(part)]);
  });

  test('no box covers another, every entity has a place, in whole units, whatever the ties', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 30 }), fc.array(fc.tuple(fc.nat(29), fc.nat(29)), { maxLength: 50 }), (n, pairs) => {
      const part = partOf(n, pairs.map(([a, b]) => [a % n, b % n] as const));
      const positions = organic(part, { effort: 0.01 });
      expect([...positions.keys()]).toEqual(part.entities.map((e) => e.id));
      expect([...positions.values()].every((p) => Number.isInteger(p.x) && Number.isInteger(p.y))).toBe(true);
      expect(countOverlaps([...boxesOf(part, positions).values()])).toBe(0);
    }), { numRuns: 40 });
  });

  test('what is pinned stays exactly, and nothing covers it', () => {
    const part = someCase(20, 28, 2);
    const pinned = new Map([['e3', { x: 411, y: -77 }], ['e9', { x: -1200, y: 5 }]]);
    const positions = organic(part, { pinned });
    for (const [id, at] of pinned) expect(positions.get(id)).toEqual(at);
    expect(countOverlaps([...boxesOf(part, positions).values()])).toBe(0);
  });

  test('a picture that the reader knows stays, and newcomers stand near their neighbours', () => {
    const whole = someCase(20, 30, 3);
    const known = { ...whole, entities: whole.entities.slice(0, 15) };
    const previous = organic(known);
    const grown = { ...whole, relationships: [...whole.relationships, tie(99, 2, 16)] };
    const positions = organic(grown, { previous });
    for (const [id, at] of previous) expect(positions.get(id)).toEqual(at);
    expect(countOverlaps([...boxesOf(grown, positions).values()])).toBe(0);
  });

  test('a tree is drawn without a crossing', () => {
    const tree = partOf(15, Array.from({ length: 14 }, (_, i) => [Math.floor(i / 2), i + 1] as const));
    const positions = organic(tree, { effort: 1 });
    expect(countCrossings([...routeLines(tree.relationships, boxesOf(tree, positions)).values()])).toBe(0);
  });

  test('takes the aspect that is wanted', () => {
    const part = someCase(30, 45, 5);
    const aspectOf = (aspect: number) => {
      const boxes = [...boxesOf(part, organic(part, { aspect })).values()];
      const extent = (low: number[], high: number[]) => Math.max(...high) - Math.min(...low);
      return (
        extent(
          boxes.map((b) => b.x - b.width / 2), boxes.map((b) => b.x + b.width / 2),
        )
        / extent(
          boxes.map((b) => b.y - b.height / 2), boxes.map((b) => b.y + b.height / 2),
        )
      );
    };
    expect(aspectOf(2.5)).toBeGreaterThan(aspectOf(1) * 1.5);
  });

  test('an empty chart has no places, and progress ends at 1', () => {
    expect(organic(partOf(0, [])).size).toBe(0);
    const seen: number[] = [];
    organic(someCase(10, 15, 6), { onProgress: (done) => seen.push(done) });
    expect(seen.at(-1)).toBe(1);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
  });
});

describe('the layout of a trace', () => {
  const routes = [['e0', 'e1', 'e4'], ['e0', 'e2', 'e3', 'e4'], ['e0', 'e4']];
  const part = partOf(6, [[0, 1], [1, 4], [0, 2], [2, 3], [3, 4], [0, 4]]);

  test('A stands left of everything, B right of it, hops in order between, none on another', () => {
    const at = layoutRoute({ part, detail: 'full', aspect: 1.5, routes });
    const x = (i: number) => at.get(`e${i}`)!.x;
    for (const route of routes)
      for (let i = 1; i < route.length; i++) expect(at.get(route[i]!)!.x).toBeGreaterThan(at.get(route[i - 1]!)!.x);
    expect(Math.abs(x(1))).toBeLessThan(60);
    expect([at.get('e0')!.y, at.get('e4')!.y]).toEqual([0, 0]);
    const boxes = new Map(part.entities.map((e) => [e.id, { ...boxOf(e, 'full'), ...at.get(e.id)! }]));
    expect(countOverlaps([...boxes.values()])).toBe(0);
    expect(countCrossings([...routeLines(part.relationships, boxes).values()])).toBe(0);
  });

  test('what lies on no route stands below', () => {
    const at = layoutRoute({ part, detail: 'full', aspect: 1.5, routes });
    expect(at.get('e5')!.y).toBeGreaterThan(Math.max(...[0, 1, 2, 3, 4].map((i) => at.get(`e${i}`)!.y)));
  });
});

describe('the layered layout', () => {
  test('owners stand above what they own, and no box covers another', () => {
    const part = partOf(8, [[0, 1], [0, 2], [1, 3], [2, 3], [3, 4], [5, 6]]);
    const at = layoutLayered({ part, detail: 'compact', aspect: 1.5 });
    for (const r of part.relationships) expect(at.get(r.from)!.y).toBeLessThan(at.get(r.to)!.y);
    expect(countOverlaps([...boxesOf(part, at).values()])).toBe(0);
  });
});

describe('the search', () => {
  test('a move costs what the whole picture then costs more or less', () => {
    const problem = layoutProblem(someCase(18, 30, 7), 'compact');
    const random = seeded(8);
    const [x, y] = [Float64Array.from(problem.ids, () => random() * 500), Float64Array.from(problem.ids, () => random() * 400)];
    const cost = new PictureCost(problem, x, y, defaultWeights, true);
    for (let i = 0; i < 60; i++) {
      const v = Math.floor(random() * problem.ids.length);
      const [before, at] = [cost.total(), cost.costAt(v)];
      const [toX, toY] = [random() * 500, random() * 400];
      const change = cost.costIf(v, toX, toY, Infinity) - at;
      cost.move(v, toX, toY);
      expect(change).toBeCloseTo(cost.total() - before, 6);
    }
  });

  test('segments and boxes are told apart as by sampling', () => {
    const whole = fc.integer({ min: -20, max: 20 });
    fc.assert(fc.property(whole, whole, whole, whole, whole, whole, (ax, ay, bx, by, x, y) => {
      const inside = Array.from({ length: 401 }, (_, i) => i / 400).some(
        (t) => Math.abs(ax + (bx - ax) * t - x) < 5.9 && Math.abs(ay + (by - ay) * t - y) < 2.9,
      );
      if (inside) expect(lineInBox(ax, ay, bx, by, x, y, 6, 3)).toBe(true);
      const near = Array.from({ length: 401 }, (_, i) => i / 400).some(
        (t) => Math.abs(ax + (bx - ax) * t - x) < 6.2 && Math.abs(ay + (by - ay) * t - y) < 3.2,
      );
      if (!near) expect(lineInBox(ax, ay, bx, by, x, y, 6, 3)).toBe(false);
    }));
    expect(segmentsCross(0, 0, 10, 10, 0, 10, 10, 0)).toBe(true);
    expect(segmentsCross(0, 0, 4, 4, 0, 10, 10, 0)).toBe(false);
  });

  test('ForceAtlas2 is seeded', () => {
    const problem = layoutProblem(someCase(40, 60, 9), 'compact');
    const run = () => {
      const [x, y] = [new Float64Array(problem.ids.length), new Float64Array(problem.ids.length)];
      forceAtlas(problem, x, y, seeded(1), 30);
      return [...x, ...y];
    };
    expect(run()).toEqual(run());
  });
});

describe('a picture that is kept', () => {
  const part = someCase(16, 26, 11);
  const rough = organic(part, { effort: 0.01 });

  test('is no worse for being polished, keeps its frame and what is pinned, and no box covers another', () => {
    const pinned = new Map([['e4', rough.get('e4')!]]);
    const polished = polishPicture({ part, detail: 'compact', seed: 1, tries: 60, pinned }, rough);
    expect(drawnFaults(part, 'compact', polished).cost).toBeLessThanOrEqual(drawnFaults(part, 'compact', rough).cost);
    expect(polished.get('e4')).toEqual(rough.get('e4'));
    expect(countOverlaps([...boxesOf(part, polished).values()])).toBe(0);
    const left = (at: ReadonlyMap<string, Position>) => Math.min(...[...boxesOf(part, at).values()].map((b) => b.x - b.width / 2));
    expect(left(polished)).toBeGreaterThanOrEqual(left(rough));
  });

  test('two crossing ties are one fault, and a wall of boxes across a tie is one that names its ends and the box', () => {
    const four = partOf(4, [[0, 1], [2, 3]]);
    const crossed = new Map([['e0', { x: 0, y: 0 }], ['e1', { x: 600, y: 400 }], ['e2', { x: 0, y: 400 }], ['e3', { x: 600, y: 0 }]]);
    expect(drawnFaults(four, 'compact', crossed)).toMatchObject({ crossings: 1, linesUnderBoxes: 0, missingLabels: 0 });
    const walled = partOf(19, [[0, 1]]);
    const wall = new Map([
      ['e0', { x: 0, y: 0 }], ['e1', { x: 500, y: 0 }],
      ...Array.from({ length: 17 }, (_, i) => [`e${i + 2}`, { x: 250, y: (i - 8) * 24 }] as const),
    ]);
    const faults = drawnFaults(walled, 'compact', wall);
    expect(faults.linesUnderBoxes).toBeGreaterThan(0);
    expect(faults.entities).toEqual(expect.arrayContaining(['e0', 'e1', 'e10']));
  });
});
