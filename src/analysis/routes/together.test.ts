import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundsOf, intervalBounds, type Interval, type IntervalBounds } from '../../model';
import { together } from './together';

const hops = (...intervals: Interval[][]) => intervals.map((hop) => hop.map((i) => intervalBounds(i)));

describe('whether all hops of a route held at once', () => {
  it('is certain on days on which every hop held whichever way its dates are read', () => {
    expect(together(hops([{ start: '2008', end: '2016' }], [{ start: '2010-06-01' }]))).toEqual({
      answer: 'yes', periods: [{ from: '2010-06-01', to: '2016-01-01' }],
    });
  });

  it('is certain where one hop is dated by a year all through which the other held', () => {
    expect(together(hops([{ start: '2008', end: '2008' }], [{ start: '2000', end: '2020' }]))).toEqual({
      answer: 'yes', periods: [{ from: '2008-01-01', to: '2008-12-31' }],
    });
  });

  it('is possible where dates are too coarse or absent to tell', () => {
    expect(together(hops([{ start: '2008', end: '2008' }], [{ start: '2008', end: '2008' }]))).toEqual({
      answer: 'possibly', periods: [{ from: '2008-01-01', to: '2008-12-31' }],
    });
    expect(together(hops([{}], [{ end: '2010' }]))).toEqual({ answer: 'possibly', periods: [{ to: '2010-12-31' }] });
    expect(together(hops([{}]))).toEqual({ answer: 'possibly', periods: [{}] });
  });

  it('never was where one hop had ended before another began, and says which two', () => {
    expect(together(hops([{}], [{ start: '1995', end: '1999' }], [{ start: '2001' }]))).toEqual({
      answer: 'never', periods: [], apart: [1, 2],
    });
  });

  it('counts a hop as held while any of its relationships does, and may have several periods', () => {
    const answer = together(
      hops(
        [
          { start: '2000-01-01', end: '2001-01-01' }, { start: '2005-01-01', end: '2006-01-01' },
        ],
        [{ start: '2000-06-01' }],
      ),
    );
    expect(answer).toEqual({
      answer: 'yes',
      periods: [
        { from: '2000-06-01', to: '2001-01-01' }, { from: '2005-01-01', to: '2006-01-01' },
      ],
    });
  });

  it('names no two hops where each two met but never all three', () => {
    const [a, b, c] = [
      { start: '2000-01-01', end: '2000-12-31' }, { start: '2002-01-01', end: '2002-12-31' }, { start: '2004-01-01', end: '2004-12-31' },
    ];
    expect(together(hops([a, b], [b, c], [c, a]))).toEqual({ answer: 'never', periods: [] });
  });

  it('is what trying every reading of the dates gives, where each hop is one relationship', () => {
    fc.assert(
      fc.property(fc.array(bounds.map((b) => [b]), { minLength: 1, maxLength: 4 }), (route) => {
        expect(together(route).answer).toBe(byReadings(route));
      }),
      { numRuns: 1000, seed: 3 },
    );
  });

  it('is never certain beyond what every reading bears out, and never or possible exactly as some reading has it', () => {
    fc.assert(
      fc.property(fc.array(fc.array(bounds, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 }), (route) => {
        const { answer, periods } = together(route);
        const truth = byReadings(route);
        if (answer === 'yes') expect(truth).toBe('yes');
        expect(answer === 'never').toBe(truth === 'never');
        if (answer === 'possibly')
          expect(daysOf(periods)).toEqual(
            DAYS.filter((day) => route.every((hop) => hop.some((i) => i.start.earliest <= day && day <= i.end.latest))),
          );
      }),
      { numRuns: 800, seed: 3 },
    );
  });
});

/** Days counted from 0, few enough to try all of. */
const DAYS = Array.from({ length: 7 }, (_, day) => day);
const range = fc.tuple(fc.nat(6), fc.nat(1)).map(([earliest, more]) => ({ earliest, latest: Math.min(earliest + more, 6) }));
const bounds: fc.Arbitrary<IntervalBounds> = fc
  .tuple(range, range)
  .filter(([start, end]) => start.earliest <= end.latest)
  .map(([start, end]) => ({
    start: { ...start, latest: Math.min(start.latest, end.latest) }, end: { ...end, earliest: Math.max(start.earliest, end.earliest) },
  }));

/** All that an interval's dates may mean. */
function readings({ start, end }: IntervalBounds): [number, number][] {
  return DAYS.flatMap((s) => DAYS.map((e): [number, number] => [s, e])).filter(
    ([s, e]) => s <= e && s >= start.earliest && s <= start.latest && e >= end.earliest && e <= end.latest,
  );
}

function product<T>(lists: readonly (readonly T[])[]): T[][] {
  return lists.reduce<T[][]>((all, list) => all.flatMap((head) => list.map((item) => [...head, item])), [[]]);
}

const meet = (intervals: [number, number][]) => Math.max(...intervals.map(([s]) => s)) <= Math.min(...intervals.map(([, e]) => e));

/** Yes: in every reading of all dates some day has a relationship of every hop; never: in none. */
function byReadings(route: IntervalBounds[][]): 'yes' | 'possibly' | 'never' {
  const held = product(route.flat().map(readings)).map((reading) => {
    const byHop = route.map((hop, i) => reading.slice(route.slice(0, i).flat().length).slice(0, hop.length));
    return product(byHop).some(meet);
  });
  return held.every(Boolean) ? 'yes' : held.some(Boolean) ? 'possibly' : 'never';
}

function daysOf(periods: { from?: string | undefined; to?: string | undefined }[]): number[] {
  const dayOf = (text: string) => boundsOf(text)!.earliest;
  return DAYS.filter((day) => periods.some((p) => dayOf(p.from!) <= day && day <= dayOf(p.to!)));
}
