import { z } from 'zod';
import { RegisterError, type RegisterReply } from '../registers';
import type { Registers } from './platform';
import { fetchFromServer } from './serverToken';

const listed = z.object({ services: z.array(z.string()) });
const reply = z.object({ status: z.number(), retryAfter: z.number().optional(), json: z.unknown().optional() });
const refused = z.object({ error: z.string() });

/** Asks registers by the page's own server; where that asks none, or there is no such server, there are none. */
export const browserRegisters: Registers = {
  async services(signal) {
    const response = await fetchFromServer('registers', { cache: 'no-store', ...(signal ? { signal } : {}) });
    const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
    return response.ok && isJson ? listed.parse(await response.json()).services : [];
  },
  async post(service, form, signal): Promise<RegisterReply> {
    const response = await fetchFromServer('registers', {
      method: 'POST', body: JSON.stringify({ service, form }), headers: { 'Content-Type': 'application/json' }, signal, cache: 'no-store',
    }).catch((error: unknown) => {
      signal.throwIfAborted();
      throw new RegisterError(`The server of this page cannot be reached (${(error as Error).message}). Check that it is running.`);
    });
    const json = (await response.json()) as unknown;
    if (response.ok) return reply.parse(json);
    throw new RegisterError(refused.safeParse(json).data?.error ?? `The server of this page answered with status ${response.status}.`);
  },
};
