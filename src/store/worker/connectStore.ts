import { proxy, releaseProxy, wrap, type Endpoint, type Remote } from 'comlink';
import type { OnProgress } from '../../model';
import type { CallOptions, GraphStore } from '../graphStore';
import { remoteStore } from '../remoteStore';
import { restoredError, StoreFailedError } from '../storeError';
import type { Opened, Settled, StoreService } from './protocol';

/** A worker's store, and how another source is opened in it. */
export interface StoreConnection<Source, Detail, Task = never, Result = never> {
  /** Answers from what was opened last. */
  readonly store: GraphStore;
  /** Opens a source in one round trip; `part` comes with it for at most `partUpTo` entities (2000 by default). */
  open(source: Source, options?: CallOptions & { partUpTo?: number }): Promise<Opened<Detail>>;
  /** Ends the worker at once, whatever it is at: what is under way fails. For an opening that came to nothing. */
  end(): void;
  /** What `exposeStore` does there with what is open, besides answering questions. */
  work(task: Task, options?: CallOptions): Promise<Result>;
}

/** A store on the other side of a worker that `exposeStore` answers in. Closing the store ends the worker. */
export function connectStore<Source, Detail, Task = never, Result = never>(worker: Endpoint & { terminate?: () => unknown }): StoreConnection<Source, Detail, Task, Result> {
  const calls = new Calls<Source, Detail>(worker);
  return {
    store: remoteStore({
      ask: (name, asked, options) => calls.call(options, (service, call, onProgress) => service.ask(call, name, asked, onProgress)),
      close: () => calls.close(),
    }),
    open: (source, { partUpTo = 2000, ...options } = {}) => calls.call(options, (service, call, onProgress) => service.open(call, source, partUpTo, onProgress)),
    end: () => calls.end(),
    work: (task, options) => calls.call(options, (service, call, onProgress) => service.work(call, task, onProgress) as Promise<Settled<Result>>),
  };
}

/** The calls under way: each with its number, its cancellation and the chance that the worker dies first. */
class Calls<Source, Detail> {
  private readonly service: Remote<StoreService<Source, Detail>>;
  private readonly underWay = new Set<(reason: Error) => void>();
  private lost: StoreFailedError | undefined;
  private last = 0;

  constructor(private readonly worker: Endpoint & { terminate?: () => unknown }) {
    this.service = wrap<StoreService<Source, Detail>>(worker);
    const fail = (event: Event) => this.lose(`The worker that holds the data has stopped: ${(event as ErrorEvent).message ?? event.type}. Open the file again.`);
    worker.addEventListener('error', fail as EventListener);
    worker.addEventListener('messageerror', fail as EventListener);
  }

  /** Rejects with the signal's reason as soon as it is aborted, whatever the worker is at. */
  async call<T>(options: CallOptions | undefined, send: (service: StoreService<Source, Detail>, call: number, onProgress?: OnProgress) => Promise<Settled<T>>): Promise<T> {
    options?.signal?.throwIfAborted();
    if (this.lost) throw this.lost;
    const call = ++this.last;
    const answered = new AbortController();
    const settled = await new Promise<Settled<T>>((resolve, reject) => {
      this.underWay.add(reject);
      answered.signal.addEventListener('abort', () => this.underWay.delete(reject));
      options?.signal?.addEventListener('abort', () => reject(this.cancelled(call, options.signal!)), { signal: answered.signal });
      send(this.service as unknown as StoreService<Source, Detail>, call, options?.onProgress && proxy(options.onProgress)).then(resolve, reject);
    }).finally(() => answered.abort());
    if (settled.error) throw restoredError(settled.error);
    return settled.value as T;
  }

  async close(): Promise<void> {
    if (!this.lost) await this.service.close();
    this.end();
  }

  end(): void {
    this.lose('The store was closed.');
    this.service[releaseProxy]();
    this.worker.terminate?.();
  }

  private cancelled(call: number, signal: AbortSignal): Error {
    void this.service.cancel(call);
    return signal.reason as Error;
  }

  private lose(message: string): void {
    this.lost ??= new StoreFailedError(message);
    for (const reject of this.underWay) reject(this.lost);
  }
}
