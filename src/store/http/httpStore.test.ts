import { expect, test } from 'vitest';
import { storeConformance } from '../testing/conformance';
import { conformanceCase } from '../testing/conformanceCase';
import { wrongByOpenApi } from '../testing/openApiAnswers';
import { MemoryStore } from '../memory';
import { StoreFailedError } from '../storeError';
import { httpStore } from './httpStore';
import { requestTable, type RequestTable } from './requestTable';

/** A fetch that a table of requests answers in this process; each answer is held to what the server says of itself. */
function fetchFrom(table: RequestTable): typeof fetch {
  return async (url, init) => {
    const path = new URL(String(url)).pathname.replace(/^\/api/, '');
    const asked: unknown = JSON.parse(String(init!.body));
    const { status, json } = await table(init!.method!, path, asked, { signal: init!.signal! });
    expect(wrongByOpenApi(path, asked, status, json)).toEqual([]);
    return Response.json(json, { status });
  };
}

const BASE = 'http://127.0.0.1/api';

storeConformance('http', async (dataset) => httpStore(BASE, { request: fetchFrom(requestTable(await MemoryStore.open(dataset))) }));

test('a question that is malformed is refused with what is wrong in it', async () => {
  const table = requestTable(await MemoryStore.open(conformanceCase));
  expect(await table('POST', '/search', { text: 5, limit: 0 })).toMatchObject({
    status: 400, json: { error: { name: 'BadQuestion', message: expect.stringContaining('text:') } },
  });
  expect(await table('POST', '/routes', { from: 'novak', to: 'ministry', k: 5000 })).toMatchObject({
    status: 400, json: { error: { message: expect.stringContaining('k:') } },
  });
  expect(await table('POST', '/routes', { from: 'novak', to: 'ministry', filter: { period: { from: 'x', to: 'y' } } })).toMatchObject({
    status: 400, json: { error: { message: expect.stringContaining('filter.period.from: not a date') } },
  });
  expect(await table('POST', '/part', { ids: 'everything' })).toMatchObject({ status: 400 });
  expect(await table('POST', '/search', null)).toMatchObject({ status: 400 });
});

test('a path, a method and an entity that are not there are told apart', async () => {
  const table = requestTable(await MemoryStore.open(conformanceCase));
  expect((await table('POST', '/secrets', {})).status).toBe(404);
  expect((await table('GET', '/describe', undefined)).status).toBe(405);
  expect(await table('POST', '/neighbours', { entity: 'nobody' })).toMatchObject({
    status: 404, json: { error: { name: 'UnknownEntityError', id: 'nobody' } },
  });
});

test('a route question without its options has the defaults', async () => {
  const table = requestTable(await MemoryStore.open(conformanceCase));
  expect(await table('POST', '/routes', { from: 'novak', to: 'ministry' })).toMatchObject({ status: 200, json: { complete: true } });
});

test('a server that is away, or answers no JSON, is a failed store', async () => {
  const away = httpStore(BASE, { request: () => Promise.reject(new TypeError('fetch failed')) });
  await expect(away.describe()).rejects.toThrow(StoreFailedError);
  const page = httpStore(BASE, { request: async () => new Response('<html>', { status: 502 }) });
  await expect(page.describe()).rejects.toThrow('502');
  const plain = httpStore(BASE, { request: async () => Response.json({ error: 'No dataset is served here.' }, { status: 404 }) });
  await expect(plain.describe()).rejects.toThrow('No dataset is served here.');
});

test('a store that others ask too neither matches nor revises', async () => {
  const store = httpStore(BASE, { request: fetchFrom(requestTable(await MemoryStore.open(conformanceCase))) });
  expect(store.matches).toBeUndefined();
  expect(store.revise).toBeUndefined();
  expect(await store.describe()).toMatchObject({ id: 'harbour' });
});
