import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomPart } from '../analysis/testing/randomPart';
import { fromGraphology, toGraphology } from './graphology';
import { buildIndex } from './indexBuilder';

describe('an index given to graphology', () => {
  it('comes back with the same entities, relationships, dates and claims', () => {
    fc.assert(
      fc.property(randomPart, (part) => {
        const index = buildIndex(part);
        const back = fromGraphology(toGraphology(index));
        expect(back.adjacency).toEqual(index.adjacency);
        part.entities.forEach((_, e) =>
          expect([back.entityIdAt(e), back.entityTypeAt(e)]).toEqual([index.entityIdAt(e), index.entityTypeAt(e)]),
        );
        part.relationships.forEach((r, i) =>
          expect([back.relationshipIdAt(i), back.relationshipTypeAt(i), back.intervalAt(i), back.parts.claims.row(i)]).toEqual([
            r.id, r.type, index.intervalAt(i), r.claims,
          ]),
        );
      }),
      { numRuns: 100, seed: 8 },
    );
  });

  it('has the relationships that a predicate admits, and all entities', () => {
    const part = {
      sources: [], entities: ['a', 'b'].map((id) => ({ id, name: id, type: 'company' as const })),
      relationships: ['r', 's'].map((id) => ({ id, type: 'owns' as const, from: 'a', to: 'b', claims: [] })),
    };
    const graph = toGraphology(buildIndex(part), (r) => r === 1);
    expect([graph.nodes(), graph.edges()]).toEqual([['a', 'b'], ['s']]);
    expect(graph.getEdgeAttributes('s')).toMatchObject({ type: 'owns', status: 'reported' });
  });
});
