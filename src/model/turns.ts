import type { Steps } from './steps';
import type { OnProgress } from './workDetail';

/**
 * What long work takes besides its question: a signal that cancels it, and a listener for its progress (0–1),
 * which hears what it is at where it can tell.
 */
export interface CallOptions {
  signal?: AbortSignal;
  onProgress?: OnProgress;
}

/**
 * The options of a part of some work, whose progress is that of the whole from `from` to `to` (0–1). `phase` says what it is at where the
 * part does not.
 */
export function partOfWork<O extends CallOptions>(options: O, from: number, to: number, phase?: string): O {
  const { onProgress } = options;
  if (!onProgress) return options;
  const ofWhole: OnProgress = (done, detail) => onProgress(from + done * (to - from), phase === undefined ? detail : { phase, ...detail });
  return { ...options, onProgress: ofWhole };
}

/** How long work goes on, in ms, before other messages get their turn. */
const TURN = 20;

interface TurnOptions extends CallOptions {
  /** How long a turn is, in ms; 20 by default. */
  readonly turn?: number;
}

/** The turns of a long work that awaits: it asks often whether its turn is over, and gives way where it is. */
export class Turns {
  private ends: number;

  constructor(private readonly options: { readonly turn?: number; readonly signal?: AbortSignal | undefined } = {}) {
    this.ends = this.nextEnd();
  }

  /** Whether it is time to give way. */
  get over(): boolean {
    return performance.now() >= this.ends;
  }

  /** Lets others have their turn and begins another. Rejects with the signal's reason once it is aborted. */
  async next(): Promise<void> {
    await othersTurn();
    this.options.signal?.throwIfAborted();
    this.ends = this.nextEnd();
  }

  private nextEnd(): number {
    return performance.now() + (this.options.turn ?? TURN);
  }
}

/**
 * Runs work in steps to its end, in turns; once its signal is aborted it is left, and rejects with the reason.
 * Progress is told at the end of a turn.
 */
export async function inTurns<T>(steps: Steps<T>, options: TurnOptions = {}): Promise<T> {
  options.signal?.throwIfAborted();
  const turns = new Turns(options);
  let done: number | undefined;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    done = step.value ?? done;
    if (!turns.over) continue;
    if (done !== undefined) options.onProgress?.(done);
    await turns.next();
  }
}

/** How long a turn is beside frames and hands, in ms: less than a frame. */
const FRAME = 10;

/**
 * Runs work in steps in turns that are shorter than a frame, the first of them later, and tells what it came to. Returns how to leave it;
 * then nothing is told any more.
 */
export function betweenFrames<T>(steps: Steps<T>, done: (value: T) => void): () => void {
  const leaving = new AbortController();
  const { signal } = leaving;
  const run = async () => {
    await othersTurn();
    if (!signal.aborted) done(await inTurns(steps, { turn: FRAME, signal }));
  };
  run().catch((error: unknown) => {
    if (error !== signal.reason || !signal.aborted) throw error;
  });
  return () => leaving.abort();
}

/** A task of its own, after which messages that came meanwhile have been heard. */
export function othersTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
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
