import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asOf, boundsOf, heldIn, intervalBounds, isoOf, period, type Held, type Interval } from './index';

describe('"held in 2009" has three answers', () => {
  test.each<[string, Interval, Held]>([
    ['from 2008 on', { start: '2008' }, 'yes'],
    ['from 2010 on', { start: '2010' }, 'no'],
    ['from some day of 2009 on', { start: '2009-06' }, 'yes'],
    ['from 1995 to 2008', { start: '1995', end: '2008' }, 'no'],
    ['until some day of 2009', { start: '2008', end: '2009' }, 'yes'],
    ['with neither date', {}, 'possibly'],
    ['with an unknown start and no end', { end: undefined }, 'possibly'],
    ['until 2011, start unknown', { end: '2011' }, 'possibly'],
    ['until 2008, start unknown', { end: '2008' }, 'no'],
    ['until the middle of 2009, start unknown', { end: '2009-06' }, 'yes'],
    ['from 1995, end unknown', { start: '1995', end: '..' }, 'possibly'],
    ['from 2009, end unknown', { start: '2009', end: '..' }, 'yes'],
    ['from 2010, end unknown', { start: '2010', end: '..' }, 'no'],
    ['nothing known at all', { end: '..' }, 'possibly'],
    ['on one day of 2009', { start: '2009-05-28', end: '2009-05-28' }, 'yes'],
  ])('%s', (_, interval, held) => {
    expect(heldIn(interval, asOf('2009'))).toBe(held);
  });

  test('a start of "2009" is not certain on its first of March', () => {
    expect(heldIn({ start: '2009' }, asOf('2009-03-01'))).toBe('possibly');
  });

  test('a period of several years is asked day by day', () => {
    expect(heldIn({ start: '2004', end: '2005' }, { from: '2003', to: '2006' })).toBe('yes');
    expect(heldIn({ start: '2004', end: '2005' }, { from: '2006', to: '2009' })).toBe('no');
    expect(heldIn({ start: '2004', end: '2006' }, { from: '2006-02', to: '2009' })).toBe('possibly');
  });

  test('dates that contradict each other make nothing certain', () => {
    const turned = { start: '2010', end: '2008' };
    expect(heldIn(turned, asOf('2009'))).toBe('possibly');
    expect(heldIn(turned, asOf('2007'))).toBe('no');
    expect(heldIn(turned, asOf('2011'))).toBe('no');
  });
});

describe('the bounds of an interval', () => {
  test('say that nothing starts after it ended', () => {
    expect(intervalBounds({ end: '2008' }).start.latest).toBe(boundsOf('2008')!.latest);
  });

  test('say that nothing ends before it started', () => {
    expect(intervalBounds({ start: '2008', end: '..' }).end.earliest).toBe(boundsOf('2008')!.earliest);
  });

  test('leave an absent end at never', () => {
    expect(intervalBounds({ start: '2008' }).end).toEqual({ earliest: Infinity, latest: Infinity });
  });
});

describe('a period', () => {
  test('may begin and end in the same year or day', () => {
    expect(period.safeParse({ from: '2009', to: '2009' }).success).toBe(true);
    expect(period.safeParse({ from: '2009-06', to: '2009' }).success).toBe(true);
  });

  test.each([
    ['x', 'y'], ['2008', ''], ['', '2008'], ['2003-02-30', '2004'],
  ])('from "%s" to "%s" is refused in words, since an end of it is no date', (from, to) => {
    const { success, error } = period.safeParse({ from, to });
    expect([success, ...error!.issues.map((issue) => issue.message)]).toEqual([
      false, ...[from, to].filter((end) => !boundsOf(end)).map(() => expect.stringContaining('not a date')),
    ]);
  });

  test('does not end before it begins', () => {
    expect(period.safeParse({ from: '2010', to: '2009' }).error!.issues[0]!.message).toBe('the period ends before it begins');
  });
});

describe('against every way of reading the dates', () => {
  const BASE = boundsOf('2009-01-28')!.earliest;
  const HORIZON = 70;
  /** Dates of a day or a month, around a turn of months, and what may stand for an open end. */
  const date = fc.oneof(fc.integer({ min: 0, max: 50 }).map((d) => isoOf(BASE + d)), fc.constantFrom('2009-01', '2009-02', '2009-03'));
  const interval = fc.record({
    start: fc.option(date, { nil: undefined }), end: fc.option(fc.oneof(date, fc.constant('..')), { nil: undefined }),
  });

  function readings(text: string | undefined, open: number[]): number[] {
    const bounds = text === undefined || text === '..' ? undefined : boundsOf(text);
    if (!bounds) return open;
    return Array.from({ length: bounds.latest - bounds.earliest + 1 }, (_, i) => bounds.earliest + i);
  }

  function bruteForce({ start, end }: Interval, first: number, last: number): Held | undefined {
    const days = Array.from({ length: 3 * HORIZON }, (_, i) => BASE - HORIZON + i);
    const ends = end === undefined ? [Infinity] : readings(end, [...days, Infinity]);
    const answers = new Set<boolean>();
    for (const s of readings(start, [...days, Infinity])) for (const e of ends) if (s <= e) answers.add(s <= last && e >= first);
    return answers.size === 0 ? undefined : answers.size === 2 ? 'possibly' : answers.has(true) ? 'yes' : 'no';
  }

  test('the answer is yes in all, no in none, possibly in some', () => {
    fc.assert(fc.property(interval, date, date, (asked, a, b) => {
      const from = boundsOf(a)!.earliest;
      const to = boundsOf(b)!.latest;
      fc.pre(from <= to);
      const expected = bruteForce(asked, from, to);
      fc.pre(expected !== undefined);
      expect(heldIn(asked, { from: a, to: b })).toBe(expected);
    }), { numRuns: 500 });
  });
});
