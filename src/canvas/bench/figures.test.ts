import { expect, test } from 'vitest';
import { median, markdownTable, quantile } from './figures';

test('the median and the 95th part are figures that were measured, whatever order they came in', () => {
  const figures = [40, 10, 30, 20, 50, 60, 100, 80, 90, 70];
  expect([median(figures), quantile(figures, 0.95), quantile(figures, 0), quantile([7], 0.95)]).toEqual([50, 100, 10, 7]);
});

test('a table lines up, numbers to the right', () => {
  expect(markdownTable(['page', 'ms'], [['the app', '1.5'], ['bare', '120.0']])).toBe(
    ['| page    |    ms |', '| ------- | ----: |', '| the app |   1.5 |', '| bare    | 120.0 |'].join('\n'),
  );
});
