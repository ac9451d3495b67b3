import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { reconciliationService } from '../reconciliation';
import { MemoryStore, packDataset, UnknownEntityError } from '../store';
import { sinkInMemory } from '../store/testing/sinkInMemory';
import { conformanceCase } from '../store/testing/conformanceCase';
import { questionsStore } from './questionsStore';
import { serve } from './serve';
import { openPackedThreads } from './threads';

const app = mkdtempSync(join(tmpdir(), 'throughline-app-'));
writeFileSync(join(app, 'index.html'), '<!doctype html><head><title>app</title></head>');
const store = await MemoryStore.open(conformanceCase);
const serving = await serve({ app, port: 0, reconciliation: reconciliationService(store, { id: 'h', title: 'Harbour', version: '1' }) });
const without = await serve({ app, port: 0 });
afterAll(() => Promise.all([serving.close(), without.close()]));
const at = `${serving.address}/reconcile`;
const queries = JSON.stringify({ q0: { query: 'Quayside' } });

test('a form, as OpenRefine sends it, and an address are answered alike', async () => {
  const form = await fetch(at, { method: 'POST', body: new URLSearchParams({ queries }) });
  const address = await fetch(`${at}?${new URLSearchParams({ queries })}`);
  expect(await form.json()).toEqual(await address.json());
  expect(await (await fetch(at)).json()).toMatchObject({ name: 'Harbour', view: { url: `${at}/preview?id={{id}}` } });
});

test('a preview is text and nothing that a browser would run', async () => {
  const preview = await fetch(`${at}/preview?id=quayside`);
  expect(preview.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(preview.headers.get('x-content-type-options')).toBe('nosniff');
});

test('a page of this machine may ask from another port, a page of another site may not', async () => {
  const from = async (origin: string) => {
    const response = await fetch(`${at}?${new URLSearchParams({ queries })}`, { headers: { origin } });
    return [response.status, response.headers.get('access-control-allow-origin')];
  };
  expect(await from('http://127.0.0.1:3333')).toEqual([200, 'http://127.0.0.1:3333']);
  expect(await from('http://localhost:3333')).toEqual([200, 'http://localhost:3333']);
  for (const origin of ['https://evil.example', 'null', 'http://localhost.evil.example', 'http://127.0.0.1.evil.example:80'])
    expect(await from(origin)).toEqual([403, null]);
});

test('no script can be made of an answer', async () => {
  const response = await fetch(`${at}?${new URLSearchParams({ queries, callback: 'steal' })}`);
  expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
  expect(await response.text()).toMatch(/^\{/);
});

test('other parts of the server let no other page ask, and a server without the service has no such path', async () => {
  expect((await fetch(serving.address, { headers: { origin: 'http://127.0.0.1:3333' } })).status).toBe(403);
  expect((await fetch(`${without.address}/reconcile`)).status).toBe(404);
});

test('a form that is too long is refused', async () => {
  const response = await fetch(at, { method: 'POST', body: `queries=${'x'.repeat(2_000_001)}` });
  expect(response.status).toBe(413);
});

test('behind a token it asks for the token, and pages of other ports may ask nothing', async () => {
  const token = 'a-token-of-some-length';
  const guarded = await serve({ app, port: 0, token, reconciliation: reconciliationService(store, { id: 'h', title: 'H', version: '1' }) });
  try {
    const status = async (headers: Record<string, string>) => (await fetch(`${guarded.address}/reconcile`, { headers })).status;
    expect(await status({})).toBe(401);
    expect(await status({ authorization: `Bearer ${token}` })).toBe(200);
    expect(await status({ authorization: `Bearer ${token}`, origin: 'http://127.0.0.1:3333' })).toBe(403);
  } finally {
    await guarded.close();
  }
});

test('a packed file, about which threads answer, is reconciled against like any other', async () => {
  const path = join(app, 'harbour.throughline');
  const sink = sinkInMemory();
  await packDataset(conformanceCase, sink);
  writeFileSync(path, sink.bytes());
  const threads = await openPackedThreads(path, { threads: 1 });
  try {
    const service = reconciliationService(questionsStore(threads.questions), { id: 'h', title: 'H', version: '1' });
    const asked = { method: 'POST', address: 'http://localhost', path: '', parameters: new URLSearchParams({ queries }) };
    const plain = reconciliationService(store, { id: 'h', title: 'H', version: '1' });
    expect(await service(asked)).toEqual(await plain(asked));
    await expect(questionsStore(threads.questions).neighbours({ entity: 'nobody' })).rejects.toThrow(UnknownEntityError);
  } finally {
    await threads.close();
  }
});
