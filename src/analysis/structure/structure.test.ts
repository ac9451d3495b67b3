import fc from 'fast-check';
import { UndirectedGraph } from 'graphology';
import louvain from 'graphology-communities-louvain';
import { connectedComponents } from 'graphology-components';
import betweennessCentrality from 'graphology-metrics/centrality/betweenness.js';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { expect, test } from 'vitest';
import { buildIndex } from '../../graph';
import { compareText, type DatasetPart, type Entity, type Relationship } from '../../model';
import { structureOf } from './structure';

function partOf(pairs: readonly string[], alone: readonly string[] = []): DatasetPart {
  const ids = [...new Set([...pairs.flatMap((p) => p.split('-')), ...alone])];
  const entities = ids.map((id): Entity => ({ id, type: 'company', name: id }));
  const relationships = pairs.map((p, i): Relationship => ({
    id: `r${i}`, type: 'supplies', from: p.split('-')[0]!, to: p.split('-')[1]!, claims: [],
  }));
  return { entities, relationships, sources: [] };
}
const TWO_TRIANGLES = ['a-b', 'b-c', 'c-a', 'c-d', 'd-e', 'e-f', 'f-d'];

test('two triangles joined by one tie are two communities of one component, and the tie is where routes pass', () => {
  const rows = structureOf(buildIndex(partOf(TWO_TRIANGLES, ['z'])), {});
  const of = (id: string) => rows.find((r) => r.entity === id)!;
  expect(rows.map((r) => r.component)).toEqual([0, 0, 0, 0, 0, 0, 1]);
  expect(of('a').community).toBe(of('c').community);
  expect(of('a').community).not.toBe(of('f').community);
  // c lies on the routes from a and b to d, e and f: 6 of the 15 pairs of six others.
  expect(of('c').betweenness).toBeCloseTo(6 / 15, 9);
  expect(of('a').betweenness).toBe(0);
  expect(of('z')).toEqual({ entity: 'z', degree: 0, component: 1, community: 2, betweenness: 0 });
});

test('parallel relationships, loops and the order of the file change nothing', () => {
  const once = structureOf(buildIndex(partOf(TWO_TRIANGLES)), {});
  const again = structureOf(buildIndex(partOf([...TWO_TRIANGLES, 'a-b', 'b-a', 'd-d'].reverse())), {});
  expect(again).toEqual(once);
});

test('what the filter leaves out does not count', () => {
  expect(structureOf(buildIndex(partOf(['a-b'])), { relationshipTypes: ['owns'] }).map((r) => r.degree)).toEqual([0, 0]);
});

test('whatever the network, components, communities and betweenness are those of graphology', () => {
  const node = fc.integer({ min: 0, max: 24 }).map((i) => `n${String(i).padStart(2, '0')}`);
  fc.assert(
    fc.property(fc.array(fc.tuple(node, node), { minLength: 1, maxLength: 60 }), (pairs) => {
      const rows = structureOf(buildIndex(partOf(pairs.map(([a, b]) => `${a}-${b}`))), {});
      const graph = simpleGraph(pairs);
      const between = graph.size > 0 ? betweennessCentrality(graph) : undefined;
      const components = numbered(connectedComponents(graph));
      const communities = numbered(groupsOf(louvain(graph, { rng: seeded(1) })));
      for (const row of rows) {
        expect(row).toEqual({
          entity: row.entity, degree: graph.degree(row.entity), component: components.get(row.entity),
          community: communities.get(row.entity), ...(between ? { betweenness: expect.closeTo(between[row.entity]!, 12) as number } : {}),
        });
      }
    }),
    { numRuns: 500, seed: 5 },
  );
});

function simpleGraph(pairs: readonly (readonly [string, string])[]): UndirectedGraph {
  const graph = new UndirectedGraph();
  for (const id of [...new Set(pairs.flat())].sort(compareText)) graph.addNode(id);
  const ties = pairs.filter(([a, b]) => a !== b).map((pair) => [...pair].sort(compareText) as [string, string]);
  for (const [a, b] of ties.sort((x, y) => compareText(x[0], y[0]) || compareText(x[1], y[1]))) graph.mergeEdge(a, b);
  return graph;
}

function groupsOf(groupOf: Record<string, number>): string[][] {
  return [...new Set(Object.values(groupOf))].map((group) => Object.keys(groupOf).filter((id) => groupOf[id] === group));
}

/** The largest group is 0, ties by the least id. */
function numbered(groups: readonly string[][]): Map<string, number> {
  const sorted = groups.map((members) => [...members].sort(compareText)).sort((a, b) => b.length - a.length || compareText(a[0]!, b[0]!));
  return new Map(sorted.flatMap((members, number) => members.map((id) => [id, number] as const)));
}

function seeded(seed: number): () => number {
  const generator = xoroshiro128plus(seed);
  return () => (generator.next() >>> 0) / 2 ** 32;
}
