import type { Ask } from '../graphStore';

/** How many records are worked on before other messages, a cancellation among them, get their turn. */
const SLICE = 200_000;

/** Works on `count` records slice by slice, tells progress, and rejects with the signal's reason once it is aborted. */
export async function inSlices(count: number, ask: Ask | undefined, work: (from: number, to: number) => void): Promise<void> {
  for (let from = 0; from < count; from += SLICE) {
    ask?.signal?.throwIfAborted();
    if (from > 0) await othersTurn();
    work(from, Math.min(from + SLICE, count));
    ask?.onProgress?.(Math.min(1, (from + SLICE) / count));
  }
  ask?.signal?.throwIfAborted();
}

/** A task of its own, after which messages that came meanwhile have been heard. */
export function othersTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
