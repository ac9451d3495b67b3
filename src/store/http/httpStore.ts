import type { CallOptions, GraphStore, QuestionName } from '../graphStore';
import { remoteStore } from '../remoteStore';
import { restoredError, StoreFailedError, type PlainError } from '../storeError';
import { pathOf } from './pathOf';

/**
 * A store behind a server that mounts a `requestTable` at `base` ("/api"). Progress is not told over HTTP; cancelling
 * aborts the request. Closing it does nothing: other pages may be asking the server. Its questions throw `StoreFailedError`
 * where the server does not answer or answers what it should not.
 */
export function httpStore(base: string, request: typeof fetch = (...args) => fetch(...args)): GraphStore {
  const ask = async (name: QuestionName, asked: unknown, { signal }: CallOptions) => {
    signal?.throwIfAborted();
    const response = await answered(name, asked, signal);
    const json = await jsonOf(response, signal);
    if (!response.ok) throw errorOf(response.status, json);
    return json;
  };
  return remoteStore({ ask, close: async () => undefined }, ['matches', 'revise']);

  async function answered(name: QuestionName, asked: unknown, signal: AbortSignal | undefined): Promise<Response> {
    try {
      return await request(`${base}${pathOf(name)}`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(asked), ...(signal ? { signal } : {}) });
    } catch (cause) {
      signal?.throwIfAborted();
      throw new StoreFailedError(`The server at ${base} does not answer. Check that it runs and ask again.`, { cause });
    }
  }

  async function jsonOf(response: Response, signal: AbortSignal | undefined): Promise<unknown> {
    try {
      return await response.json();
    } catch (cause) {
      signal?.throwIfAborted();
      throw new StoreFailedError(`The server at ${base} answered ${response.status} with something that is not JSON.`, { cause });
    }
  }
}

function errorOf(status: number, json: unknown): Error {
  const error = (json as { error?: PlainError | string } | null)?.error;
  if (typeof error === 'object' && error !== null) return restoredError(error);
  return new StoreFailedError(`The server answered ${status}${error === undefined ? '' : `: ${error}`}`);
}
