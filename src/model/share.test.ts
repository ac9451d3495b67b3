import { describe, expect, test } from 'vitest';
import { share, shareBounds, shareText } from './index';

describe('a share', () => {
  test('that is unknown lies between nothing and everything, and is not zero', () => {
    expect(shareBounds(undefined)).toEqual({ min: 0, max: 100 });
    expect(shareBounds(0)).toEqual({ min: 0, max: 0 });
  });

  test('is a figure or its bounds', () => {
    expect(shareBounds(75)).toEqual({ min: 75, max: 75 });
    expect(shareBounds({ min: 25, max: 50 })).toEqual({ min: 25, max: 50 });
  });

  test('reads as per cent, and an unknown one not at all', () => {
    expect(shareText(75)).toBe('75 %');
    expect(shareText(21.39)).toBe('21.39 %');
    expect(shareText({ min: 25, max: 50 })).toBe('25–50 %');
    expect(shareText({ min: 50, max: 50 })).toBe('50 %');
    expect(shareText(0)).toBe('0 %');
    expect(shareText(undefined)).toBe('');
  });

  test.each([-1, 100.1, Number.NaN, '75', { min: 60, max: 40 }, { min: 10 }, { min: 0, max: 101 }, { min: 0, max: 1, about: 1 }])(
    '%j is none',
    (value) => {
      expect(share.safeParse(value).success).toBe(false);
    },
  );

  test('may be nothing or everything', () => {
    expect(share.safeParse(0).success && share.safeParse(100).success).toBe(true);
  });
});
