import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { answer, refusal } from './answer';
import { BadRequestError, requestBody } from './requestBody';

/** Where the page asks. */
export const REGISTERS = '/registers';
/** How long a service may take, in ms, and how much it may answer, in bytes. */
const ANSWERS_WITHIN = 30_000;
const LARGEST_ANSWER = 5_000_000;

const asked = z.strictObject({
  service: z.string().max(2000), form: z.record(z.enum(['queries']), z.string().max(900_000)).or(z.strictObject({})),
});

/**
 * Passes what the page asks on to a register, and its answer back: the page's policy lets it ask its own server alone. Only services that
 * were named when the server was started are asked, at their very addresses; where they send on to another, that is not followed. Nothing
 * but the form goes out: no cookie, no referrer, no address of the page. GET lists the services; nothing is asked then.
 */
export async function askRegisters(request: IncomingMessage, response: ServerResponse, services: readonly string[]): Promise<void> {
  if (request.method === 'GET') return answer(response, 200, { services });
  if (request.method !== 'POST') return refusal(response, 405, 'Registers are asked with POST.', { Allow: 'GET, POST' });
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  try {
    const { data, error } = asked.safeParse(await requestBody(request));
    if (error) return refusal(response, 400, error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '));
    if (!services.includes(data.service))
      return refusal(response, 403, 'This server was not told to ask that service. Name it with --ask when you start it.');
    answer(response, 200, await passedOn(data.service, data.form, gone.signal));
  } catch (error) {
    if (response.destroyed) return;
    if (error instanceof BadRequestError) return refusal(response, error.status, error.message);
    refusal(response, 502, `The service cannot be reached, or its answer is not taken: ${reasonOf(error)}.`);
  }
}

async function passedOn(service: string, form: Readonly<Record<string, string>>, gone: AbortSignal) {
  const reply = await fetch(service, {
    ...(Object.keys(form).length > 0 ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    headers: { Accept: 'application/json', 'User-Agent': 'throughline' },
    redirect: 'error', referrerPolicy: 'no-referrer', credentials: 'omit', cache: 'no-store',
    signal: AbortSignal.any([gone, AbortSignal.timeout(ANSWERS_WITHIN)]),
  });
  const json = jsonOf(await textOf(reply));
  const retryAfter = Number(reply.headers.get('retry-after') ?? Number.NaN);
  return { status: reply.status, ...(Number.isFinite(retryAfter) ? { retryAfter } : {}), ...(json === undefined ? {} : { json }) };
}

/** An answer is longer than is taken. */
class LongAnswerError extends Error {
  override readonly name = 'LongAnswerError';
}

async function textOf(reply: Response): Promise<string> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of reply.body ?? []) {
    size += piece.length;
    if (size > LARGEST_ANSWER) throw new LongAnswerError(`it is longer than ${LARGEST_ANSWER} bytes`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}

function reasonOf(error: unknown): string {
  const { name, message, cause } = error as Error & { cause?: { code?: string; message?: string } };
  if (name === 'TimeoutError') return `it did not answer within ${ANSWERS_WITHIN / 1000} seconds`;
  return cause?.code ?? cause?.message ?? message;
}
