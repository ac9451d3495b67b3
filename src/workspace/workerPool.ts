import { wrap, type Remote } from 'comlink';
import { onWorkerLost } from '../store';

/**
 * One worker, and whether it is at work. A worker stays with what speaks to it:
 * comlink stops answering in a worker when the last that spoke to it is forgotten.
 */
interface Kept<Service> {
  readonly worker: Worker;
  readonly service: Remote<Service>;
  readonly lost: Promise<never>;
  busy: boolean;
}

/**
 * Workers that each do one piece of work at a time and are kept for the next. Work that is cancelled takes its worker with it, since
 * nothing interrupts a worker from outside. When a worker ends by itself, its work rejects with what `failure` gives, and the
 * next piece of work has a new one.
 */
export class WorkerPool<Service> {
  private readonly workers = new Set<Kept<Service>>();

  /** `start` makes a worker that calls `showLife`; none is made before it is needed. */
  constructor(
    private readonly start: () => Worker,
    private readonly failure: () => Error,
  ) {}

  /** What the work gives. Rejects with the signal's reason as soon as it is aborted. */
  async run<T>(work: (service: Remote<Service>) => Promise<T>, signal?: AbortSignal): Promise<T> {
    signal?.throwIfAborted();
    const kept = [...this.workers].find((one) => !one.busy) ?? this.begin();
    kept.busy = true;
    try {
      return await Promise.race([work(kept.service), kept.lost, aborted(signal)]);
    } catch (error) {
      this.end(kept);
      throw error;
    } finally {
      kept.busy = false;
    }
  }

  dispose(): void {
    for (const kept of this.workers) this.end(kept);
  }

  private begin(): Kept<Service> {
    const worker = this.start();
    const ended = new Promise<string>((resolve) => onWorkerLost(worker, resolve));
    const kept: Kept<Service> = {
      worker, service: wrap<Service>(worker), lost: ended.then((cause) => this.lose(kept, cause)), busy: false,
    };
    // Work under way hears of it; while there is none there is nobody to tell.
    kept.lost.catch(() => undefined);
    this.workers.add(kept);
    return kept;
  }

  private lose(kept: Kept<Service>, cause: string): never {
    if (this.workers.has(kept)) console.warn(`A worker has stopped: ${cause}`);
    this.end(kept);
    throw this.failure();
  }

  private end(kept: Kept<Service>): void {
    this.workers.delete(kept);
    kept.worker.terminate();
  }
}

function aborted(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true }));
}
