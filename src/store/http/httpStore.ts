import { OWN_QUESTIONS, type CallOptions, type GraphStore, type QuestionName } from '../graphStore';
import { remoteStore } from '../remoteStore';
import { restoredError, StoreFailedError, type PlainError } from '../storeError';
import { fetchPatiently, SilentServerError, type PatientInit } from './fetchPatiently';
import { pathOf } from './pathOf';

/** How long a server may take to answer, in ms: somewhat longer than ours works on a question before it gives it up. */
const LONGEST_ANSWER = 150_000;

/**
 * A store behind a server that mounts a `requestTable` at `base` ("/api"). Progress is not told over HTTP; cancelling
 * aborts the request. Closing it does nothing: other pages may be asking the server. Its questions throw `StoreFailedError`
 * where the server does not answer, not within `patience` ms, or answers what it should not. `request` stands in for `fetch`.
 */
export function httpStore(
  base: string, { patience = LONGEST_ANSWER, request }: Pick<PatientInit, 'patience' | 'request'> = {},
): GraphStore {
  const ask = async (name: QuestionName, asked: unknown, { signal }: CallOptions) => {
    signal?.throwIfAborted();
    const response = await answered(name, asked, signal);
    const json = await jsonOf(response, signal);
    if (!response.ok) throw errorOf(response.status, json);
    return json;
  };
  return remoteStore({ ask, close: async () => undefined }, OWN_QUESTIONS);

  function tooLong(cause: SilentServerError): StoreFailedError {
    const seconds = Math.max(1, Math.round(patience / 1000));
    return new StoreFailedError(
      `The server at ${base} has not answered for ${seconds} ${seconds === 1 ? 'second' : 'seconds'}. `
      + `Check that it runs and ask again, or ask less at a time.`,
      { cause },
    );
  }

  async function answered(name: QuestionName, asked: unknown, signal: AbortSignal | undefined): Promise<Response> {
    try {
      return await fetchPatiently(`${base}${pathOf(name)}`, {
        method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(asked), patience,
        ...(request ? { request } : {}), ...(signal ? { signal } : {}),
      });
    } catch (cause) {
      signal?.throwIfAborted();
      if (cause instanceof SilentServerError) throw tooLong(cause);
      throw new StoreFailedError(`The server at ${base} does not answer. Check that it runs and ask again.`, { cause });
    }
  }

  async function jsonOf(response: Response, signal: AbortSignal | undefined): Promise<unknown> {
    try {
      return await response.json();
    } catch (cause) {
      signal?.throwIfAborted();
      if (cause instanceof SilentServerError) throw tooLong(cause);
      throw new StoreFailedError(`The server at ${base} answered ${response.status} with something that is not JSON.`, { cause });
    }
  }
}

function errorOf(status: number, json: unknown): Error {
  const error = (json as { error?: PlainError | string } | null)?.error;
  if (typeof error === 'object' && error !== null) return restoredError(error);
  return new StoreFailedError(`The server answered ${status}${error === undefined ? '' : `: ${error}`}`);
}
