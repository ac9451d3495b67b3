import fc from 'fast-check';
import { expect, test } from 'vitest';
import { atOnce, connectQuestion, type Entity, type Relationship } from '../../model';
import { buildIndex } from '../../graph';
import { searcherOf } from '../routes/findRoutes';
import { distancesFrom } from './distances';
import { Ground } from './network';
import { smallestTrees } from './smallestTrees';
import { TreeBound } from './treeBound';

const ENTITIES = 30;

const graph = fc.record({
  pairs: fc.array(fc.tuple(fc.nat(ENTITIES - 1), fc.nat(ENTITIES - 1)), { minLength: 30, maxLength: 70 }),
  parties: fc.uniqueArray(fc.nat(ENTITIES - 1), { minLength: 4, maxLength: 8 }),
});

test('a search that is ended early gives smallest trees or none', () => {
  fc.assert(
    fc.property(graph, ({ pairs, parties }) => {
      const entities = Array.from({ length: ENTITIES }, (_, i): Entity => ({ id: `e${i}`, type: 'company', name: `e${i}` }));
      const relationships = pairs.map(
        ([a, b], i): Relationship => ({ id: `r${i}`, type: 'supplies', from: `e${a}`, to: `e${b}`, claims: [] }),
      );
      const index = buildIndex({ entities, relationships, sources: [] });
      const { filter, places } = connectQuestion.parse({ parties: parties.map((p) => `e${p}`) });
      const search = { source: parties[0]!, target: parties[1]!, longest: 1, avoid: [], direction: 'any', filter, places } as const;
      const ways = new Ground(index, searcherOf(index).stepsFor(search), parties, []);
      const distances = atOnce(distancesFrom(ways, parties));
      if (!distances) return;
      const bound = new TreeBound(distances.hops, distances.apart);
      const within = (most: number) => {
        const effort = { labels: 0, most };
        const found = atOnce(smallestTrees({ ways, bound, parties, without: new Set(), mostHops: 62, effort }));
        const tree = found?.parts.strongest(new Set());
        return { labels: effort.labels, complete: found?.complete, hops: tree?.edges.length, cost: tree?.cost };
      };
      const whole = within(Infinity);
      expect(whole.complete).toBe(true);
      for (let most = 0; most < whole.labels; most++) {
        const early = within(most);
        if (early.complete !== undefined) expect(early.hops).toBe(whole.hops);
        if (early.complete) expect(early.cost).toBe(whole.cost);
      }
    }),
    { numRuns: 300 },
  );
});
