import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { routeQuestion, type DatasetPart, type RouteAnswer } from '../../model';
import { buildIndex, UnknownEntityError } from '../../graph';
import { findRoutes, SameEntityError } from './findRoutes';
import { naiveRoutes } from './naiveRoutes';
import { randomPart, randomQuestion } from './randomPart';

const shapeOf = (answer: RouteAnswer) => answer.routes.map((r) => ({ entities: r.entities, hops: r.hops.map((h) => ({ ids: h.relationships.map((x) => x.id), status: h.status })) }));

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
      { numRuns: 1500, seed: 7 },
    );
  });
});
void UnknownEntityError; void SameEntityError; void (0 as unknown as DatasetPart);
