/** Work in steps: after each one it may pause, or be left for good; it returns what it came to. What it gives does not depend on where it paused. */
export type Steps<T> = Generator<void, T>;

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
