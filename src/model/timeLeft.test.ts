import { expect, test } from 'vitest';
import { TimeLeft, timeLeftText } from './timeLeft';
import { workText } from './workDetail';

test('steady work is told to its end, but not in its first second', () => {
  const left = new TimeLeft(5000);
  const told = [0.5, 1, 2, 5, 9].map((s) => left.after(s / 10, 5000 + s * 1000));
  expect(told[0]).toBeUndefined();
  expect(told.slice(1).map((s) => Math.round(s!))).toEqual([9, 8, 5, 1]);
});

test('work that slows down is told so within seconds, and a pause makes no leap', () => {
  const left = new TimeLeft(0);
  for (let s = 1; s <= 5; s += 1) left.after(s / 10, s * 1000);
  const paused = left.after(0.5, 5200)!;
  expect(paused).toBeGreaterThan(5);
  expect(paused).toBeLessThan(6);
  for (let s = 6; s <= 20; s += 1) left.after(0.5 + (s - 5) / 100, s * 1000);
  expect(left.after(0.66, 21_000)!).toBeGreaterThan(25);
});

test('work that does not go forward has no end to be told', () => {
  const left = new TimeLeft(0);
  expect(left.after(0, 3000)).toBeUndefined();
});

test('what is said is no more exact than what is known', () => {
  expect([0.2, 7.4, 21, 88, 89.9, 150].map(timeLeftText)).toEqual([
    'about 1 s left', 'about 7 s left', 'about 20 s left', 'about 90 s left', 'about 90 s left', 'about 3 min left',
  ]);
});

test('how far the reading of a file is, in words', () => {
  expect(workText({ bytes: 128e6, totalBytes: 200e6, rows: 312_000 }, 21)).toBe('128 of 200 MB · 312,000 rows · about 20 s left');
  expect(workText({ bytes: 1.25e6, totalBytes: 8e6, rows: 1 })).toBe('1.3 of 8.0 MB · 1 row');
  expect(workText({ bytes: 400, totalBytes: 800 })).toBe('');
});
