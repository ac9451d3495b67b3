/** How long a server may send nothing, in ms. */
const SERVER_PATIENCE = 30_000;

/** A server sent nothing for too long. */
export class SilentServerError extends Error {
  override readonly name = 'SilentServerError';
  constructor(readonly url: string, patience: number) {
    super(`The server has sent nothing for ${Math.max(1, Math.round(patience / 1000))} seconds. Check that it runs, and try again.`);
  }
}

/** A server answered that it does not give what was asked for. */
export class NotFetchedError extends Error {
  override readonly name = 'NotFetchedError';
  /** `what` is not given, and `then` is what to do. */
  constructor(what: string, readonly status: number, then: string) {
    super(`${what} cannot be fetched: the server answered ${status}. ${then}`);
  }
}

/** What a request takes besides what `fetch` does; `patience` in ms. */
export interface PatientInit extends RequestInit {
  patience?: number;
  request?: typeof fetch;
}

/**
 * Fetches as `fetch` does, and waits for the answer and for each further piece of it no longer than `patience`: then the fetch, or
 * the reading of its body, rejects with `SilentServerError`. An answer that keeps coming may take as long as it will.
 */
export async function fetchPatiently(
  url: string, { patience = SERVER_PATIENCE, request = (...args) => fetch(...args), signal, ...init }: PatientInit = {},
): Promise<Response> {
  const silent = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => silent.abort(new SilentServerError(url, patience)), patience);
  };
  const over = () => clearTimeout(timer);
  signal?.addEventListener('abort', over, { once: true });
  wait();
  try {
    const response = await request(url, { ...init, signal: signal ? AbortSignal.any([signal, silent.signal]) : silent.signal });
    if (!response.body) return (over(), response);
    const watched = new TransformStream<Uint8Array, Uint8Array>({ transform: (piece, next) => (wait(), next.enqueue(piece)), flush: over });
    return new Response(response.body.pipeThrough(watched), {
      status: response.status, statusText: response.statusText, headers: response.headers,
    });
  } catch (error) {
    over();
    throw error;
  }
}
