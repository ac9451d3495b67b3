import { describe, expect, test } from 'vitest';
import type { Dataset } from '../../model';
import { connectStore, exposeStore, MemoryStore, StoreFailedError, type CallOptions } from '../../store';
import type { OpenStore } from '../platform';
import { begin } from '../testing/begin';
import { smallCase } from '../testing/smallCase';
import { fileOf, testPlatform } from '../testing/testPlatform';
import { lastingStore } from './lastingStore';

/** A store at the other end of a channel, as in a worker, and what ends it. `mute`: it takes questions and answers none. */
async function inWorker(dataset: Dataset = smallCase, { mute = false } = {}) {
  const { port1, port2 } = new MessageChannel();
  exposeStore(port1, async () => ({
    store: mute
      ? Object.assign(await MemoryStore.open(dataset), { entities: () => new Promise(() => undefined) })
      : await MemoryStore.open(dataset),
    detail: '',
  }));
  const terminate = () => (port1.close(), port2.close());
  const connection = connectStore(Object.assign(port2, { terminate }));
  await connection.open(undefined);
  return { store: connection.store as OpenStore, kill: () => port2.dispatchEvent(new Event('error')) };
}

const names = async (store: OpenStore, ask?: CallOptions) =>
  (await store.entities({ ids: ['panda', 'loxley'] }, ask)).map((e) => e.id).sort();

describe('a store whose worker ends', () => {
  test('refuses the question under way, and answers the next from the source opened anew, with progress', async () => {
    const first = await inWorker(smallCase, { mute: true });
    const store = lastingStore(first.store, async ({ onProgress }) => {
      onProgress!(0.5, { phase: 'Reading' });
      return (await inWorker()).store;
    });
    const underWay = names(store);
    first.kill();
    await expect(underWay).rejects.toThrow(/has stopped/);
    const told: unknown[] = [];
    expect(await names(store, { onProgress: (done, detail) => told.push([done, detail]) })).toEqual(['loxley', 'panda']);
    expect(told).toContainEqual([0.5, { phase: 'Reading' }]);
    await store.close();
  });

  test('while nobody asks is not noticed: all questions after it wait for one reopening', async () => {
    const first = await inWorker();
    let opened = 0;
    const store = lastingStore(first.store, async () => {
      opened += 1;
      return (await inWorker()).store;
    });
    first.kill();
    expect(await Promise.all([names(store), names(store), store.describe()])).toMatchObject([
      ['loxley', 'panda'], ['loxley', 'panda'], { id: 'small' },
    ]);
    expect(opened).toBe(1);
    await store.close();
  });

  test('and cannot be opened again says why, and is tried again for the question after', async () => {
    const first = await inWorker();
    const answers = [() => Promise.reject(new StoreFailedError('The file has gone.')), async () => (await inWorker()).store];
    const store = lastingStore(first.store, () => answers.shift()!());
    first.kill();
    await expect(names(store)).rejects.toThrow('The file has gone.');
    expect(await names(store)).toEqual(['loxley', 'panda']);
    await store.close();
  });

  test('is opened again with what was revised, also where it ended at a revision', async () => {
    const tie = (id: string) => ({
      add: {
        relationships: [{
          id, type: 'sameAs' as const, from: 'panda', to: 'loxley',
          claims: [{ source: smallCase.sources[0]!.id, stance: 'asserts' as const }],
        }],
        sources: [],
      },
      remove: { relationships: [], sources: [] },
    });
    const workers = [await inWorker(), await inWorker()];
    const kills = workers.map((w) => w.kill);
    const store = lastingStore(workers.shift()!.store, async () => workers.shift()!.store);
    await store.revise!(tie('one'));
    kills[0]!();
    await store.revise!(tie('two'));
    expect((await store.relationships({ ids: ['one', 'two'] })).map((r) => r.id)).toEqual(['one', 'two']);
    workers.push(await inWorker());
    kills[1]!();
    expect((await store.relationships({ ids: ['one', 'two'] })).map((r) => r.id)).toEqual(['one', 'two']);
    await store.close();
  });

  test('stops the reopening when the last question that waits for it is cancelled', async () => {
    const first = await inWorker();
    const stopped = { signal: undefined as AbortSignal | undefined };
    const store = lastingStore(first.store, ({ signal }) => {
      stopped.signal ??= signal;
      return new Promise((_, reject) => signal!.addEventListener('abort', () => reject(new Error('stopped'))));
    });
    first.kill();
    const [one, two] = [new AbortController(), new AbortController()];
    const asked = [names(store, { signal: one.signal }), names(store, { signal: two.signal })];
    await expect.poll(() => stopped.signal).toBeDefined();
    one.abort(new Error('first'));
    await expect(asked[0]).rejects.toThrow('first');
    expect(stopped.signal!.aborted).toBe(false);
    two.abort(new Error('second'));
    await expect(asked[1]).rejects.toThrow('second');
    expect(stopped.signal!.aborted).toBe(true);
    await store.close();
  });
});

test('a file that is not where it was is opened again from the copy that the browser keeps', async () => {
  const opened: Blob[] = [];
  const kills: (() => void)[] = [];
  const platform = testPlatform();
  const { openStore } = platform;
  platform.openStore = async (source, ask) => {
    const opening = await openStore(source, ask);
    if (source.kind !== 'file') return opening;
    opened.push(source.blob);
    const at = opened.length;
    // The file has moved once it was opened: reading it from there gives nothing.
    if (at === 2)
      return {
        report: {
          ...opening.report,
          issues: [{ code: 'unreadable-file', severity: 'error', at: '(file)', value: '', message: 'The file cannot be read.', hint: '' }],
        },
      };
    const { store, kill } = await inWorker();
    kills.push(kill);
    return { ...opening, opened: { ...opening.opened!, store } };
  };
  const { workspace, state } = await begin(platform);
  await workspace.run('openFile', fileOf('mine.json', JSON.stringify(smallCase)));
  const { chart } = state();
  kills[0]!();
  await workspace.run('constrain', { from: 'panda', to: 'koryolink' });
  expect(state().trace).toMatchObject({ phase: 'answered' });
  expect(state().chart.positions).toEqual(chart.positions);
  expect(opened).toHaveLength(3);
  expect(opened[1]).toBe(opened[0]);
  expect(opened[2]).not.toBe(opened[0]);
});

test('a store that is opened again has what was edited before the last reload', async () => {
  const before = await begin();
  await before.workspace.run('deleteRecord', { list: 'relationships', id: 'panda-koryolink' });
  const kills: (() => void)[] = [];
  const platform = testPlatform({ keep: before.platform.keep, reloaded: true });
  const { openStore } = platform;
  platform.openStore = async (source, ask) => {
    const opening = await openStore(source, ask);
    const { store, kill } = await inWorker();
    kills.push(kill);
    return { ...opening, opened: { ...opening.opened!, store } };
  };
  const { workspace, state } = await begin(platform);
  expect(state().edits.size).toBe(1);
  kills[0]!();
  await workspace.run('constrain', { from: 'panda', to: 'koryolink', maxHops: 1 });
  expect(kills).toHaveLength(2);
  expect(state().trace).toMatchObject({ phase: 'answered', answer: { routes: [] } });
});
