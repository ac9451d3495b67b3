import { UndirectedGraph } from 'graphology';
import { bidirectional } from 'graphology-shortest-path/unweighted';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { routeQuestion, type DatasetPart, type Relationship, type RouteAnswer, type RouteQuestionInput } from '../../model';
import { buildIndex, UnknownEntityError } from '../../graph';
import { heavyTailed, idOfEntity, indexHeavyTailed } from '../../graph/testing/heavyTailed';
import { findRoutes } from './findRoutes';
import { SameEntityError } from './sameEntityError';
import { naiveRoutes } from '../testing/naiveRoutes';
import { randomPart, randomQuestion } from '../testing/randomPart';

const shapeOf = (answer: RouteAnswer) =>
  answer.routes.map((r) => ({
    entities: r.entities, hops: r.hops.map((h) => ({ ids: h.relationships.map((x) => x.id), status: h.status })),
  }));
const chains = (part: DatasetPart, asked: Partial<RouteQuestionInput> = {}) =>
  findRoutes(buildIndex(part), { from: 'a', to: 'z', ...asked }).routes.map((r) => r.entities.join(' '));

type Tie = Partial<Relationship> & { from: string; to: string };

function caseOf(ties: Tie[]): DatasetPart {
  const ids = [...new Set(ties.flatMap((t) => [t.from, t.to]))];
  return {
    sources: [
      { id: 'news', title: 'n', publisher: 'The Paper', kind: 'news' },
      { id: 'other', title: 'o', publisher: 'the  paper', kind: 'news' },
      { id: 'registry', title: 'r', publisher: 'Registrar', kind: 'registry' },
    ],
    entities: ids.map((id) => ({ id, name: id, type: 'company' })),
    relationships: ties.map((t, i) => ({ id: `r${i}`, type: 'supplies', claims: [{ source: 'news', stance: 'asserts' }], ...t })),
  };
}

describe('routes', () => {
  it('are the first k of all that brute force finds, in the same order, under every option', () => {
    fc.assert(
      fc.property(randomPart, randomQuestion, (part, asked) => {
        const question = routeQuestion.parse(asked);
        const all = naiveRoutes(part, question);
        const answer = findRoutes(buildIndex(part), question);
        expect(shapeOf(answer)).toEqual(all.slice(0, question.k));
        expect(answer.complete).toBe(all.length <= question.k);
      }),
      { numRuns: 1000, seed: 7 },
    );
  });

  it('do not depend on the order in which the dataset lists things', () => {
    const shuffled = fc
      .tuple(randomPart, randomQuestion)
      .chain(([part, question]) =>
        fc.tuple(
          fc.constant(part), fc.constant(question), fc.shuffledSubarray(part.entities, { minLength: part.entities.length }),
          fc.shuffledSubarray(part.relationships, { minLength: part.relationships.length }),
        ),
      );
    fc.assert(
      fc.property(shuffled, ([part, question, entities, relationships]) => {
        expect(findRoutes(buildIndex({ ...part, entities, relationships }), question)).toEqual(findRoutes(buildIndex(part), question));
      }),
      { numRuns: 200, seed: 5 },
    );
  });

  it('are asked of one index again and again without one question disturbing the next', () => {
    fc.assert(
      fc.property(randomPart, fc.array(randomQuestion, { minLength: 2, maxLength: 8 }), (part, questions) => {
        const index = buildIndex(part);
        for (const question of questions) expect(findRoutes(index, question)).toEqual(findRoutes(buildIndex(part), question));
      }),
      { numRuns: 100, seed: 9 },
    );
  });

  it('on the example that Yen’s algorithm is taught on, with a chain for each weight, are of 5, 7, 8, 8 and 8 hops', () => {
    const weights: [string, string, number][] = [
      ['C', 'D', 3], ['C', 'E', 2], ['D', 'F', 4], ['E', 'D', 1], ['E', 'F', 2], ['E', 'G', 3], ['F', 'G', 2], ['F', 'H', 1], ['G', 'H', 2],
    ];
    const ties = weights.flatMap(([from, to, weight]) => {
      const stops = [from, ...Array.from({ length: weight - 1 }, (_, i) => `${from}${to}${i}`), to];
      return stops.slice(1).map((stop, i) => ({ from: stops[i]!, to: stop }));
    });
    const answer = findRoutes(buildIndex(caseOf(ties)), { from: 'C', to: 'H', direction: 'along', maxHops: 8 });
    const named = answer.routes.map((r) => r.entities.filter((e) => e.length === 1).join(''));
    expect(named.slice(0, 2)).toEqual(['CEFH', 'CEGH']);
    expect(named.slice(2).sort()).toEqual(['CDFH', 'CEDFH', 'CEFGH']);
    expect(answer.routes.map((r) => r.length)).toEqual([5, 7, 8, 8, 8]);
    expect(answer.complete).toBe(true);
  });

  it('are found a long way round a hub, in order, past hundreds of entities that lead nowhere', () => {
    const alleged = [{ source: 'news', stance: 'alleges' as const }];
    const wayRound = (name: string, claims?: Relationship['claims']) =>
      ['h', `${name}1`, `${name}2`, `${name}3`, 'z']
        .map((id, i, all) => ({ from: all[i - 1] ?? id, to: id, ...(claims ? { claims } : {}) }))
        .slice(1);
    const deadEnds = Array.from({ length: 400 }, (_, i) => ({ from: 'h', to: `d${i}` }));
    const part = caseOf([
      { from: 'a', to: 'h' }, { from: 'h', to: 'z' }, ...deadEnds, ...wayRound('q'), ...wayRound('p'), ...wayRound('o', alleged),
    ]);
    expect(chains(part)).toEqual(['a h z', 'a h p1 p2 p3 z', 'a h q1 q2 q3 z', 'a h o1 o2 o3 z']);
    expect(findRoutes(buildIndex(part), { from: 'a', to: 'z' }).complete).toBe(true);
  });

  it('put a weaker hop after two stronger ones of the same length, and ids last', () => {
    const denied = [{ source: 'news', stance: 'denies' as const }];
    const alleged = [{ source: 'news', stance: 'alleges' as const }];
    const part = caseOf([
      { from: 'a', to: 'b', claims: denied }, { from: 'b', to: 'z' },
      { from: 'a', to: 'c', claims: alleged }, { from: 'c', to: 'z', claims: alleged },
      { from: 'a', to: 'e' }, { from: 'e', to: 'z' },
      { from: 'a', to: 'd' }, { from: 'd', to: 'z' },
    ]);
    expect(chains(part, { filter: { statuses: ['reported', 'alleged', 'denied'] } })).toEqual(['a d z', 'a e z', 'a c z', 'a b z']);
    expect(chains(part)).toEqual(['a d z', 'a e z', 'a c z']);
  });

  it('carry in a hop all that ties its two ends, either way, with who says so', () => {
    const part = caseOf([
      { from: 'z', to: 'a' },
      {
        from: 'a',
        to: 'z',
        claims: [
          { source: 'registry', stance: 'asserts' }, { source: 'news', stance: 'asserts' }, { source: 'other', stance: 'asserts' },
        ],
      },
    ]);
    const [route] = findRoutes(buildIndex(part), { from: 'a', to: 'z' }).routes;
    expect(route!.hops[0]!.relationships).toEqual([
      {
        id: 'r1', type: 'supplies', from: 'a', to: 'z', status: 'confirmed', forward: true, sources: 3,
        publishers: ['Registrar', 'The Paper'],
      },
      { id: 'r0', type: 'supplies', from: 'z', to: 'a', status: 'reported', forward: false, sources: 1, publishers: ['The Paper'] },
    ]);
    expect(route).toMatchObject({ length: 1, strength: 'confirmed', weakest: 0 });
  });

  it('reckon a status again with sources set aside, and count publishers without them', () => {
    const part = caseOf([{
      from: 'a',
      to: 'z',
      claims: [
        { source: 'registry', stance: 'denies' }, { source: 'news', stance: 'alleges' },
      ],
    }]);
    const [route] = findRoutes(buildIndex(part), { from: 'a', to: 'z', filter: { withoutSources: ['registry'] } }).routes;
    expect(route!.hops[0]!.relationships[0]).toMatchObject({ status: 'alleged', sources: 1, publishers: ['The Paper'] });
  });

  it('leave out of the count of what is excluded the relationships at the ends that the question names', () => {
    const part: DatasetPart = caseOf([{ from: 'a', to: 'b' }, { from: 'b', to: 'z' }, { from: 'b', to: 'p' }]);
    part.entities.forEach((e) => (e.type = e.id === 'b' ? 'company' : 'person'));
    const answer = findRoutes(buildIndex(part), { from: 'a', to: 'z', filter: { entityTypes: ['company'] } });
    expect(answer.routes).toHaveLength(1);
    expect(answer.excluded).toEqual({ status: 0, period: 0, type: 1, source: 0 });
  });

  it('are refused for an entity that is not there, and from one to itself', () => {
    const index = buildIndex(caseOf([{ from: 'a', to: 'z' }]));
    expect(() => findRoutes(index, { from: 'a', to: 'nobody' })).toThrow(UnknownEntityError);
    expect(() => findRoutes(index, { from: 'a', to: 'z', avoid: ['nobody'] })).toThrow(UnknownEntityError);
    expect(() => findRoutes(index, { from: 'a', to: 'a' })).toThrow(SameEntityError);
  });
});

describe('routes in a larger, heavy-tailed dataset', () => {
  /** Large enough for nodes to share bits of a Bloom filter. */
  const made = heavyTailed(16_000, 28_000, 42);
  const index = indexHeavyTailed(made, 'ids');

  it('are as short as those that graphology finds', () => {
    const graph = new UndirectedGraph();
    for (let e = 0; e < made.entities; e++) graph.addNode(idOfEntity(e));
    made.from.forEach((from, i) => graph.mergeEdge(idOfEntity(from), idOfEntity(made.to[i]!)));
    for (let i = 0; i < 150; i++) {
      const [from, to] = [idOfEntity((i * 137) % made.entities), idOfEntity((i * 401 + 7) % made.entities)];
      if (from !== to)
        expect(findRoutes(index, { from, to, k: 1, maxHops: 12 }).routes[0]!.length).toBe(bidirectional(graph, from, to)!.length - 1);
    }
  });

  it('are distinct, and no later one comes before an earlier one', () => {
    const { routes } = findRoutes(index, { from: idOfEntity(3999), to: idOfEntity(3500), k: 300, maxHops: 12 });
    expect(routes).toHaveLength(300);
    expect(new Set(routes.map((r) => r.entities.join())).size).toBe(300);
    for (const r of routes) expect(new Set(r.entities).size).toBe(r.length + 1);
    const keys = routes.map((r) => [r.length, ...['alleged', 'reported'].map((s) => r.hops.filter((h) => h.status === s).length)]);
    const ordered = keys
      .slice(1)
      .every((key, i) => keys[i]!.every((n, at) => n <= key[at]! || keys[i]!.slice(0, at).some((m, b) => m < key[b]!)));
    expect(ordered).toBe(true);
  });
});
