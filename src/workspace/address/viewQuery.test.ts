import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entityTypeIds, families, relationshipTypeIds, statuses, undatedRules, type Filter, type RouteQuestion } from '../../model';
import { NO_ROUTE } from '../queries';
import { initialState } from '../initialState';
import type { WorkspaceState } from '../state';
import { queryOf, viewOf } from './viewQuery';

const id = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }).filter((s) => s !== '~');
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
const date = fc.constantFrom('2008', '2008-12', '2008-12-15');
const period = fc.oneof(date.map((d) => ({ from: d, to: d })), fc.constant({ from: '2008', to: '2016-05' }));
const defined = <T extends object>(o: T) => Object.fromEntries(Object.entries(o).filter(([, v]) => v !== undefined)) as T;
const filter: fc.Arbitrary<Filter> = fc
  .record({
    entityTypes: maybe(fc.subarray([...entityTypeIds])),
    relationshipTypes: maybe(fc.subarray([...relationshipTypeIds])),
    families: maybe(fc.subarray([...families])),
    statuses: maybe(fc.subarray([...statuses])),
    sources: maybe(fc.array(id, { maxLength: 3 })),
    withoutSources: maybe(fc.array(id, { minLength: 1, maxLength: 3 })),
    period: maybe(period),
    certainly: maybe(fc.constant(true)), undated: maybe(fc.constantFrom(...undatedRules)),
  })
  .map(defined);
const question: fc.Arbitrary<RouteQuestion> = fc
  .record({
    from: id, to: id, k: fc.integer({ min: 1, max: 1000 }), maxHops: fc.integer({ min: 1, max: 12 }),
    direction: fc.constantFrom('any', 'along'), filter, avoid: fc.array(id, { maxLength: 3 }), via: maybe(id),
    hub: maybe(fc.integer({ min: 1, max: 500 })), places: fc.boolean(), notThrough: maybe(fc.subarray([...relationshipTypeIds])),
  })
  .map(defined) as fc.Arbitrary<RouteQuestion>;

function shown(
  question: RouteQuestion, chartFilter: Filter, active: number | undefined, only: boolean, selected: string | undefined,
): WorkspaceState {
  const state = initialState();
  return {
    ...state,
    dataset: { bundled: 'a-case', description: {} as never },
    chart: { ...state.chart, filter: chartFilter },
    trace: { ...state.trace, question, active, only },
    ...(selected === undefined ? {} : { selection: { kind: 'relationship', id: selected } }),
    view: { ...state.view, mode: 'table', table: 'relationships' },
  };
}

test('a link says all of a view, and is read as it was written', () => {
  fc.assert(
    fc.property(
      question,
      filter,
      maybe(fc.integer({ min: 0, max: 900 })),
      fc.boolean(),
      maybe(id),
      (asked, chartFilter, active, only, selected) => {
        const { view, unusable } = viewOf(queryOf(shown(asked, chartFilter, active, only, selected)));
        expect(unusable).toEqual([]);
        expect(view).toEqual({
          case: 'a-case', question: asked, filter: chartFilter, only, mode: 'table', table: 'relationships',
          ...(active === undefined ? {} : { route: active }),
          ...(selected === undefined ? {} : { selection: { kind: 'relationship', id: selected } }),
        });
      },
    ),
  );
});

test('a link is readable, and leaves out what is as usual', () => {
  const { question: usual } = initialState().trace;
  const query = queryOf(
    shown(
      { ...usual, from: 'huawei', to: 'koryolink', avoid: ['panda', 'zte'] }, { period: { from: '2008', to: '2016' } }, 1, false, undefined,
    ),
  );
  expect(query).toBe('case=a-case&from=huawei&to=koryolink&route=2&avoid=panda,zte&asof=2008..2016&view=relationships');
});

test('a link of a view whose route was let go says so, and one that a person wrote without a route does not', () => {
  const state = shown({ ...initialState().trace.question, from: 'huawei', to: 'koryolink' }, {}, undefined, false, undefined);
  const answered = { ...state, trace: { ...state.trace, answer: { routes: [{}] } as never } };
  expect(queryOf(answered)).toContain('&route=none&');
  expect(viewOf(queryOf(answered)).view?.route).toBe(NO_ROUTE);
  expect(viewOf('case=a-case&from=huawei&to=koryolink').view?.route).toBeUndefined();
});

test.each([
  'case=../../etc', 'case=a-case&hops=0', 'case=a-case&asof=2009-02-30', 'case=a-case&asof=2016..2008', 'case=a-case&status=true',
  'case=a-case&select=thing:x', 'case=a-case&route=-1', 'case=a-case&families=',
])('%s has a value that is refused', (query) => {
  expect(viewOf(query).unusable).toHaveLength(1);
});

test('what no case of ours is in the address is passed over', () => {
  expect(viewOf('utm_source=x&__proto__=y')).toEqual({ unusable: [] });
});
