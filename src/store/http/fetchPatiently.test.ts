import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { fetchPatiently, SilentServerError } from './fetchPatiently';
import { httpStore } from './httpStore';

const servers: Server[] = [];
afterEach(() => servers.splice(0).forEach((server) => (server.closeAllConnections(), server.close())));

/** A real server that answers so. */
async function serving(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test('a server that takes the request and never answers is waited for so long and no longer', async () => {
  const url = await serving(() => undefined);
  await expect(fetchPatiently(url, { patience: 50 })).rejects.toThrow(SilentServerError);
  await expect(httpStore(url, { patience: 50 }).describe()).rejects.toMatchObject({
    name: 'StoreFailedError', message: expect.stringMatching(/has not answered for 1 second.*ask again/),
  });
});

test('one that falls silent amid its answer is given up, in words', async () => {
  const url = await serving((_request, response) => void response.write('half of '));
  await expect(fetchPatiently(url, { patience: 50 }).then((response) => response.text())).rejects.toThrow(/has sent nothing/);
  await expect(httpStore(url, { patience: 50 }).describe()).rejects.toThrow(/has not answered/);
});

test('one that answers slowly and steadily is heard to the end', async () => {
  const url = await serving((_request, response) => {
    let sent = 0;
    const timer = setInterval(() => {
      response.write('piece ');
      if (++sent < 12) return;
      clearInterval(timer);
      response.end();
    }, 10);
  });
  // All of it takes longer than a server may be silent, however slow the machine is: the pieces come one by one.
  const response = await fetchPatiently(url, { patience: 20_000 });
  expect(await response.text()).toBe('piece '.repeat(12));
});

test('a cancellation ends the waiting at once, with its reason', async () => {
  const url = await serving((_request, response) => void response.write('half of '));
  const controller = new AbortController();
  const response = await fetchPatiently(url, { signal: controller.signal });
  const read = response.text();
  controller.abort(new Error('enough'));
  await expect(read).rejects.toThrow('enough');
});

test('an answer keeps its status and headers, and may be without a body', async () => {
  const url = await serving((request, response) => response.writeHead(request.method === 'HEAD' ? 204 : 404, { 'X-Told': 'yes' }).end());
  const [missing, head] = [await fetchPatiently(url), await fetchPatiently(url, { method: 'HEAD' })];
  expect([missing.status, missing.headers.get('X-Told'), head.status]).toEqual([404, 'yes', 204]);
});
