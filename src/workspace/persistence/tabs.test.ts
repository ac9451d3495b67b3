import { expect, test } from 'vitest';
import { put } from '../../model';
import { writeDataset } from '../../formats';
import { begin } from '../testing/begin';
import { smallCase } from '../testing/smallCase';
import { fileOf, testPlatform, testTab, type TestPlatform } from '../testing/testPlatform';
import { keptWork, writtenWork } from './keptWork';

const file = (title: string) => fileOf(`${title}.json`, writeDataset({ ...smallCase, id: title, title }));

/** A browser: its tabs share what is kept, and know which of them are open. */
function browser() {
  const { keep, settings } = testPlatform();
  const open = new Set<string>();
  const tab = async (id: string, over: Partial<TestPlatform> = {}, from?: string) => {
    open.add(id);
    const begun = await begin(testPlatform({ keep, settings, tabs: testTab(id, () => [...open], from), ...over }));
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
  return { tab, keep, settings, sources };
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

test('a second tab on a case is told of the first at once, writes nothing over it, and is not told once the first is closed', async () => {
  const { tab } = browser();
  const a = await tab('a');
  await a.workspace.run('putRecord', put('entities', { id: 'harbour', type: 'company', name: 'Harbour' }));
  await expect.poll(() => a.state().kept?.phase).toBe('kept');
  const said = (one: typeof a) => one.state().notices.map((n) => n.text).filter((text) => text.includes('in another tab as well'));
  const b = await tab('b');
  expect(said(b)).toEqual([expect.stringMatching(/^A small case is open in another tab as well\. Each tab keeps its own/)]);
  expect(said(a)).toEqual([]);
  await b.workspace.run('putRecord', put('entities', { id: 'quay', type: 'company', name: 'Quay' }));
  await b.close();
  await a.close();
  const again = await tab('a', { reloaded: true });
  expect([...again.state().edits.keys()].filter((key) => /harbour|quay/.test(key))).toHaveLength(1);
  expect(said(again)).toEqual([]);
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
