import { expect, test } from 'vitest';
import { put } from '../../model';
import { writeDataset } from '../../formats';
import { begin } from '../testing/begin';
import { smallCase } from '../testing/smallCase';
import { fileOf, testPlatform, TestTabs, type TestPlatform } from '../testing/testPlatform';
import { keptWork, writtenWork } from './keptWork';

const file = (title: string) => fileOf(`${title}.json`, writeDataset({ ...smallCase, id: title, title }));

/** A browser: its tabs share what is kept, and know which of them are open. */
function browser() {
  const { keep, settings } = testPlatform();
  const open = new Set<string>();
  const tabs = new TestTabs();
  // A tab that is open answers, however long that takes.
  const wait = (_ms: number, signal?: AbortSignal) =>
    new Promise<void>((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error)));
  const tab = async (id: string, over: Partial<TestPlatform> = {}, from?: string) => {
    open.add(id);
    const begun = await begin(testPlatform({ keep, settings, tabs: tabs.tab(id, () => [...open], from), ...over }));
    const close = async () => {
      open.delete(id);
      begun.platform.leave();
      begun.workspace.dispose();
      await new Promise((r) => setImmediate(r));
    };
    const titles = async () => (await begun.workspace.earlierWork()).map((w) => w.title);
    return { ...begun, close, titles, title: () => begun.state().dataset?.description.title };
  };
  const sources = () => [...keep.values.keys()].filter((key) => key.startsWith('source-'));
  /** A tab that the browser put to sleep: it hears nothing. */
  const asleep = (id: string) => tab(id, { tabs: { ...tabs.tab(id, () => [...open]), onSaid: () => () => undefined } });
  return { tab, asleep, keep, settings, sources, wait };
}

test('two tabs keep their work apart, and each goes on with its own after a reload', async () => {
  const { tab } = browser();
  const [a, b] = [await tab('a'), await tab('b')];
  await a.workspace.run('openFile', file('Mine'));
  await a.workspace.run('hide', 'panda');
  await b.workspace.run('openFile', file('Yours'));
  await b.workspace.run('hide', 'loxley');
  await a.close();
  await b.close();
  const [a2, b2] = [await tab('a', { reloaded: true }), await tab('b', { reloaded: true })];
  expect([a2.title(), [...a2.state().chart.hidden]]).toEqual(['Mine', ['panda']]);
  expect([b2.title(), [...b2.state().chart.hidden]]).toEqual(['Yours', ['loxley']]);
});

test('a new tab opens with the latest work, and offers that of the others', async () => {
  const { tab } = browser();
  const [a, b] = [await tab('a'), await tab('b')];
  await a.workspace.run('openFile', file('Mine'));
  await b.workspace.run('openFile', file('Yours'));
  await a.close();
  const c = await tab('c');
  expect(c.title()).toBe('Yours');
  const offered = await c.workspace.earlierWork();
  expect(offered.map((w) => [w.title, w.inTab])).toEqual(
    expect.arrayContaining([
      ['Yours', true], ['Mine', false], ['A small case', false],
    ]),
  );
  await c.workspace.run('reopen', offered.find((w) => w.title === 'Mine')!.key);
  expect(c.title()).toBe('Mine');
  expect(await c.titles()).not.toContain('Mine');
  await b.close();
  expect((await tab('b', { reloaded: true })).title()).toBe('Yours');
});

test('a duplicated tab goes on from the tab that it was copied from, and both keep their work', async () => {
  const { tab } = browser();
  const a = await tab('a');
  await a.workspace.run('openFile', file('Mine'));
  const b = await tab('b');
  await b.workspace.run('openFile', file('Yours'));
  const copy = await tab('c', {}, 'a');
  expect(copy.title()).toBe('Mine');
  await copy.workspace.run('hide', 'panda');
  await a.workspace.run('hide', 'loxley');
  await copy.close();
  await a.close();
  expect([...(await tab('c', { reloaded: true })).state().chart.hidden]).toEqual(['panda']);
  expect([...(await tab('a', { reloaded: true })).state().chart.hidden]).toEqual(['loxley']);
});

const harbour = put('entities', { id: 'harbour', type: 'company', name: 'Harbour' });
const quay = put('entities', { id: 'quay', type: 'company', name: 'Quay' });
const pier = put('entities', { id: 'pier', type: 'company', name: 'Pier' });
const entered = (one: { state: () => { edits: ReadonlyMap<string, unknown> } }) => [...one.state().edits.keys()].sort();

test('a second tab on a case looks at it, and takes it over with all that was done in the first, and back', async () => {
  const { tab, wait } = browser();
  const a = await tab('a', { wait });
  await a.workspace.run('putRecord', harbour);
  await expect.poll(() => a.state().kept?.phase).toBe('kept');
  const b = await tab('b', { wait });
  expect([a.state().elsewhere, b.state().elsewhere, entered(b)]).toEqual([undefined, true, ['entities/harbour']]);
  expect(b.state().notices.at(-1)).toMatchObject({
    text: expect.stringContaining('is worked on in another tab') as string, action: { label: 'Work here', command: 'workHere' },
  });
  await b.workspace.run('putRecord', pier);
  expect(entered(b)).toEqual(['entities/harbour']);
  expect(b.state().notices.at(-1)!.text).toContain('so nothing was changed here');
  await b.workspace.run('move', { positions: new Map([['panda', { x: 1, y: 2 }]]) });
  expect(b.state().chart.positions.get('panda')).toEqual({ x: 1, y: 2 });

  void a.workspace.run('putRecord', quay);
  await b.workspace.run('workHere');
  expect([entered(b), b.state().elsewhere, a.state().elsewhere]).toEqual([['entities/harbour', 'entities/quay'], undefined, true]);
  expect(b.state().notices.filter((n) => n.action?.command === 'workHere')).toEqual([]);
  await a.workspace.run('undo');
  await a.workspace.run('putRecord', pier);
  expect(entered(a)).toEqual(['entities/harbour', 'entities/quay']);
  await b.workspace.run('putRecord', pier);
  await a.workspace.run('workHere');
  expect(entered(a)).toEqual(['entities/harbour', 'entities/pier', 'entities/quay']);
  expect([a.state().elsewhere, b.state().elsewhere]).toEqual([undefined, true]);
});

test('a tab that lost its case to another finds what was done there after a reload, and the case is listed once', async () => {
  const { tab, wait } = browser();
  const a = await tab('a', { wait });
  await a.workspace.run('putRecord', harbour);
  const b = await tab('b', { wait });
  await b.workspace.run('workHere');
  await b.workspace.run('putRecord', quay);
  await expect.poll(() => b.state().kept?.phase).toBe('kept');
  await b.close();
  await a.workspace.run('hide', 'panda');
  await a.close();
  const again = await tab('a', { wait, reloaded: true });
  expect([entered(again), again.state().elsewhere, await again.titles()]).toEqual([['entities/harbour', 'entities/quay'], undefined, []]);
});

test('a tab that does not answer loses its case and none of its edits, which it kept one by one', async () => {
  const { tab, asleep } = browser();
  const a = await asleep('a');
  await a.workspace.run('putRecord', harbour);
  await expect.poll(() => a.state().kept?.phase).toBe('kept');
  const b = await tab('b');
  expect(b.state().elsewhere).toBe(true);
  await b.workspace.run('workHere');
  expect([entered(b), b.state().elsewhere]).toEqual([['entities/harbour'], undefined]);
});

test('what comes along is looked at in two tabs, and is the tab’s that edits it first', async () => {
  const { tab } = browser();
  const [a, b] = [await tab('a'), await tab('b')];
  expect([a.state().elsewhere, b.state().elsewhere]).toEqual([undefined, undefined]);
  await b.workspace.run('putRecord', harbour);
  await expect.poll(() => a.state().elsewhere).toBe(true);
  await a.workspace.run('newCase', 'Mine');
  expect(a.state().elsewhere).toBeUndefined();
  await a.workspace.run('putRecord', quay);
  expect([entered(a), entered(b)]).toEqual([['entities/quay'], ['entities/harbour']]);
});

test('ten levels of earlier work can be opened again with their files; older files are let go', async () => {
  const { tab, sources } = browser();
  const { workspace, state, titles } = await tab('a');
  for (let i = 1; i <= 13; i++) await workspace.run('openFile', file(`File ${i}`));
  expect(await titles()).toEqual(Array.from({ length: 10 }, (_, i) => `File ${12 - i}`));
  expect(sources()).toHaveLength(11);
  for (const { key, title } of await workspace.earlierWork()) {
    await workspace.run('reopen', key);
    expect(state().dataset?.description.title).toBe(title);
  }
});

test('the file of a tab that is open is never let go, however much another tab opens', async () => {
  const { tab } = browser();
  const a = await tab('a');
  await a.workspace.run('openFile', file('Mine'));
  const b = await tab('b');
  for (let i = 1; i <= 13; i++) await b.workspace.run('openFile', file(`File ${i}`));
  await a.close();
  expect((await tab('a', { reloaded: true })).title()).toBe('Mine');
});

test('what two tabs put down as they were left is there again in both', async () => {
  const { tab, keep } = browser();
  let left = false;
  const slow = { ...keep, set: async (key: string, value: unknown) => (left ? new Promise<void>(() => undefined) : keep.set(key, value)) };
  const [a, b] = [await tab('a', { keep: slow }), await tab('b', { keep: slow })];
  left = true;
  await a.workspace.run('hide', 'panda');
  await b.workspace.run('hide', 'loxley');
  await a.close();
  await b.close();
  expect([...(await tab('a', { reloaded: true })).state().chart.hidden]).toEqual(['panda']);
  expect([...(await tab('b', { reloaded: true })).state().chart.hidden]).toEqual(['loxley']);
});

test('work that an earlier version kept opens, and the work before it is offered', async () => {
  const { tab, keep, settings } = browser();
  const a = await tab('a');
  await a.workspace.run('openFile', file('Mine'));
  await a.workspace.run('hide', 'panda');
  await a.close();
  const works = [...keep.values].filter(([key]) => key.startsWith('work/'));
  for (const [key, value] of works) {
    const { at: _at, ...written } = writtenWork(keptWork.parse(value));
    keep.values.delete(key);
    keep.values.set(written.title === 'Mine' ? 'work' : 'work-before', written);
  }
  for (const key of settings.keys()) if (key.startsWith('work-left')) settings.delete(key);
  const b = await tab('b');
  expect([b.title(), [...b.state().chart.hidden]]).toEqual(['Mine', ['panda']]);
  expect(await b.titles()).toEqual(['A small case']);
  expect(keep.values.has('work')).toBe(false);
  await b.workspace.run('reopen');
  expect(b.title()).toBe('A small case');
});
