import fc from 'fast-check';
import { expect, test } from 'vitest';
import { routeQuestion, statuses, tiesQuestion, type Filter } from '../../model';
import { buildIndex } from '../../graph';
import { naiveRoutes } from '../testing/naiveRoutes';
import { ENTITY_IDS, randomFilter, randomPart } from '../testing/randomPart';
import { tiesAmong } from './tiesAmong';

const options = fc.record({
  parties: fc.subarray([...ENTITY_IDS], { minLength: 2 }),
  maxHops: fc.integer({ min: 1, max: 4 }),
  filter: fc.oneof(
    { weight: 3, arbitrary: fc.constant<Filter>({ statuses: [...statuses] }) },
    { weight: 1, arbitrary: fc.constant<Filter>({}) },
    { weight: 1, arbitrary: randomFilter },
  ),
  hub: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined, freq: 1 }),
  places: fc.boolean(),
  avoid: fc.subarray([...ENTITY_IDS], { maxLength: 2 }),
});

test('the tie of each pair is the first of all routes between the two, and who stands between is counted on these', () => {
  fc.assert(
    fc.property(randomPart, options, (part, { hub, ...asked }) => {
      const question = tiesQuestion.parse({ ...asked, ...(hub === undefined ? {} : { hub }) });
      const answer = tiesAmong(buildIndex(part), question);
      const pairs = question.parties.flatMap((a, i) => question.parties.slice(i + 1).map((b) => [a, b] as const));
      const routes = pairs.flatMap(([from, to]) => {
        const { parties: _, ...rest } = question;
        const [best] = naiveRoutes(part, routeQuestion.parse({ ...rest, from, to, direction: 'any' }));
        return best ? [best] : [];
      });
      const told = (list: readonly { entities: string[] }[]) => list.map(({ entities }) => entities.join(' ')).sort();
      expect(told(answer.ties)).toEqual(told(routes));
      expect(answer).toMatchObject({ pairs: pairs.length, tied: routes.length });
      for (const tie of answer.ties) {
        const route = routes.find(({ entities }) => entities.join(' ') === tie.entities.join(' '))!;
        expect(tie.hops).toBe(route.hops.length);
        expect(tie.relationships).toEqual(route.hops.map((hop) => hop.ids[0]));
        const weakest = Math.max(...route.hops.map((hop) => statuses.indexOf(hop.status)));
        expect(tie.strength).toBe(statuses[weakest]);
      }
      const inner = routes.flatMap(({ entities }) => entities.slice(1, -1)).filter((id) => !question.parties.includes(id));
      expect(answer.between.reduce((sum, { pairs: count }) => sum + count, 0)).toBe(inner.length);
      for (const { entity, pairs: count } of answer.between) expect(inner.filter((id) => id === entity)).toHaveLength(count);
    }),
    { numRuns: 200 },
  );
});
