/**
 * Work in steps: after each one it may pause, or be left for good; it returns what it came to. What it gives does not depend
 * on where it paused. A step may yield how much is done, 0–1.
 */
export type Steps<T> = Generator<number | void, T>;

/** Does all steps of a work, without a pause. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Makes something of each item, a step an item, in their order. */
export function* each<T, R>(items: readonly T[], make: (item: T, index: number) => R): Steps<R[]> {
  const made: R[] = [];
  for (let i = 0; i < items.length; i++) {
    made.push(make(items[i]!, i));
    yield;
  }
  return made;
}

/** How many small pieces of work a step is made of: looking at the clock costs as much as some of them. */
const BATCH = 1000;

/** Does something for each number below `count`, a step a thousand; it tells progress from one figure to another where they are given. */
export function* eachNumber(count: number, work: (i: number) => void, progress?: readonly [from: number, to: number]): Steps<void> {
  for (let i = 0; i < count; i++) {
    if (i % BATCH === BATCH - 1) yield progress && progress[0] + ((progress[1] - progress[0]) * i) / count;
    work(i);
  }
}
