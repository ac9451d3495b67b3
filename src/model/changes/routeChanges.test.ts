import { expect, test } from 'vitest';
import type { Route } from '../question';
import type { Status } from '../status';
import { routeChanges } from './routeChanges';

const route = (chain: string, strength: Status = 'reported'): Route => ({
  entities: [...chain], hops: [], length: chain.length - 1, strength, weakest: 0, together: { answer: 'yes', periods: [] },
});
const answer = (routes: Route[], complete = true) => ({ routes, complete });
const chains = (routes: readonly Route[]) => routes.map((r) => r.entities.join(''));

test('routes came, went and changed status', () => {
  const changes = routeChanges(
    answer([route('ab'), route('acb', 'alleged'), route('adb')]), answer([route('ab'), route('acb', 'confirmed'), route('aeb')]),
  );
  expect(chains(changes.added)).toEqual(['aeb']);
  expect(chains(changes.removed)).toEqual(['adb']);
  expect(changes.changed.map(({ before, after }) => [before.strength, after.strength])).toEqual([['alleged', 'confirmed']]);
  expect(changes.upTo).toBeUndefined();
});

test('a route that an answer may have had no room for is neither said to have come nor to have gone', () => {
  const changes = routeChanges(answer([route('acb'), route('acdb')], false), answer([route('ab'), route('acb'), route('aedb')]));
  expect(chains(changes.added)).toEqual(['ab']);
  expect(changes).toMatchObject({ removed: [], changed: [], upTo: 2 });
});
