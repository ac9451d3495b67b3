import { StoreLostError, type CallOptions, type Editing, type Revision } from '../../store';
import type { OnProgress } from '../../model';
import type { OpenStore } from '../platform';

type Call = (store: OpenStore, ask: CallOptions) => Promise<unknown>;

/**
 * A store that outlives the worker it is in. The question at which the worker ends is refused, since it may be what ended it; the next
 * one has the same source opened again by `reopen`, with what was revised and edited since, and is told the progress. A reopening
 * that nobody waits for any more is cancelled.
 */
export function lastingStore(first: OpenStore, reopen: (ask: CallOptions) => Promise<OpenStore>): OpenStore {
  const held = new Held(first, reopen);
  return new Proxy({} as OpenStore, {
    get(_, method: keyof OpenStore | 'then') {
      // A store is no promise, whatever is asked of it.
      if (method === 'then' || first[method] === undefined) return undefined;
      if (method === 'close') return () => held.close();
      const call =
        (given: unknown): Call =>
        (store, ask) =>
          (store[method] as (given: unknown, ask: CallOptions) => Promise<unknown>).call(store, given, ask);
      if (method === 'revise' || method === 'edit')
        return (given: Revision & Editing, ask: CallOptions = {}) => held.change({ method, given }, ask);
      return (given: unknown = {}, ask: CallOptions = {}) => held.ask(call(given), ask);
    },
  });
}

/** A reopening that questions wait for. */
interface Reopening {
  readonly store: Promise<OpenStore>;
  readonly waiting: Set<OnProgress>;
  readonly cancel: AbortController;
}

/** A change to what the store holds. Edits take the place of those before them. */
interface Change {
  readonly method: 'revise' | 'edit';
  readonly given: Revision & Editing;
}

class Held {
  private store: OpenStore | undefined;
  private reopening: Reopening | undefined;
  private closed = false;
  private changes: readonly Change[] = [];

  constructor(first: OpenStore, private readonly reopen: (ask: CallOptions) => Promise<OpenStore>) {
    this.store = first;
  }

  async ask(call: Call, ask: CallOptions): Promise<unknown> {
    const store = this.store ?? (await this.opened(ask));
    try {
      return await call(store, ask);
    } catch (error) {
      if (!(error instanceof StoreLostError)) throw error;
      this.lose(store);
      if (error.underWay || this.closed) throw error;
      return call(await this.opened(ask), ask);
    }
  }

  /** What was changed is put to a store that is opened anew before anything else is. */
  async change(change: Change, ask: CallOptions): Promise<void> {
    const { store } = this;
    try {
      await store?.[change.method]!(change.given, ask);
    } catch (error) {
      if (!(error instanceof StoreLostError) || this.closed) throw error;
      this.lose(store);
    }
    this.changes = [...this.changes.filter(({ method }) => method === 'revise' || change.method === 'revise'), change];
    await this.opened(ask);
  }

  async close(): Promise<void> {
    this.closed = true;
    this.reopening?.cancel.abort();
    await this.store?.close();
  }

  private lose(store: OpenStore | undefined): void {
    if (this.store === store) this.store = undefined;
  }

  private async opened({ signal, onProgress }: CallOptions): Promise<OpenStore> {
    if (this.store) return this.store;
    // Two questions may share what tells their progress; each counts as one that waits.
    const told: OnProgress = (done, detail) => onProgress?.(done, detail);
    const reopening = (this.reopening ??= this.begin(told));
    reopening.waiting.add(told);
    const gone = new AbortController();
    try {
      return await Promise.race([reopening.store, rejectedBy(signal, gone.signal)]);
    } finally {
      gone.abort();
      reopening.waiting.delete(told);
      if (reopening.waiting.size === 0) reopening.cancel.abort();
    }
  }

  private begin(first: OnProgress): Reopening {
    const cancel = new AbortController();
    const waiting = new Set([first]);
    const onProgress: OnProgress = (done, detail) => waiting.forEach((told) => told(done, detail));
    const reopening: Reopening = { store: this.anew({ signal: cancel.signal, onProgress }), waiting, cancel };
    const over = () => {
      if (this.reopening === reopening) this.reopening = undefined;
    };
    cancel.signal.addEventListener('abort', over);
    reopening.store.then(over, over);
    return reopening;
  }

  private async anew(ask: CallOptions): Promise<OpenStore> {
    const store = await this.reopen(ask);
    for (const { method, given } of this.changes) await store[method]?.(given, ask);
    if (ask.signal?.aborted || this.closed) await store.close();
    ask.signal?.throwIfAborted();
    return (this.store = store);
  }
}

function rejectedBy(signal: AbortSignal | undefined, gone: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal?.aborted) reject(signal.reason as Error);
    signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true, signal: gone });
  });
}
