import { open } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { PackedFileError, type Directory } from '../../packed';
import type { Questions } from '../servedAnswer';
import type { AnsweringData, FromOpening, OpenedFile, OpenFile, ReadNames, ThreadData } from './messages';
import { ThreadPool, type PoolFigures } from './threadPool';

/** As much may lie on the heap of a thread, in MB; the columns of the file lie outside. A question that takes more ends its thread. */
const HEAP = 2048;

/** A packed file that threads answer questions about. */
export interface PackedThreads {
  readonly directory: Directory;
  readonly questions: Questions;
  /** Whether searches are answered without waiting. */
  readonly namesRead: boolean;
  readonly pool: ThreadPool;
  readonly figures: PoolFigures;
  close(): Promise<void>;
}

interface ThreadOptions {
  /** How many threads; as many as there are processors but one, if left out. */
  readonly threads?: number | undefined;
  /** How long a thread may take to hear of a cancellation, in ms. */
  readonly hearsWithin?: number;
}

/** One processor is left to whoever passes questions and answers on. */
function defaultThreads(): number {
  return Math.max(1, availableParallelism() - 1);
}

/**
 * Opens a packed file for threads, which share its columns: another thread costs little memory. Resolves when questions can be asked;
 * searches may have to wait some more. Rejects with `PackedFileError`, and with the system's error where the file cannot be opened.
 */
export async function openPackedThreads(
  path: string, { threads = defaultThreads(), hearsWithin }: ThreadOptions = {},
): Promise<PackedThreads> {
  const handle = await open(path);
  let names: ReadNames | undefined;
  let pool: ThreadPool | undefined;
  try {
    const { size } = await handle.stat();
    const from: OpenFile = { descriptor: handle.fd, size };
    const file = await opened(from, (read) => {
      names = read;
      pool?.tell({ kind: 'names', names: read });
    });
    const start = () => thread({ role: 'answer', ...from, opened: file, ...(names ? { names } : {}) } satisfies AnsweringData);
    pool = new ThreadPool({ threads, start, ...(hearsWithin === undefined ? {} : { hearsWithin }) });
    const answering = pool;
    return {
      directory: file.file.directory, pool, questions: (...asked) => answering.ask(...asked),
      get namesRead() {
        return names !== undefined;
      },
      get figures() {
        return answering.figures;
      },
      async close() {
        await answering.close();
        await handle.close();
      },
    };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** What a thread of its own reads of a file; the names are told later. */
function opened(from: OpenFile, namesCome: (names: ReadNames) => void): Promise<OpenedFile> {
  return new Promise((resolve, reject) => {
    const worker = thread({ role: 'open', ...from });
    worker.on('message', (message: FromOpening) => {
      if (message.kind === 'file') resolve(message.opened);
      else if (message.kind === 'names') namesCome(message.names);
      else reject(new PackedFileError(message.fault, message.at, message.message));
    });
    worker.on('error', (error) => {
      reject(error);
      namesCome({ failure: `The names of this file cannot be read (${error.message}). Start the server again.` });
    });
  });
}

function thread(workerData: ThreadData): Worker {
  // The same name beside the sources and beside what is built of them.
  const entry = new URL('thread.js', import.meta.url);
  // Options of the process say how its own script is run, and what its own heap may take.
  return new Worker(entry, {
    workerData, name: `throughline-${workerData.role}`, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: HEAP },
  });
}
