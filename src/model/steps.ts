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
export function* each<T, R>(items: ArrayLike<T>, make: (item: T, index: number) => R): Steps<R[]> {
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

/** Sorts in steps: pieces of a thousand, then two stretches at a time are merged. Equal items keep their order. Cost O(items log items). */
export function* sorted<T>(items: readonly T[], compare: (a: T, b: T) => number): Steps<T[]> {
  let stretches: T[][] = [];
  for (let from = 0; from < items.length; from += BATCH) {
    stretches.push(items.slice(from, from + BATCH).sort(compare));
    yield;
  }
  while (stretches.length > 1) {
    const merged: T[][] = [];
    for (let i = 0; i < stretches.length; i += 2) merged.push(yield* mergedInOrder(stretches[i]!, stretches[i + 1] ?? [], compare));
    stretches = merged;
  }
  return stretches[0] ?? [];
}

function* mergedInOrder<T>(a: readonly T[], b: readonly T[], compare: (a: T, b: T) => number): Steps<T[]> {
  const all: T[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    all.push(j === b.length || (i < a.length && compare(a[i]!, b[j]!) <= 0) ? a[i++]! : b[j++]!);
    if (all.length % BATCH === 0) yield;
  }
  return all;
}
