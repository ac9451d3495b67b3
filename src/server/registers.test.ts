import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { serve, type Serving } from './serve';

const app = mkdtempSync(join(tmpdir(), 'throughline-app-'));
writeFileSync(join(app, 'index.html'), '<!doctype html><head><title>app</title></head>');

const open: { close(): unknown }[] = [];
afterEach(() => Promise.all(open.splice(0).map((one) => one.close())));

interface Received {
  readonly method: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A register of others, which writes down what reaches it. */
async function foreign(reply: { status?: number; headers?: Record<string, string>; body: string }) {
  const received: Received[] = [];
  const server: Server = createServer((request, response) => {
    let body = '';
    request.on('data', (piece: Buffer) => (body += piece.toString()));
    request.on('end', () => {
      received.push({ method: request.method, headers: request.headers, body });
      response.writeHead(reply.status ?? 200, reply.headers).end(reply.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push({ close: () => server.close() });
  return { received, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/reconcile` };
}

async function asking(registers: readonly string[]): Promise<Serving> {
  const serving = await serve({ app, port: 0, registers });
  open.push(serving);
  return serving;
}

const ask = (serving: Serving, service: string, form: object, headers: Record<string, string> = {}) =>
  fetch(`${serving.address}/registers`, {
    method: 'POST', body: JSON.stringify({ service, form }), headers: { cookie: 'secret=1', referer: 'http://secret/', ...headers },
  });

test('a server that is started with a register sends it nothing until its page asks, and then the form alone', async () => {
  const { received, address } = await foreign({ body: '{"q0":{"result":[]}}' });
  const serving = await asking([address]);
  await fetch(serving.address);
  expect(await (await fetch(`${serving.address}/registers`)).json()).toEqual({ services: [address] });
  expect(received).toEqual([]);
  const queries = '{"q0":{"query":"Huawei"}}';
  expect(await (await ask(serving, address, { queries })).json()).toEqual({ status: 200, json: { q0: { result: [] } } });
  expect(received).toMatchObject([{ method: 'POST', body: new URLSearchParams({ queries }).toString() }]);
  expect(received[0]!.headers).not.toHaveProperty('cookie');
  expect(received[0]!.headers).not.toHaveProperty('referer');
  expect(received[0]!.headers).not.toHaveProperty('origin');
});

test('no other address is asked, not even one beside it, and no page of others may ask', async () => {
  const { received, address } = await foreign({ body: '{}' });
  const serving = await asking([address]);
  expect((await ask(serving, `${address}/other`, {})).status).toBe(403);
  expect((await ask(serving, 'http://169.254.169.254/latest/meta-data', {})).status).toBe(403);
  expect((await ask(serving, address, {}, { origin: 'https://evil.example' })).status).toBe(403);
  expect((await ask(serving, address, { extend: '{}' })).status).toBe(400);
  expect(received).toEqual([]);
});

test('where a service sends on to another address, that is not followed', async () => {
  const other = await foreign({ body: '{}' });
  const { address } = await foreign({ status: 302, headers: { location: other.address }, body: '' });
  expect((await ask(await asking([address]), address, {})).status).toBe(502);
  expect(other.received).toEqual([]);
});

test('what is no JSON, too busy or not there is told', async () => {
  const page = await foreign({ body: '<html>' });
  const busy = await foreign({ status: 429, headers: { 'retry-after': '7' }, body: '{}' });
  const gone = 'http://127.0.0.1:9/reconcile';
  const serving = await asking([page.address, busy.address, gone]);
  expect(await (await ask(serving, page.address, {})).json()).toEqual({ status: 200 });
  expect(await (await ask(serving, busy.address, {})).json()).toEqual({ status: 429, retryAfter: 7, json: {} });
  const unreachable = await ask(serving, gone, {});
  expect([unreachable.status, await unreachable.json()]).toEqual([502, { error: expect.stringContaining('cannot be reached') }]);
});

test('a server that was told of no register asks none', async () => {
  const serving = await asking([]);
  expect(await (await fetch(`${serving.address}/registers`)).json()).toEqual({ services: [] });
  expect((await ask(serving, 'http://127.0.0.1:1/', {})).status).toBe(403);
});
