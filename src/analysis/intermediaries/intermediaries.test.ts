import { expect, describe, test } from 'vitest';
import { intermediaryQuestion, type Entity, type Relationship, type RelationshipType } from '../../model';
import { buildIndex } from '../../graph';
import { createRandom } from '../testing/createRandom';
import { intermediariesBetween } from './intermediaries';

/** Ties are supplies, but for those whose type is named: "a-b:meets". */
function between(pairs: readonly string[], from: string, to: string, more: object = {}) {
  const ties = pairs.map((p) => p.split(/[-:]/) as [string, string, RelationshipType?]);
  const ids = [...new Set(ties.flatMap(([a, b]) => [a, b]).concat(from, to))];
  const entities = ids.map((id): Entity => ({ id, type: 'company', name: id }));
  const relationships = ties.map(([a, b, type = 'supplies'], i): Relationship => ({ id: `r${i}`, type, from: a, to: b, claims: [] }));
  return intermediariesBetween(buildIndex({ entities, relationships, sources: [] }), intermediaryQuestion.parse({ from, to, ...more }));
}

describe('who stands between two entities', () => {
  test('a chain has everybody on every route, each a separator of its own', () => {
    expect(between(['a-b', 'b-c', 'c-d'], 'a', 'd')).toMatchObject({
      direct: false, onEveryRoute: ['b', 'c'], separators: [['b'], ['c']], independentRoutes: 1, complete: true,
    });
  });

  test('two routes that share nobody need a pair to separate, and every pair is told', () => {
    const answer = between(['a-b', 'b-d', 'a-c', 'c-d'], 'a', 'd');
    expect(answer).toMatchObject({ onEveryRoute: [], separators: [['b', 'c']], independentRoutes: 2 });
    expect(answer.disjoint).toEqual([['a', 'b', 'd'], ['a', 'c', 'd']]);
  });

  test('a direct tie counts as one route, and the rest is reckoned without it', () => {
    const answer = between(['a-d', 'a-b', 'b-d'], 'a', 'd');
    expect(answer).toMatchObject({ direct: true, onEveryRoute: ['b'], separators: [['b']], independentRoutes: 2 });
    expect(answer.disjoint).toEqual([['a', 'd'], ['a', 'b', 'd']]);
  });

  test('a greedy first route does not hide that there are two', () => {
    // The shortest route a-b-e-z blocks both others; the flow must take it back.
    const answer = between(['a-b', 'b-e', 'e-z', 'a-c', 'c-d', 'd-e', 'b-f', 'f-g', 'g-z'], 'a', 'z');
    expect(answer.independentRoutes).toBe(2);
  });

  test('without a route there is nobody in between', () => {
    expect(between(['a-b', 'c-d'], 'a', 'd')).toEqual({
      from: 'a', to: 'd', direct: false, onEveryRoute: [], separators: [], independentRoutes: 0, disjoint: [], share: [], complete: true,
      counted: { routes: 0, longest: 12, all: true }, leftOut: {},
    });
  });

  test('along the arrows only, routes against them do not count', () => {
    expect(between(['a-b', 'b-d', 'd-c', 'c-a'], 'a', 'd', { direction: 'along' })).toMatchObject({
      independentRoutes: 1, separators: [['b']],
    });
  });

  test('entities to avoid are no part of it', () => {
    expect(between(['a-b', 'b-d', 'a-c', 'c-d'], 'a', 'd', { avoid: ['b'] })).toMatchObject({ onEveryRoute: ['c'], independentRoutes: 1 });
  });

  test('a length limit leaves out who stands only on longer routes', () => {
    expect(between(['a-b', 'b-d', 'a-c', 'c-e', 'e-d'], 'a', 'd', { maxHops: 2 })).toMatchObject({
      onEveryRoute: ['b'], independentRoutes: 1,
    });
  });

  test('whoever only sanctions, investigates, documents or met both stands between nobody unless asked for, which is told', () => {
    const pairs = [
      'a-b', 'b-d', 'state-a:sanctions', 'state-d:sanctions', 'a-host:meets', 'd-host:meets', 'paper-a:documents', 'paper-d:documents',
    ];
    const answer = between(pairs, 'a', 'd');
    expect(answer.share.map((s) => s.entity)).toEqual(['b']);
    expect(answer).toMatchObject({
      onEveryRoute: ['b'], leftOut: { sanctions: 2, documents: 2, meets: 2 }, counted: { routes: 1, longest: 12, all: true },
    });
    const asked = between(pairs, 'a', 'd', { notThrough: ['meets', 'documents'] });
    expect(asked.share.map((s) => s.entity)).toEqual(['b', 'state']);
    expect(asked.leftOut).toEqual({ documents: 2, meets: 2 });
  });

  test('what the filter leaves out anyway is not told as left out', () => {
    expect(between(['a-b', 'b-d', 'a-d:meets'], 'a', 'd', { filter: { relationshipTypes: ['supplies'] } }).leftOut).toEqual({});
  });

  test('the share counts on how many routes each entity stands', () => {
    expect(between(['a-b', 'b-d', 'b-c', 'c-d'], 'a', 'd').share).toEqual([
      { entity: 'b', routes: 2, of: 2 }, { entity: 'c', routes: 1, of: 2 },
    ]);
  });
});

describe('against brute force on random small graphs', () => {
  const random = createRandom(5);
  const subsets = (ids: string[], size: number): string[][] =>
    size === 0 ? [[]] : ids.flatMap((id, i) => subsets(ids.slice(i + 1), size - 1).map((rest) => [id, ...rest]));

  function reaches(pairs: readonly string[], out: ReadonlySet<string>, along: boolean): boolean {
    const seen = new Set(['a']);
    for (const at of seen) for (const p of pairs) {
      const [x, y] = p.split('-') as [string, string];
      if (at === x && !out.has(y)) seen.add(y);
      if (at === y && !along && !out.has(x)) seen.add(x);
    }
    return seen.has('b');
  }

  test.each(['any', 'along'] as const)('separators are all the smallest sets that cut (%s direction)', (direction) => {
    for (let round = 0; round < 250; round++) {
      const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
      const density = 0.12 + random() * 0.35;
      const pairs = ids.flatMap((x) =>
        ids.filter((y) => y !== x && random() < density && `${x}${y}` !== 'ab' && `${x}${y}` !== 'ba').map((y) => `${x}-${y}`),
      );
      const middle = ids.slice(2);
      const expected: string[][] = [];
      for (let size = 0; size <= middle.length && expected.length === 0; size++) {
        expected.push(...subsets(middle, size).filter((set) => !reaches(pairs, new Set(set), direction === 'along')));
      }
      const connected = reaches(pairs, new Set(), direction === 'along');
      const answer = between(pairs, 'a', 'b', { direction });
      expect(answer.complete).toBe(true);
      expect(answer.separators).toEqual(connected ? expected : []);
      expect(answer.independentRoutes).toBe(connected ? expected[0]!.length : 0);
      const inner = answer.disjoint.flatMap((route) => route.slice(1, -1));
      expect(new Set(inner).size).toBe(inner.length);
    }
  });
});
