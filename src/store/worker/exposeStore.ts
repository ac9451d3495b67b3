import { expose, type Endpoint } from 'comlink';
import type { OnProgress } from '../../model';
import type { CallOptions, GraphStore, QuestionName } from '../graphStore';
import { FixedDataError, plainError, StoreFailedError } from '../storeError';
import type { OpeningAnswer, Opening, Settled, StoreService } from './protocol';
import { showLife } from './workerLife';

/**
 * Answers, in a worker, what `connectStore` asks on the page. `open` turns a source into a store; while none has been
 * opened questions fail, and a source that cannot be opened leaves the store before it in place. `work` does with what
 * is open what is no question: writing it as a file.
 */
export function exposeStore<Source, Detail, Task = never, Result = never>(
  scope: Endpoint, open: (source: Source, options: CallOptions) => Promise<Opening<Detail>>, work?: Work<Task, Result>,
): void {
  showLife(scope);
  expose(new Service(open, work as Work<unknown, unknown> | undefined), scope);
}

/** What a worker does with what is open besides answering questions. */
type Work<Task, Result> = (store: GraphStore, task: Task, options: CallOptions) => Promise<Result>;

class Service<Source, Detail> implements StoreService<Source, Detail> {
  private store: GraphStore | undefined;
  /** The call that opened it. */
  private opened = 0;
  private readonly running = new Map<number, AbortController>();

  constructor(
    private readonly opener: (source: Source, options: CallOptions) => Promise<Opening<Detail>>,
    private readonly worker?: Work<unknown, unknown>,
  ) {}

  open(call: number, source: Source, partUpTo: number, onProgress?: OnProgress): Promise<Settled<OpeningAnswer<Detail>>> {
    return this.settled(call, onProgress, async (options) => {
      const { store, detail } = await this.opener(source, options);
      if (!store) return { detail };
      await this.replace(store, call, options);
      const description = await store.describe({}, options);
      return description.entities > partUpTo
        ? { description, detail }
        : { description, part: await store.part({ ids: 'all' }, options), detail };
    });
  }

  ask(call: number, name: QuestionName, asked: unknown, onProgress?: OnProgress): Promise<Settled<unknown>> {
    return this.settled(call, onProgress, (options) => {
      if (!this.store) throw new StoreFailedError('No dataset is open.');
      // The page's side is typed by the same interface, so that the question fits its method.
      const method = this.store[name] as ((asked: unknown, options: CallOptions) => Promise<unknown>) | undefined;
      if (!method) throw new FixedDataError();
      return method.call(this.store, asked, options);
    });
  }

  work(call: number, task: unknown, onProgress?: OnProgress): Promise<Settled<unknown>> {
    return this.settled(call, onProgress, (options) => {
      if (!this.store || !this.worker)
        throw new StoreFailedError(this.store ? 'This worker does nothing but answer.' : 'No dataset is open.');
      return this.worker(this.store, task, options);
    });
  }

  cancel(call: number): void {
    this.running.get(call)?.abort();
  }

  async close(): Promise<void> {
    for (const controller of this.running.values()) controller.abort();
    await this.store?.close();
    this.store = undefined;
  }

  /** The store that was asked for last stays, though an older opening may take longer. */
  private async replace(store: GraphStore, call: number, options: CallOptions): Promise<void> {
    options.signal?.throwIfAborted();
    if (call < this.opened) throw new StoreFailedError('Another file was opened meanwhile.');
    const before = this.store;
    this.store = store;
    this.opened = call;
    await before?.close();
  }

  private async settled<T>(
    call: number, onProgress: OnProgress | undefined, work: (options: CallOptions) => Promise<T>,
  ): Promise<Settled<T>> {
    const controller = new AbortController();
    this.running.set(call, controller);
    try {
      return { value: await work({ signal: controller.signal, ...(onProgress ? { onProgress } : {}) }) };
    } catch (error) {
      return { error: plainError(error) };
    } finally {
      this.running.delete(call);
    }
  }
}
