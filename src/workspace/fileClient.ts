import { wrap, type Remote } from 'comlink';
import type { CallOptions } from '../store';
import type { FileWorkerService } from './fileWorker';
import type { FileService } from './platform';

/** The worker that looks at files has stopped. */
export class FileLookFailedError extends Error {
  override readonly name = 'FileLookFailedError';
  constructor(cause: string) {
    super(`The file could not be read: ${cause}. Try again, or open a smaller part of it.`);
  }
}

/** Looks at files in a worker of their own, so that questions about what is open are answered meanwhile. A look that is cancelled takes its worker with it. */
export function fileClient(start: () => Worker): FileService {
  // A worker stays with what speaks to it: comlink stops answering in a worker when the last that spoke to it is forgotten.
  const idle: { worker: Worker; service: Remote<FileWorkerService> }[] = [];
  const run = async <T>(work: (service: Remote<FileWorkerService>) => Promise<T>, { signal }: CallOptions = {}): Promise<T> => {
    signal?.throwIfAborted();
    const held = idle.pop() ?? begun(start());
    const { worker, service } = held;
    try {
      const answer = await Promise.race([work(service), lost(worker), cancelled(signal)]);
      idle.push(held);
      return answer;
    } catch (error) {
      worker.terminate();
      throw error;
    }
  };
  return {
    look: (source, ask) => run((service) => service.look(source), ask),
    count: (source, ask) => run((service) => service.count(source), ask),
  };
}

function begun(worker: Worker): { worker: Worker; service: Remote<FileWorkerService> } {
  return { worker, service: wrap<FileWorkerService>(worker) };
}

function lost(worker: Worker): Promise<never> {
  return new Promise((_, reject) => {
    worker.onerror = (event) => reject(new FileLookFailedError(event.message));
    worker.onmessageerror = () => reject(new FileLookFailedError('its answer could not be read'));
  });
}

function cancelled(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true }));
}
