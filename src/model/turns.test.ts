import { expect, test } from 'vitest';
import { betweenFrames } from './turns';

/** Some steps of about a millisecond each, which note how often others had their turn before them. */
function* work(steps: number, turnsOfOthers: () => number): Generator<void, number[]> {
  const noted: number[] = [];
  for (let i = 0; i < steps; i++) {
    for (const ends = performance.now() + 1; performance.now() < ends; );
    noted.push(turnsOfOthers());
    yield;
  }
  return noted;
}

test('steps are taken in order, and others have their turn between them', async () => {
  let turns = 0;
  const others = setInterval(() => turns++);
  const noted = await new Promise<number[]>((resolve) => betweenFrames(work(60, () => turns), resolve));
  clearInterval(others);
  expect(noted).toHaveLength(60);
  expect(new Set(noted).size).toBeGreaterThanOrEqual(3);
});

test('nothing is done before others have their turn, nor after it is left', async () => {
  let steps = 0;
  const count = () => ++steps;
  const leave = betweenFrames(work(60, count), () => expect.unreachable('it was left'));
  expect(steps).toBe(0);
  await expect.poll(() => steps, { interval: 1 }).toBeGreaterThan(0);
  leave();
  const done = steps;
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setTimeout(resolve));
  expect(done).toBeLessThan(60);
  expect(steps).toBe(done);
});
