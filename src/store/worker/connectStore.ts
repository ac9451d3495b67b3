import { proxy, releaseProxy, wrap, type Endpoint, type Remote } from 'comlink';
import type { OnProgress } from '../../model';
import type { CallOptions, GraphStore } from '../graphStore';
import { remoteStore } from '../remoteStore';
import { restoredError, StoreFailedError, StoreLostError } from '../storeError';
import type { OpeningAnswer, Settled, StoreService } from './protocol';
import { onWorkerLost } from './workerLife';

/** A worker's store, and how another source is opened in it. */
interface StoreConnection<Source, Detail, Task = never, Result = never> {
  /** Answers from what was opened last. */
  readonly store: GraphStore;
  /** Opens a source in one round trip; `part` comes with it for at most `partUpTo` entities (2000 by default). */
  open(source: Source, options?: CallOptions & { partUpTo?: number }): Promise<OpeningAnswer<Detail>>;
  /** Ends the worker at once, whatever it is at: what is under way fails. For an opening that came to nothing. */
  end(): void;
  /** What `exposeStore` does there with what is open, besides answering questions. */
  work(task: Task, options?: CallOptions): Promise<Result>;
}

/** How long a worker may take to hear of a cancellation, in ms. Questions give way many times a second. */
const HEARS_WITHIN = 10_000;

/** The page's end of a worker. */
type WorkerEnd = Endpoint & { terminate?: () => unknown };

/**
 * A store on the other side of a worker that `exposeStore` answers in. Closing the store ends the worker. Once the worker has ended by
 * itself, or has not heard of a cancellation for `patience` ms, what is under way and whatever is asked later rejects with
 * `StoreLostError`.
 */
export function connectStore<Source, Detail, Task = never, Result = never>(
  worker: WorkerEnd, patience = HEARS_WITHIN,
): StoreConnection<Source, Detail, Task, Result> {
  const calls = new Calls<Source, Detail>(worker, patience);
  return {
    store: remoteStore({
      ask: (name, asked, options) => calls.call(options, (service, call, onProgress) => service.ask(call, name, asked, onProgress)),
      close: () => calls.close(),
    }),
    open: (source, { partUpTo = 2000, ...options } = {}) =>
      calls.call(options, (service, call, onProgress) => service.open(call, source, partUpTo, onProgress)),
    end: () => calls.end(),
    work: (task, options) =>
      calls.call(options, (service, call, onProgress) => service.work(call, task, onProgress) as Promise<Settled<Result>>),
  };
}

/** The calls under way: each with its number, its cancellation and the chance that the worker dies first. */
class Calls<Source, Detail> {
  private readonly service: Remote<StoreService<Source, Detail>>;
  private readonly underWay = new Set<(reason: Error) => void>();
  /** Why nothing is answered any more; told whether a question was under way. */
  private over: ((underWay: boolean) => Error) | undefined;
  private last = 0;

  constructor(
    private readonly worker: WorkerEnd, private readonly patience: number,
  ) {
    this.service = wrap<StoreService<Source, Detail>>(worker);
    onWorkerLost(worker, (cause) => this.lose(cause));
  }

  /** A worker that does not hear of a cancellation would let the questions after it wait for what nobody wants: it is given up. */
  private cancelled(call: number, signal: AbortSignal): Error {
    const givenUp = setTimeout(() => this.lose('it did not hear of a cancellation'), this.patience);
    void this.service.cancel(call).then(() => clearTimeout(givenUp));
    return signal.reason as Error;
  }

  private lose(cause: string): void {
    if (this.over) return;
    console.warn(`The worker that holds the data has stopped: ${cause}`);
    this.finish((underWay) => new StoreLostError(underWay));
  }

  /** Rejects with the signal's reason as soon as it is aborted, whatever the worker is at. */
  async call<T>(
    options: CallOptions | undefined,
    send: (service: StoreService<Source, Detail>, call: number, onProgress?: OnProgress) => Promise<Settled<T>>,
  ): Promise<T> {
    options?.signal?.throwIfAborted();
    if (this.over) throw this.over(false);
    const call = ++this.last;
    const answered = new AbortController();
    const settled = await new Promise<Settled<T>>((resolve, reject) => {
      this.underWay.add(reject);
      answered.signal.addEventListener('abort', () => this.underWay.delete(reject));
      options?.signal?.addEventListener('abort', () => reject(this.cancelled(call, options.signal!)), { signal: answered.signal });
      send(this.service as unknown as StoreService<Source, Detail>, call, options?.onProgress && proxy(options.onProgress)).then(
        resolve, reject,
      );
    }).finally(() => answered.abort());
    if (settled.error) throw restoredError(settled.error);
    return settled.value as T;
  }

  async close(): Promise<void> {
    if (!this.over) await Promise.race([this.service.close(), new Promise((resolve) => this.underWay.add(resolve))]);
    this.end();
  }

  end(): void {
    if (!this.over) this.finish(() => new StoreFailedError('The store was closed.'));
  }

  private finish(over: (underWay: boolean) => Error): void {
    this.over = over;
    for (const reject of this.underWay) reject(over(true));
    this.underWay.clear();
    this.service[releaseProxy]();
    this.worker.terminate?.();
  }
}
