import { proxy, releaseProxy, wrap, type Endpoint, type Remote } from 'comlink';
import type {
  DatasetPart, Entity, Filter, IntermediaryAnswer, IntermediaryQuestion, MatchAnswer, NoRouteAnswer, OnProgress, OwnersQuestion, Relationship, RouteAnswer, RouteQuestion, Source as SourceRecord, VenturesQuestion,
} from '../../model';
import type { EntityStructure, OwnershipAnswer, VenturesAnswer } from '../../analysis';
import type { Ask, DatasetDescription, GraphStore, MatchesQuestion, NeighbourAnswer, NeighbourQuestion, Revision, SearchHit, SearchQuestion, YearCount } from '../graphStore';
import { restoredError, StoreFailedError } from '../storeError';
import type { Opened, Settled, StoreMethod, StoreService } from './protocol';

/** A worker's store, and how another source is opened in it. */
export interface StoreConnection<Source, Detail, Task = never, Result = never> {
  /** Answers from what was opened last. */
  readonly store: GraphStore;
  /** Opens a source in one round trip; `part` comes with it for at most `partUpTo` entities (2000 by default). */
  open(source: Source, options?: Ask & { partUpTo?: number }): Promise<Opened<Detail>>;
  /** Ends the worker at once, whatever it is at: what is under way fails. For an opening that came to nothing. */
  end(): void;
  /** What `exposeStore` does there with what is open, besides answering questions. */
  work(task: Task, ask?: Ask): Promise<Result>;
}

/** A store on the other side of a worker that `exposeStore` answers in. Closing the store ends the worker. */
export function connectStore<Source, Detail, Task = never, Result = never>(worker: Endpoint & { terminate?: () => unknown }): StoreConnection<Source, Detail, Task, Result> {
  const calls = new Calls<Source, Detail>(worker);
  return {
    store: new WorkerStore(calls),
    open: (source, { partUpTo = 2000, ...ask } = {}) => calls.call(ask, (service, call, onProgress) => service.open(call, source, partUpTo, onProgress)),
    end: () => calls.end(),
    work: (task, ask) => calls.call(ask, (service, call, onProgress) => service.work(call, task, onProgress) as Promise<Settled<Result>>),
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
  async call<T>(ask: Ask | undefined, send: (service: StoreService<Source, Detail>, call: number, onProgress?: OnProgress) => Promise<Settled<T>>): Promise<T> {
    ask?.signal?.throwIfAborted();
    if (this.lost) throw this.lost;
    const call = ++this.last;
    const answered = new AbortController();
    const settled = await new Promise<Settled<T>>((resolve, reject) => {
      this.underWay.add(reject);
      answered.signal.addEventListener('abort', () => this.underWay.delete(reject));
      ask?.signal?.addEventListener('abort', () => reject(this.cancelled(call, ask.signal!)), { signal: answered.signal });
      send(this.service as unknown as StoreService<Source, Detail>, call, ask?.onProgress && proxy(ask.onProgress)).then(resolve, reject);
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

class WorkerStore<Source, Detail> implements GraphStore {
  constructor(private readonly calls: Calls<Source, Detail>) {}

  describe(ask?: Ask): Promise<DatasetDescription> {
    return this.ask('describe', undefined, ask);
  }
  search(question: SearchQuestion, ask?: Ask): Promise<SearchHit[]> {
    return this.ask('search', question, ask);
  }
  entities(ids: readonly string[], ask?: Ask): Promise<Entity[]> {
    return this.ask('entities', ids, ask);
  }
  relationships(ids: readonly string[], ask?: Ask): Promise<Relationship[]> {
    return this.ask('relationships', ids, ask);
  }
  sources(ids: readonly string[], ask?: Ask): Promise<SourceRecord[]> {
    return this.ask('sources', ids, ask);
  }
  part(ids: readonly string[] | 'all', ask?: Ask): Promise<DatasetPart> {
    return this.ask('part', ids, ask);
  }
  neighbours(question: NeighbourQuestion, ask?: Ask): Promise<NeighbourAnswer> {
    return this.ask('neighbours', question, ask);
  }
  routes(question: RouteQuestion, ask?: Ask): Promise<RouteAnswer> {
    return this.ask('routes', question, ask);
  }
  whyNoRoute(question: RouteQuestion, ask?: Ask): Promise<NoRouteAnswer> {
    return this.ask('whyNoRoute', question, ask);
  }
  between(question: IntermediaryQuestion, ask?: Ask): Promise<IntermediaryAnswer> {
    return this.ask('between', question, ask);
  }
  ventures(question: VenturesQuestion, ask?: Ask): Promise<VenturesAnswer> {
    return this.ask('ventures', question, ask);
  }
  owners(question: OwnersQuestion, ask?: Ask): Promise<OwnershipAnswer> {
    return this.ask('owners', question, ask);
  }
  structure(filter?: Filter, ask?: Ask): Promise<EntityStructure[]> {
    return this.ask('structure', filter, ask);
  }
  histogram(filter?: Filter, ask?: Ask): Promise<YearCount[]> {
    return this.ask('histogram', filter, ask);
  }
  matches(question: MatchesQuestion, ask?: Ask): Promise<MatchAnswer> {
    return this.ask('matches', question, ask);
  }
  revise(revision: Revision, ask?: Ask): Promise<void> {
    return this.ask('revise', revision, ask);
  }
  close(): Promise<void> {
    return this.calls.close();
  }

  private ask<T>(method: StoreMethod, question: unknown, ask?: Ask): Promise<T> {
    return this.calls.call(ask, (service, call, onProgress) => service.ask(call, method, question, onProgress) as Promise<Settled<T>>);
  }
}
