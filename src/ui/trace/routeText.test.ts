import { describe, expect, it } from 'vitest';
import type { Route, RouteAnswer } from '../../model';
import { countText, togetherText } from './routeText';

function route(entities: string[]): Route {
  const hops = entities.slice(1).map((to, i) => ({
    from: entities[i]!,
    to,
    status: 'reported' as const,
    relationships: [{ id: `r${i}`, type: 'owns' as const, from: entities[i]!, to, status: 'reported' as const, forward: true, sources: 1, publishers: [] }],
  }));
  return { entities, hops, length: hops.length, strength: 'reported', weakest: 0, together: { answer: 'never', periods: [] } };
}

const answer = (routes: Route[], rest: Partial<RouteAnswer> = {}): RouteAnswer => ({ from: 'a', to: 'z', routes, complete: true, excluded: { status: 0, period: 0, type: 0, source: 0 }, ...rest });

describe('the count of routes', () => {
  it('says whether there may be more', () => {
    expect(countText(answer([route(['a', 'z'])]))).toBe('1 route');
    expect(countText(answer([route(['a', 'z']), route(['a', 'b', 'z'])], { complete: false }))).toBe('2+ routes');
  });
});

describe('when the hops of a route held', () => {
  it('is said in years', () => {
    expect(togetherText({ answer: 'yes', periods: [{ from: '2008-12-31', to: '2016-01-01' }] }, 2)).toBe('all held together 2008–2016');
    expect(togetherText({ answer: 'yes', periods: [{ from: '2008-01-01', to: '2008-12-31' }, { from: '2011-01-01' }] }, 3)).toBe('all held together 2008, from 2011');
    expect(togetherText({ answer: 'possibly', periods: [{ to: '2016-12-31' }] }, 2)).toBe('possibly all together until 2016');
    expect(togetherText({ answer: 'yes', periods: [{ from: '2008-12-15' }] }, 1)).toBe('held from 2008');
    expect(togetherText({ answer: 'possibly', periods: [{}] }, 2)).toBe('possibly all together at any time');
    expect(togetherText({ answer: 'never', periods: [] }, 4)).toBe('never all at once');
  });
});
