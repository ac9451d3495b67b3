import { expect, test } from 'vitest';
import { routeQuestion } from '../model';
import { disjointText, everyText, heldUnder, setText } from './betweenText';
import { asideText, fellText } from './whatIfText';

const name = (id: string) => id.toUpperCase();

test('who is on every route is said, the direct tie apart', () => {
  expect(everyText({ onEveryRoute: ['a', 'b'], direct: false }, name)).toBe('Every route passes A and B.');
  expect(everyText({ onEveryRoute: [], direct: true }, name)).toBe('Besides the direct tie, nobody is on every route.');
  expect(setText(1, false)).toBe('Without this one, no route is left.');
  expect(disjointText({ independentRoutes: 3, direct: true })).toBe('3 routes have no intermediary in common, the direct tie among them');
});

test('an answer names the filter under which it holds', () => {
  const question = routeQuestion.parse({
    from: 'a', to: 'z', avoid: ['b'], via: 'c', filter: { period: { from: '2009', to: '2009' }, withoutSources: ['s'] },
  });
  expect(heldUnder(question, name, name)).toBe(
    'Holds for routes of any length; in any direction; held as of 2009; every status but denied; without sources S; without B, '
    + 'whether or not they pass C.',
  );
});

test('what falls is counted in words', () => {
  expect(asideText(['Panda', 'ZTE'])).toBe('What if Panda and ZTE are out?');
  expect(fellText({ before: 10, remain: 7 })).toBe('3 of 10 routes are lost, 7 remain.');
  expect(fellText({ before: 1, remain: 0 })).toBe('The only route is lost.');
  expect(fellText({ before: 4, remain: 4 })).toBe('All 4 routes remain.');
  expect(fellText({ before: 0, remain: 0 })).toBe('There was no route with them either.');
});
