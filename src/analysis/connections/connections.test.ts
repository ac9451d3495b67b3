import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  connectQuestion, statuses, type ConnectAnswer, type Connection, type Entity, type Filter, type Relationship, type RelationshipType,
} from '../../model';
import { buildIndex } from '../../graph';
import { ENTITY_IDS, randomFilter, randomPart } from '../testing/randomPart';
import { findConnections } from './connections';
import { compare, naiveConnections } from '../testing/naiveConnections';

/** Ties are supplies, but for those whose type is named: "a-b:meets". */
function connect(pairs: readonly string[], parties: readonly string[], more: object = {}): ConnectAnswer {
  const ties = pairs.map((p) => p.split(/[-:]/) as [string, string, RelationshipType?]);
  const ids = [...new Set(ties.flatMap(([a, b]) => [a, b]).concat(parties))];
  const entities = ids.map((id): Entity => ({ id, type: 'company', name: id }));
  const relationships = ties.map(([a, b, type = 'supplies'], i): Relationship => ({ id: `r${i}`, type, from: a, to: b, claims: [] }));
  return findConnections(buildIndex({ entities, relationships, sources: [] }), connectQuestion.parse({ parties, ...more }));
}

test('three that meet in one are tied by it', () => {
  const { connections, groups, exact, complete, dispensable } = connect(['a-m', 'b-m', 'c-m'], ['a', 'b', 'c']);
  expect(connections.map((c) => c.between)).toEqual([['m']]);
  expect({ groups, exact, complete, dispensable }).toEqual({ groups: [['a', 'b', 'c']], exact: true, complete: true, dispensable: [] });
});

test('a middle for all is found where joining two after two would take more', () => {
  // Pairs have shortcuts of their own of the same length; only the middle serves all.
  const { connections: [first] } = connect(['a-m', 'b-m', 'c-m', 'd-m', 'a-x', 'x-b', 'c-y', 'y-d', 'b-z', 'z-c'], ['a', 'b', 'c', 'd']);
  expect(first!.between).toEqual(['m']);
  expect(first!.hops.map((h) => [h.from, h.to])).toEqual([['a', 'm'], ['m', 'b'], ['m', 'c'], ['m', 'd']]);
});

test('whoever another of the same size does without is dispensable, and the next best follow', () => {
  const { connections, dispensable, complete } = connect(['a-m', 'b-m', 'c-m', 'a-n', 'b-n', 'c-n', 'a-x', 'x-y', 'y-b'], ['a', 'b', 'c']);
  expect(connections.map((c) => c.between)).toEqual([['m'], ['n']]);
  expect(dispensable).toEqual(['m']);
  expect(complete).toBe(true);
});

test('parties that nothing ties are told apart', () => {
  expect(connect(['a-m', 'b-m', 'c-d'], ['a', 'b', 'c'])).toMatchObject({ connections: [], groups: [['a', 'b'], ['c']] });
});

test('a party may stand between others, whatever it is', () => {
  expect(connect(['a-b', 'b-c'], ['a', 'b', 'c'], { hub: 1 }).connections[0]).toMatchObject({ between: [], entities: ['a', 'b', 'c'] });
});

const options = fc.record({
  parties: fc.subarray([...ENTITY_IDS], { minLength: 2, maxLength: 5 }),
  filter: fc.oneof(
    { weight: 3, arbitrary: fc.constant<Filter>({}) },
    { weight: 3, arbitrary: fc.constant<Filter>({ statuses: [...statuses] }) },
    { weight: 1, arbitrary: randomFilter },
  ),
  hub: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined, freq: 2 }),
  places: fc.boolean(),
  avoid: fc.subarray([...ENTITY_IDS], { maxLength: 2 }),
});

const figuresOf = ({ hops }: Connection) => ({
  hops: hops.length,
  counts: ['denied', 'reading', 'disputed', 'alleged', 'reported'].map((status) => hops.filter((h) => h.status === status).length),
});

test('the first is the smallest and strongest of all sets there are, and the next ones come in order and miss none', () => {
  fc.assert(
    fc.property(randomPart, options, (part, { hub, ...asked }) => {
      const question = connectQuestion.parse({ ...asked, ...(hub === undefined ? {} : { hub }), k: 50 });
      const answer = findConnections(buildIndex(part), question);
      const naive = naiveConnections(part, question);
      expect(answer.connections.length === 0).toBe(naive.length === 0);
      expect(answer.groups.length > 1).toBe(naive.length === 0);
      const [best] = naive;
      if (!best) return;
      expect(figuresOf(answer.connections[0]!)).toEqual({ hops: best.hops, counts: best.counts });
      for (const [i, connection] of answer.connections.entries()) {
        const same = naive.find((n) => n.between.join(' ') === connection.between.join(' '));
        expect(same && { hops: same.hops, counts: same.counts }).toEqual(figuresOf(connection));
        if (i > 0) expect(compare(figuresOf(answer.connections[i - 1]!), figuresOf(connection))).toBeLessThanOrEqual(0);
      }
      // A set that has none of the ones given within it is given, unless it has more than one hop more.
      const isGiven = (between: readonly string[]) => answer.connections.some((c) => c.between.every((id) => between.includes(id)));
      const missed = naive.filter((n) => n.hops <= best.hops + 1 && !isGiven(n.between));
      if (answer.complete) expect(missed).toEqual([]);
      const without = (id: string) => naive.some((n) => n.hops === best.hops && !n.between.includes(id));
      expect(answer.dispensable).toEqual(answer.connections[0]!.between.filter(without));
    }),
    { numRuns: 300 },
  );
});

test('the order of the dataset changes nothing', () => {
  fc.assert(
    fc.property(randomPart, options, (part, { hub, ...asked }) => {
      const question = connectQuestion.parse({ ...asked, ...(hub === undefined ? {} : { hub }) });
      const turned = { ...part, entities: [...part.entities].reverse(), relationships: [...part.relationships].reverse() };
      expect(findConnections(buildIndex(turned), question)).toEqual(findConnections(buildIndex(part), question));
    }),
    { numRuns: 100 },
  );
});

test('for many parties the connection is at most twice as large as the smallest, less a share', () => {
  const random = fc.tuple(fc.integer({ min: 11, max: 16 }), fc.array(fc.tuple(fc.nat(29), fc.nat(29)), { minLength: 40, maxLength: 90 }));
  fc.assert(
    fc.property(random, ([count, pairs]) => {
      const parties = Array.from({ length: count }, (_, i) => `n${String(i).padStart(2, '0')}`);
      const ring = parties.map((id, i) => `${id}-h${i % 3}`);
      const ties = pairs.map(([a, b]) => `n${String(a).padStart(2, '0')}-n${String(b).padStart(2, '0')}`);
      const answer = connect([...ring, 'h0-h1', 'h1-h2', ...ties], parties);
      const [found] = answer.connections;
      expect(answer.exact).toBe(false);
      // With the three hubs a tree has at most so many hops: the smallest has no more.
      expect(found!.hops.length).toBeLessThanOrEqual(answer.bound * (count + 2));
      expect(new Set(found!.hops.flatMap((h) => [h.from, h.to])).size).toBe(found!.hops.length + 1);
      expect(found!.entities).toEqual(expect.arrayContaining(parties));
    }),
    { numRuns: 60 },
  );
});
