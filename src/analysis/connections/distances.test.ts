import fc from 'fast-check';
import { expect, test } from 'vitest';
import { atOnce, connectQuestion, type Entity, type Relationship } from '../../model';
import { buildIndex } from '../../graph';
import { searcherOf } from '../routes/findRoutes';
import { distancesFrom } from './distances';
import { Ground } from './network';

const ENTITIES = 40;

const graph = fc.record({
  pairs: fc.array(fc.tuple(fc.nat(ENTITIES - 1), fc.nat(ENTITIES - 1)), { minLength: 20, maxLength: 90 }),
  parties: fc.uniqueArray(fc.nat(ENTITIES - 1), { minLength: 2, maxLength: 6 }),
  wide: fc.integer({ min: 1, max: ENTITIES }),
});

/** How far all are from one, by levels of sets. */
function levelsFrom(from: number, pairs: readonly (readonly [number, number])[]): number[] {
  const hops = Array.from({ length: ENTITIES }, () => Infinity);
  let level = new Set([from]);
  for (let depth = 0; level.size > 0; depth++) {
    for (const entity of level) hops[entity] = depth;
    const beside = pairs.flatMap(([a, b]) => [...(level.has(a) ? [b] : []), ...(level.has(b) ? [a] : [])]);
    level = new Set(beside.filter((entity) => hops[entity] === Infinity));
  }
  return hops;
}

test('however soon searches end, parties are as far apart as they are, and nothing is taken for farther than it is', () => {
  fc.assert(
    fc.property(graph, ({ pairs, parties, wide }) => {
      const entities = Array.from({ length: ENTITIES }, (_, i): Entity => ({ id: `e${i}`, type: 'company', name: `e${i}` }));
      const relationships = pairs.map(
        ([a, b], i): Relationship => ({ id: `r${i}`, type: 'supplies', from: `e${a}`, to: `e${b}`, claims: [] }),
      );
      const index = buildIndex({ entities, relationships, sources: [] });
      const { filter, places } = connectQuestion.parse({ parties: parties.map((p) => `e${p}`) });
      const search = { source: parties[0]!, target: parties[1]!, longest: 1, avoid: [], direction: 'any', filter, places } as const;
      const found = atOnce(distancesFrom(new Ground(index, searcherOf(index).stepsFor(search), parties, []), parties, wide));
      const truth = parties.map((party) => levelsFrom(party, pairs));
      const tied = parties.every((party) => truth[0]![party] !== Infinity);
      expect(found !== undefined).toBe(tied);
      if (!found) return;
      expect(found.apart).toEqual(truth.map((hops) => parties.map((party) => hops[party])));
      truth.forEach((levels, i) => levels.forEach((hops, entity) => {
        const known = found.hops[entity * parties.length + i]!;
        expect(known).toBeLessThanOrEqual(hops);
        if (wide === ENTITIES && parties.includes(entity)) expect(known).toBe(hops);
      }));
    }),
    { numRuns: 300 },
  );
});
