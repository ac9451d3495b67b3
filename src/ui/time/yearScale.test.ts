import { describe, expect, it } from 'vitest';
import { periodOf, periodText, readPeriod, spanOf, startOf, ticksOf, yearAt, yearsOf } from './yearScale';

const span = { first: 1995, last: 2019 };

describe('the scale of years', () => {
  it('finds each year again at the place where it begins and just before the next', () => {
    for (let year = 1995; year <= 2019; year++) {
      expect(yearAt(span, startOf(span, year) + 1e-9)).toBe(year);
      expect(yearAt(span, startOf(span, year + 1) - 1e-9)).toBe(year);
    }
  });

  it('keeps to its ends however far the pointer goes', () => {
    expect(yearAt(span, -3)).toBe(1995);
    expect(yearAt(span, 4)).toBe(2019);
  });

  it('has no span without years', () => {
    expect(spanOf([])).toBeUndefined();
    expect(spanOf([{ year: 1999, starts: 1, ends: 0 }])).toEqual({ first: 1999, last: 1999 });
  });

  it('writes few and round years under itself', () => {
    expect(ticksOf(span)).toEqual([1995, 2000, 2005, 2010, 2015]);
    expect(ticksOf({ first: 1880, last: 2020 })).toEqual([1880, 1900, 1920, 1940, 1960, 1980, 2000, 2020]);
    expect(ticksOf({ first: 2003, last: 2003 })).toEqual([2003]);
  });
});

describe('a time as a person types it', () => {
  it.each([
    ['2008', { from: '2008', to: '2008' }],
    [' 2008-12 ', { from: '2008-12', to: '2008-12' }],
    ['2008-12-15', { from: '2008-12-15', to: '2008-12-15' }],
    ['2008–2016', { from: '2008', to: '2016' }],
    ['2008-2016', { from: '2008', to: '2016' }],
    ['2008 to 2016-03', { from: '2008', to: '2016-03' }],
    ['2008-12..2009-01', { from: '2008-12', to: '2009-01' }],
    ['2008 - 2016', { from: '2008', to: '2016' }],
  ])('%s is understood', (text, period) => {
    expect(readPeriod(text)).toEqual(period);
  });

  it.each(['', 'soon', '2008-13', '2003-02-30', '2016–2008', '2001–2002–2003', '2008–'])('%s is refused', (text) => {
    expect(readPeriod(text)).toBeUndefined();
  });

  it('covers every year that it touches', () => {
    expect(yearsOf({ from: '2008-12', to: '2009-01-03' })).toEqual({ first: 2008, last: 2009 });
    expect(yearsOf(periodOf(2016, 2008))).toEqual({ first: 2008, last: 2016 });
  });

  it('is written short where it is whole years', () => {
    expect(periodText({ from: '2009', to: '2009' })).toBe('2009');
    expect(periodText({ from: '2008', to: '2016' })).toBe('2008–2016');
    expect(periodText({ from: '2008-12', to: '2009-03' })).toBe('2008-12 – 2009-03');
  });
});
