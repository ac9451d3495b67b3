import type {
  DatasetPart, Entity, Filter, IntermediaryAnswer, IntermediaryQuestion, NoRouteAnswer, OwnersQuestion, Relationship, RouteAnswer, RouteQuestion, Source, VenturesQuestion,
} from '../../model';
import type { EntityStructure, OwnershipAnswer, VenturesAnswer } from '../../analysis';
import type { Ask, DatasetDescription, GraphStore, NeighbourAnswer, NeighbourQuestion, SearchHit, SearchQuestion, YearCount } from '../graphStore';
import { restoredError, StoreFailedError, type PlainError } from '../storeError';

/**
 * A store behind a server that mounts `routesOf` at `base` ("/api"). Progress is not told over HTTP; cancelling
 * aborts the request. Throws `StoreFailedError` where the server does not answer or answers what it should not.
 */
export class HttpStore implements GraphStore {
  constructor(
    private readonly base: string,
    private readonly request: typeof fetch = (...args) => fetch(...args),
  ) {}

  describe(ask?: Ask): Promise<DatasetDescription> {
    return this.post('/describe', {}, ask);
  }
  search(question: SearchQuestion, ask?: Ask): Promise<SearchHit[]> {
    return this.post('/search', question, ask);
  }
  entities(ids: readonly string[], ask?: Ask): Promise<Entity[]> {
    return this.post('/entities', { ids }, ask);
  }
  relationships(ids: readonly string[], ask?: Ask): Promise<Relationship[]> {
    return this.post('/relationships', { ids }, ask);
  }
  sources(ids: readonly string[], ask?: Ask): Promise<Source[]> {
    return this.post('/sources', { ids }, ask);
  }
  part(ids: readonly string[] | 'all', ask?: Ask): Promise<DatasetPart> {
    return this.post('/part', { ids }, ask);
  }
  neighbours(question: NeighbourQuestion, ask?: Ask): Promise<NeighbourAnswer> {
    return this.post('/neighbours', question, ask);
  }
  routes(question: RouteQuestion, ask?: Ask): Promise<RouteAnswer> {
    return this.post('/routes', question, ask);
  }
  whyNoRoute(question: RouteQuestion, ask?: Ask): Promise<NoRouteAnswer> {
    return this.post('/why-no-route', question, ask);
  }
  between(question: IntermediaryQuestion, ask?: Ask): Promise<IntermediaryAnswer> {
    return this.post('/between', question, ask);
  }
  ventures(question: VenturesQuestion, ask?: Ask): Promise<VenturesAnswer> {
    return this.post('/ventures', question, ask);
  }
  owners(question: OwnersQuestion, ask?: Ask): Promise<OwnershipAnswer> {
    return this.post('/owners', question, ask);
  }
  structure(filter?: Filter, ask?: Ask): Promise<EntityStructure[]> {
    return this.post('/structure', { filter }, ask);
  }
  histogram(filter?: Filter, ask?: Ask): Promise<YearCount[]> {
    return this.post('/histogram', { filter }, ask);
  }
  /** The server stays; other pages may be asking it. */
  async close(): Promise<void> {}

  private async post<T>(path: string, question: unknown, ask?: Ask): Promise<T> {
    ask?.signal?.throwIfAborted();
    const response = await this.answered(path, question, ask?.signal);
    const json = await this.jsonOf(response, ask?.signal);
    if (!response.ok) throw errorOf(response.status, json);
    return json as T;
  }

  private async answered(path: string, question: unknown, signal: AbortSignal | undefined): Promise<Response> {
    try {
      return await this.request(`${this.base}${path}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(question),
        ...(signal ? { signal } : {}),
      });
    } catch (cause) {
      signal?.throwIfAborted();
      throw new StoreFailedError(`The server at ${this.base} does not answer. Check that it runs and ask again.`, { cause });
    }
  }

  private async jsonOf(response: Response, signal: AbortSignal | undefined): Promise<unknown> {
    try {
      return await response.json();
    } catch (cause) {
      signal?.throwIfAborted();
      throw new StoreFailedError(`The server at ${this.base} answered ${response.status} with something that is no JSON.`, { cause });
    }
  }
}

function errorOf(status: number, json: unknown): Error {
  const error = (json as { error?: PlainError | string } | null)?.error;
  if (typeof error === 'object' && error !== null) return restoredError(error);
  return new StoreFailedError(`The server answered ${status}${error === undefined ? '' : `: ${error}`}`);
}
