import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boundsOf, dayOf, isoOf, partialDate, yearOf } from './index';

describe('a partial date', () => {
  test('of a year stands for all of its days', () => {
    expect(boundsOf('2008')).toEqual({ earliest: dayOf(2008, 1, 1), latest: dayOf(2008, 12, 31) });
  });

  test('of a month ends with the last day of that month, leap years and December included', () => {
    expect(boundsOf('2008-02')).toEqual({ earliest: dayOf(2008, 2, 1), latest: dayOf(2008, 2, 29) });
    expect(boundsOf('2009-02')!.latest).toBe(dayOf(2009, 2, 28));
    expect(boundsOf('2008-12')!.latest).toBe(dayOf(2008, 12, 31));
  });

  test('of a day is that day', () => {
    expect(boundsOf('1970-01-01')).toEqual({ earliest: 0, latest: 0 });
    expect(boundsOf('1969-12-31')).toEqual({ earliest: -1, latest: -1 });
  });

  test.each([
    '2003-02-30', '2009-02-29', '2008-13', '2008-00', '2008-01-00', '08', '2008-1', '2008-12-15T00:00', ' 2008', '..', '', '2008–2009',
  ])('"%s" is none', (text) => {
    expect(boundsOf(text)).toBeUndefined();
    expect(partialDate.safeParse(text).success).toBe(false);
  });

  test('may lie in the first century or in the year 9999', () => {
    expect(isoOf(boundsOf('0079-08-24')!.earliest)).toBe('0079-08-24');
    expect(isoOf(boundsOf('9999')!.latest)).toBe('9999-12-31');
  });

  test('of any day comes back from its number', () => {
    fc.assert(fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (day) => {
      const text = isoOf(day);
      expect(boundsOf(text)).toEqual({ earliest: day, latest: day });
      expect(yearOf(day)).toBe(Number(text.slice(0, 4)));
    }));
  });

  test('of a month follows on the month before without gap or overlap', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 9998 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
      const text = (y: number, m: number) => `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}`;
      const next = month === 12 ? text(year + 1, 1) : text(year, month + 1);
      expect(boundsOf(next)!.earliest).toBe(boundsOf(text(year, month))!.latest + 1);
    }));
  });
});
