import { expect, test } from 'vitest';
import { routeQuestion, type Relationship, type RouteAnswer, type Source } from '../../model';
import { buildIndex } from '../../graph';
import { findRoutes } from '../../analysis';
import { lostRoutes } from './lostRoutes';

const source = (id: string): Source => ({ id, title: id, publisher: id, kind: 'news' });
const tie = (id: string, from: string, to: string, ...claims: Relationship['claims']): Relationship => ({
  id, type: 'supplies', from, to, claims,
});
const sources = [source('hill'), source('times')];
const relationships = [
  tie('ab', 'a', 'b', { source: 'hill', stance: 'asserts' }, { source: 'times', stance: 'asserts' }),
  tie('bz', 'b', 'z', { source: 'times', stance: 'asserts' }),
  tie('ac', 'a', 'c', { source: 'hill', stance: 'asserts' }),
  tie('cz', 'c', 'z', { source: 'times', stance: 'asserts' }, { source: 'hill', stance: 'denies' }),
];
const entities = ['a', 'b', 'c', 'z'].map((id) => ({ id, type: 'company' as const, name: id }));
const records = {
  entities: new Map(), relationships: new Map(relationships.map((r) => [r.id, r])), sources: new Map(sources.map((s) => [s.id, s])),
};
const question = routeQuestion.parse({ from: 'a', to: 'z' });
const before: RouteAnswer = findRoutes(buildIndex({ entities, relationships, sources }), question);

test('without an entity the routes that pass it fall, and no status is another', () => {
  expect(before.routes).toHaveLength(2);
  expect(lostRoutes(before, { ...question, avoid: ['b'] }, records)).toEqual({
    before: 2, remain: 1, fell: [['a', 'b', 'z']], changed: [],
  });
});

test('without a source routes fall where nobody is left who says a hop, and the statuses that others leave are told', () => {
  expect(lostRoutes(before, { ...question, filter: { withoutSources: ['hill'] } }, records)).toEqual({
    before: 2, remain: 1, fell: [['a', 'c', 'z']],
    changed: expect.arrayContaining([
      { relationship: 'ab', before: 'confirmed', after: 'reported' }, { relationship: 'cz', before: 'disputed', after: 'reported' },
      { relationship: 'ac', before: 'reported' },
    ]) as unknown,
  });
});

test('an end of the trace that is named among those avoided takes nothing away, as in the search', () => {
  expect(lostRoutes(before, { ...question, avoid: ['a'] }, records).remain).toBe(2);
});
