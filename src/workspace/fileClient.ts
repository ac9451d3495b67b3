import type { FileWorkerService } from './fileWorker';
import type { FileService } from './platform';
import { WorkerPool } from './workerPool';

/** The worker that looks at files has stopped. */
class FileLookFailedError extends Error {
  override readonly name = 'FileLookFailedError';
  constructor() {
    super(
      'The file could not be read: the part of this page that reads files has stopped. It may have run out of memory. '
      + 'Try again, or open a smaller part of the file.',
    );
  }
}

/** Looks at files in workers of their own, so that questions about what is open are answered meanwhile. */
export function fileClient(start: () => Worker): FileService {
  const workers = new WorkerPool<FileWorkerService>(start, () => new FileLookFailedError());
  return {
    look: (source, ask) => workers.run((service) => service.look(source), ask?.signal),
    count: (source, ask) => workers.run((service) => service.count(source), ask?.signal),
  };
}
