import { describe, expect, it } from 'vitest';
import type { Route, RouteAnswer } from '../model';
import { countRoutesText } from './routeFacts';

function route(entities: string[]): Route {
  const hops = entities.slice(1).map((to, i) => ({
    from: entities[i]!, to, status: 'reported' as const,
    relationships: [{
      id: `r${i}`, type: 'owns' as const, from: entities[i]!, to, status: 'reported' as const, forward: true, sources: 1, publishers: [],
    }],
  }));
  return { entities, hops, length: hops.length, strength: 'reported', weakest: 0, together: { answer: 'never', periods: [] } };
}

const answer = (routes: Route[], rest: Partial<RouteAnswer> = {}): RouteAnswer => ({
  from: 'a', to: 'z', routes, complete: true, excluded: { status: 0, period: 0, type: 0, source: 0 }, ...rest,
});

describe('the count of routes', () => {
  it('says whether there may be more', () => {
    expect(countRoutesText(answer([route(['a', 'z'])]))).toBe('1 route');
    expect(countRoutesText(answer([route(['a', 'z']), route(['a', 'b', 'z'])], { complete: false }))).toBe('2+ routes');
  });
});
