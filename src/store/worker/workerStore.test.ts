import { expect, test } from 'vitest';
import { DATASET_FORMAT, type Dataset } from '../../model';
import { storeConformance } from '../testing/conformance';
import { conformanceCase } from '../testing/conformanceCase';
import { FixedDataError, StoreLostError } from '../storeError';
import { type GraphStore } from '../graphStore';
import { MemoryStore } from '../memory';
import { bytesAtHand } from '../../packed';
import { openPackedStore, packDataset } from '../packed';
import { sinkInMemory } from '../testing/sinkInMemory';
import { connectStore } from './connectStore';
import { exposeStore } from './exposeStore';
import type { Opening } from './protocol';

type Source = { dataset?: Dataset };

/** Both sides of the protocol, joined by a channel as a page and its worker are. */
function connected(
  open = async ({ dataset }: Source): Promise<Opening<string>> =>
    dataset ? { store: await MemoryStore.open(dataset), detail: 'read' } : { detail: 'refused' },
) {
  const { port1, port2 } = new MessageChannel();
  const end = async () => {
    port1.close();
    port2.close();
  };
  exposeStore<Source, string>(port1, open);
  const connection = connectStore<Source, string>(Object.assign(port2, { terminate: end }));
  return { connection, end, port: port2 };
}

storeConformance('worker', async (dataset) => {
  const { connection } = connected();
  await connection.open({ dataset });
  return connection.store;
});

test('opening brings the description, a small dataset and what the opener tells in one answer', async () => {
  const { connection, end } = connected();
  const { description, part, detail } = await connection.open({ dataset: conformanceCase });
  expect(description?.entities).toBe(7);
  expect(part?.relationships).toEqual(conformanceCase.relationships);
  expect(detail).toBe('read');
  expect((await connection.open({ dataset: conformanceCase }, { partUpTo: 6 })).part).toBeUndefined();
  await end();
});

test('a source that cannot be opened leaves the dataset before it in place', async () => {
  const { connection, end } = connected();
  await expect(connection.store.describe()).rejects.toThrow('No dataset is open');
  await connection.open({ dataset: conformanceCase });
  expect(await connection.open({})).toEqual({ detail: 'refused' });
  expect((await connection.store.describe()).id).toBe('harbour');
  await end();
});

test('of two openings at once the one that was asked for last stays', async () => {
  let letFirstGo = () => {};
  const first = new Promise<void>((resolve) => (letFirstGo = resolve));
  const { connection, end } = connected(async ({ dataset }) => {
    if (dataset!.id === 'first') await first;
    return { store: await MemoryStore.open(dataset!), detail: '' };
  });
  const slow = connection.open({ dataset: { ...conformanceCase, id: 'first' } });
  await connection.open({ dataset: { ...conformanceCase, id: 'second' } });
  letFirstGo();
  await expect(slow).rejects.toThrow('Another file was opened meanwhile');
  expect((await connection.store.describe()).id).toBe('second');
  await end();
});

test('what only a store of objects is asked is refused in a sentence where the data are packed', async () => {
  const sink = sinkInMemory();
  await packDataset(conformanceCase, sink);
  const { connection, end } = connected(async () => ({ store: await openPackedStore(bytesAtHand(sink.bytes())), detail: '' }));
  await connection.open({});
  for (const name of ['matches', 'revise', 'whole', 'lint', 'claims'] as const) {
    const ask = connection.store[name] as () => Promise<unknown>;
    await expect(ask(), name).rejects.toThrow(FixedDataError);
  }
  await expect(connection.store.whole!()).rejects.toThrow(/^Data on a server are only read here.* Save /);
  await end();
});

test('a closed store answers no more', async () => {
  const { connection } = connected();
  await connection.open({ dataset: conformanceCase });
  await connection.store.close();
  await expect(connection.store.describe()).rejects.toThrow('The store was closed');
});

test('a cancelled question stops on the other side too', async () => {
  let heard: unknown;
  const slow: Partial<GraphStore> = {
    histogram: (_asked, options) =>
      new Promise((_, reject) => {
        options!.onProgress!(0.5);
        options!.signal!.addEventListener('abort', () => reject((heard = options!.signal!.reason) as Error));
      }),
    describe: async () => ({
      id: 'slow', title: 'Slow', entities: 0, relationships: 0, claims: 0, sources: 0, entityTypes: {}, relationshipTypes: {},
    }),
    part: async () => ({ entities: [], relationships: [], sources: [] }),
  };
  const { connection, end } = connected(async () => ({ store: slow as GraphStore, detail: '' }));
  await connection.open({});
  const controller = new AbortController();
  const reason = new Error('another filter');
  const onProgress = (done: number) => {
    expect(done).toBe(0.5);
    controller.abort(reason);
  };
  await expect(connection.store.histogram({ filter: {} }, { signal: controller.signal, onProgress })).rejects.toBe(reason);
  await expect.poll(() => heard).toBeDefined();
  await end();
});

test('when the worker dies what is under way is refused and says so, and so is whatever is asked later', async () => {
  const { connection, end, port } = connected(() => new Promise(() => {}));
  const opening = connection.open({ dataset: { ...conformanceCase, format: DATASET_FORMAT } });
  port.dispatchEvent(new Event('error'));
  await expect(opening).rejects.toMatchObject({
    name: 'StoreLostError', underWay: true, message: expect.stringMatching(/has stopped.*Ask again/),
  });
  await expect(connection.store.describe()).rejects.toMatchObject({ name: 'StoreLostError', underWay: false });
  await connection.store.close();
  await end();
});

test('a worker that does not hear of a cancellation is given up, and what else is under way is refused', async () => {
  const { port1, port2 } = new MessageChannel();
  // Nothing answers at the other end, as in a worker that does not give way.
  const terminated = new Promise<void>((resolve) => Object.assign(port2, { terminate: resolve }));
  const connection = connectStore<Source, string>(port2, 1);
  const other = connection.store.describe();
  const controller = new AbortController();
  const cancelled = connection.store.histogram({ filter: {} }, { signal: controller.signal });
  controller.abort(new Error('enough'));
  await expect(cancelled).rejects.toThrow('enough');
  await expect(other).rejects.toThrow(StoreLostError);
  await terminated;
  port1.close();
  port2.close();
});
