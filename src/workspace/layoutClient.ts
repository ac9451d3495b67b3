import { proxy } from 'comlink';
import type { Position } from '../model';
import type { CallOptions } from '../store';
import type { LayoutService } from './platform';
import type { LayoutTask } from './layoutTasks';
import type { LayoutWorkerService } from './layoutWorker';
import { WorkerPool } from './workerPool';

/** The worker that lays out has stopped. */
class LayoutFailedError extends Error {
  override readonly name = 'LayoutFailedError';
  constructor() {
    super(
      'The chart could not be laid out: the part of this page that does it has stopped. It may have run out of memory. '
      + 'Try again with fewer entities.',
    );
  }
}

/**
 * Runs layouts in workers that are kept for the next one. `start` makes a worker of `layoutWorker.ts`; none is made before it is needed.
 */
export function layoutClient(start: () => Worker): LayoutService {
  const workers = new WorkerPool<LayoutWorkerService>(start, () => new LayoutFailedError());
  const run = (task: LayoutTask, { signal, onProgress }: CallOptions = {}): Promise<ReadonlyMap<string, Position>> =>
    workers.run((service) => service.run(task, onProgress && proxy(onProgress)), signal);
  return {
    organic: (request, ask) => run({ kind: 'organic', request }, ask),
    route: (request, ask) => run({ kind: 'route', request }, ask),
    layered: (request, ask) => run({ kind: 'layered', request }, ask),
    asGiven: (request, ask) => run({ kind: 'asGiven', request }, ask),
    dispose: () => workers.dispose(),
  };
}
