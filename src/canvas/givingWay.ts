import type { Steps } from '../drawing';

/** How long, in ms, steps are taken before the page gets its turn: less than a frame. */
const TURN = 10;

/**
 * Takes the steps of a work in tasks of about 10 ms each, so that frames and hands come between them, and tells what it
 * came to. Returns how to leave it where it is; then nothing is told any more.
 */
export function givingWay<T>(steps: Steps<T>, done: (value: T) => void): () => void {
  let next: ReturnType<typeof setTimeout>;
  const turn = () => {
    const ends = performance.now() + TURN;
    do {
      const step = steps.next();
      if (step.done) return done(step.value);
    } while (performance.now() < ends);
    next = setTimeout(turn);
  };
  next = setTimeout(turn);
  return () => clearTimeout(next);
}
