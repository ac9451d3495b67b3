import { proxy, wrap, type Remote } from 'comlink';
import type { Position } from '../model';
import type { CallOptions } from '../store';
import type { LayoutService } from './platform';
import type { LayoutTask } from './layoutTasks';
import type { LayoutWorkerService } from './layoutWorker';

/** The worker that lays out has stopped. */
export class LayoutFailedError extends Error {
  override readonly name = 'LayoutFailedError';
  constructor(cause: string) {
    super(`The chart could not be laid out: ${cause}. Try again with fewer entities.`);
  }
}

/** One worker, and the layout that it runs, if any. A layout cannot be interrupted from outside, so a cancelled one takes its worker with it. */
interface Bench {
  readonly worker: Worker;
  readonly service: Remote<LayoutWorkerService>;
  readonly lost: Promise<never>;
  busy: boolean;
}

/** Runs layouts in workers that are kept for the next one. `start` makes a worker of `layoutWorker.ts`; none is made before it is needed. */
export function layoutClient(start: () => Worker): LayoutService {
  const benches = new Set<Bench>();
  const run = async (task: LayoutTask, { signal, onProgress }: CallOptions = {}): Promise<ReadonlyMap<string, Position>> => {
    signal?.throwIfAborted();
    const bench = [...benches].find((b) => !b.busy) ?? begin(start, benches);
    bench.busy = true;
    try {
      return await Promise.race([bench.service.run(task, onProgress && proxy(onProgress)), bench.lost, cancelled(signal)]);
    } catch (error) {
      close(bench, benches);
      throw error;
    } finally {
      bench.busy = false;
    }
  };
  return {
    organic: (request, ask) => run({ kind: 'organic', request }, ask),
    route: (request, ask) => run({ kind: 'route', request }, ask),
    layered: (request, ask) => run({ kind: 'layered', request }, ask),
    asGiven: (request, ask) => run({ kind: 'asGiven', request }, ask),
    dispose: () => benches.forEach((bench) => close(bench, benches)),
  };
}

function begin(start: () => Worker, benches: Set<Bench>): Bench {
  const worker = start();
  const lost = new Promise<never>((_, reject) => {
    worker.addEventListener('error', (event) => reject(new LayoutFailedError(event.message)));
    worker.addEventListener('messageerror', () => reject(new LayoutFailedError('its answer could not be read')));
  });
  // Each layout hears of it; with none under way there is nobody to tell.
  lost.catch(() => undefined);
  const bench = { worker, service: wrap<LayoutWorkerService>(worker), lost, busy: false };
  benches.add(bench);
  return bench;
}

function close(bench: Bench, benches: Set<Bench>): void {
  bench.worker.terminate();
  benches.delete(bench);
}

function cancelled(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true }));
}
