import type { Ask } from '../graphStore';
import { othersTurn } from './inSlices';

/** How long, in ms, stepwise work goes on before other messages get their turn. */
const TURN = 20;

/** Runs stepwise work to its end, giving way every 20 ms; once its signal is aborted it is left, and rejects with the reason. */
export async function inTurns<T>(steps: Generator<number, T>, ask: Ask | undefined, progressOf: (step: number) => number): Promise<T> {
  ask?.signal?.throwIfAborted();
  let turnEnds = performance.now() + TURN;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() < turnEnds) continue;
    ask?.onProgress?.(progressOf(step.value));
    await othersTurn();
    ask?.signal?.throwIfAborted();
    turnEnds = performance.now() + TURN;
  }
}

/** Lets asynchronous work begin only when the work before it has ended, however it ended. */
export class OneAtATime {
  private before: Promise<unknown> = Promise.resolve();

  run<T>(work: () => Promise<T>): Promise<T> {
    const running = this.before.then(work);
    // Whoever asked hears of a failure; the next in the line only waits for the end.
    this.before = running.catch(() => undefined);
    return running;
  }
}
