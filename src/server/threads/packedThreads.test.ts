import { mkdtempSync, writeFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { routeQuestion, type Dataset } from '../../model';
import { httpStore, MemoryStore, type GraphStore } from '../../store';
import { conformanceCase } from '../../store/testing/conformanceCase';
import { storeConformance } from '../../store/testing/conformance';
import { serve, type Serving } from '../serve';
import { datasetOfLongStructure } from '../testing/longStructure';
import { packedOnDisk } from '../testing/packedOnDisk';
import type { FromAnswering } from './messages';
import { openPackedThreads, type PackedThreads } from './packedThreads';

const app = mkdtempSync(join(tmpdir(), 'throughline-app-'));
writeFileSync(join(app, 'index.html'), '<!doctype html><head><title>app</title></head>');

/** A dataset on threads behind a server, as the command serves it. */
async function served(dataset: Dataset, threads: number, longestAnswer = 120_000): Promise<{ packed: PackedThreads; serving: Serving }> {
  const packed = await openPackedThreads(await packedOnDisk(dataset), { threads });
  const serving = await serve({ app, port: 0, questions: packed.questions, longestAnswer });
  return { packed, serving };
}

async function ended({ packed, serving }: { packed: PackedThreads; serving: Serving }): Promise<void> {
  await serving.close();
  await packed.close();
}

storeConformance('packed file on threads, over HTTP', async (dataset) => {
  const both = await served(dataset, 2);
  return Object.assign(httpStore(`${both.serving.address}/api`), { close: () => ended(both) });
});

describe('questions on threads', () => {
  let both: { packed: PackedThreads; serving: Serving };
  let dataset: Dataset;
  beforeAll(async () => {
    dataset = datasetOfLongStructure();
    both = await served(dataset, 2);
  });
  afterAll(() => ended(both));

  test('of many clients at once are answered as one store of objects answers them', async () => {
    const objects = await MemoryStore.open(dataset);
    const ask = async (store: GraphStore, i: number) => {
      const [from, to] = [`e${(i * 131) % 2900}`, `e${(i * 977 + 5) % 2900}`];
      return [
        await store.routes(routeQuestion.parse({ from, to, k: 3, maxHops: 3 })),
        await store.neighbours({ entity: from, limit: 5 }),
        await store.search({ text: `company number ${i}`, limit: 3 }),
        await store.entities({ ids: [to, from, 'nobody'] }),
        await store.owners({ entity: to, filter: {} }),
        await store.histogram({}),
      ];
    };
    const clients = Array.from({ length: 20 }, (_, i) => ask(httpStore(`${both.serving.address}/api`), i));
    const given = await Promise.all(clients);
    for (const [i, answers] of given.entries()) expect(answers).toEqual(JSON.parse(JSON.stringify(await ask(objects, i))));
  });

  test('do not keep others waiting, nor health nor the page', async () => {
    const long = new AbortController();
    let over = false;
    const store = httpStore(`${both.serving.address}/api`);
    const structure = store.structure({}, { signal: long.signal }).finally(() => (over = true));
    structure.catch(() => undefined);
    await vi.waitFor(() => expect(both.packed.figures.computing).toBe(1), { timeout: 60_000 });
    expect((await fetch(`${both.serving.address}/health`)).status).toBe(200);
    expect(await (await fetch(both.serving.address)).text()).toContain('<title>app</title>');
    expect((await store.search({ text: 'company number 77' }))[0]).toMatchObject({ id: 'e77' });
    expect(over).toBe(false);
    long.abort();
    await expect(structure).rejects.toThrow();
  });

  test('that nobody waits for any more stop in their thread', async () => {
    const stopped = new Promise<void>((resolve) => {
      for (const worker of both.packed.pool.workers)
        worker.on('message', (message: FromAnswering) => message.kind === 'stopped' && resolve());
    });
    const gone = new AbortController();
    const structure = httpStore(`${both.serving.address}/api`).structure({}, { signal: gone.signal });
    structure.catch(() => undefined);
    await vi.waitFor(() => expect(both.packed.figures.computing).toBe(1), { timeout: 60_000 });
    gone.abort(new Error('enough'));
    await expect(structure).rejects.toThrow('enough');
    await stopped;
    await vi.waitFor(() => expect(both.packed.figures.computing).toBe(0), { timeout: 60_000 });
  });

  test('whose thread ends are answered with an error that says so, and the thread is replaced', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const store = httpStore(`${both.serving.address}/api`);
    const structure = store.structure({});
    structure.catch(() => undefined);
    await vi.waitFor(() => expect(both.packed.figures.computing).toBe(1), { timeout: 60_000 });
    await Promise.all(both.packed.pool.workers.map((worker) => worker.terminate()));
    await expect(structure).rejects.toThrow(/has stopped and is replaced.*Ask again/);
    expect((await store.search({ text: 'company number 77' }))[0]).toMatchObject({ id: 'e77' });
    expect(both.packed.figures.lost).toBe(2);
    vi.restoreAllMocks();
  });
});

test('a question that takes too long is cut off, says by what, and frees its thread', async () => {
  const both = await served(datasetOfLongStructure(), 1, 300);
  const response = await fetch(`${both.serving.address}/api/structure`, { method: 'POST', body: '{}' });
  expect([response.status, await response.json()]).toEqual([
    503, { error: { name: 'DeadlineError', message: expect.stringMatching(/“structure” was cut off by the deadline of this server, 1 second/) } },
  ]);
  await vi.waitFor(() => expect(both.packed.figures.computing).toBe(0), { timeout: 60_000 });
  await ended(both);
});

test('a file that is no packed one, and one that is damaged, are refused with what is wrong', async () => {
  const path = await packedOnDisk(conformanceCase);
  const bytes = await readFile(path);
  await writeFile(path, bytes.subarray(0, bytes.length - 100));
  await expect(openPackedThreads(path, { threads: 1 })).rejects.toMatchObject({ name: 'PackedFileError', fault: 'breaks-off' });
  await writeFile(path, 'nothing of the kind');
  await expect(openPackedThreads(path, { threads: 1 })).rejects.toMatchObject({ name: 'PackedFileError' });
  await expect(openPackedThreads(`${path}-gone`, { threads: 1 })).rejects.toMatchObject({ code: 'ENOENT' });
});
