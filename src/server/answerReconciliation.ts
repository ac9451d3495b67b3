import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ReconciliationService } from '../reconciliation';
import { answer, refusal } from './answer';
import { BadRequestError, bodyText } from './requestBody';

/** Where the service is, below the address of the server. */
const RECONCILE = '/reconcile';
/** The largest form that is read, in bytes. */
const LARGEST_FORM = 2_000_000;

/** Whether a path is the service's. */
export function isReconciliation(path: string): boolean {
  return path === RECONCILE || path.startsWith(`${RECONCILE}/`);
}

interface Served {
  /** How long a question may take, in ms. */
  readonly longest: number;
  /** Whether the server itself speaks TLS. */
  readonly secure: boolean;
}

/**
 * Answers a request to the reconciliation service that may be answered (`denied`). Pages of this machine may ask from other ports, as the
 * specification has clients do: cross-origin, without credentials.
 */
export async function answerReconciliation(
  request: IncomingMessage, response: ServerResponse, path: string, service: ReconciliationService, { longest, secure }: Served,
): Promise<void> {
  const { host, origin } = request.headers;
  if (origin !== undefined) {
    response.setHeader('Access-Control-Allow-Origin', origin);
    response.setHeader('Vary', 'Origin');
  }
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const late = AbortSignal.timeout(longest);
  try {
    const form = request.method === 'POST' ? await bodyText(request, LARGEST_FORM) : '';
    const { searchParams } = new URL(request.url!, 'http://localhost');
    for (const [name, value] of new URLSearchParams(form)) searchParams.set(name, value);
    const answered = await service(
      {
        method: request.method ?? 'GET', address: `${secure ? 'https' : 'http'}://${host}${RECONCILE}`, path: path.slice(RECONCILE.length),
        parameters: searchParams,
      },
      { signal: AbortSignal.any([gone.signal, late]) },
    );
    if ('json' in answered) return answer(response, answered.status, answered.json);
    response.writeHead(answered.status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' });
    response.end(answered.text);
  } catch (error) {
    if (response.destroyed || gone.signal.aborted) return;
    if (error instanceof BadRequestError) return refusal(response, error.status, error.message);
    if (!late.aborted) throw error;
    refusal(response, 503, `The question was not answered within ${Math.ceil(longest / 1000)} seconds. Ask fewer rows at a time.`);
  }
}
