import { expect, test } from 'vitest';
import { writeDataset } from '../../formats';
import { begin } from '../testing/begin';
import { smallCase } from '../testing/smallCase';
import { fileOf, TestAddress, testPlatform } from '../testing/testPlatform';

test('work on an opened file survives a reload: chart, filter, question and what is selected', async () => {
  const first = await begin();
  await first.workspace.run('openFile', fileOf('mine.json', writeDataset({ ...smallCase, id: 'mine', title: 'My case' })));
  await first.workspace.run('hide', 'loxley');
  await first.workspace.run('move', { positions: new Map([['panda', { x: 777, y: 88 }]]) });
  await first.workspace.run('filterPeriod', { from: '2009', to: '2009' });
  await first.workspace.run('selectEntity', 'cheo');
  await first.workspace.run('constrain', { from: 'huawei', to: 'koryolink' });
  first.platform.leave();
  await new Promise((r) => setImmediate(r));
  const second = await begin(testPlatform({ keep: first.platform.keep, address: new TestAddress(first.platform.address.query()) }));
  const { chart, selection, trace, dataset } = second.state();
  expect(dataset?.description.title).toBe('My case');
  expect([...chart.hidden]).toEqual(['loxley']);
  expect(chart.positions.get('panda')).toEqual({ x: 777, y: 88 });
  expect(chart.filter.period).toEqual({ from: '2009', to: '2009' });
  expect(selection).toEqual({ kind: 'entity', id: 'cheo' });
  expect(trace.answer?.routes.length).toBeGreaterThan(0);
});

test('kept work that cannot be read is set aside, told, and the case opens', async () => {
  const platform = testPlatform();
  platform.keep.values.set('work', { version: 1, chart: 'garbage' });
  const { state } = await begin(platform);
  expect(state().dataset?.bundled).toBe('small');
  expect(state().chart.entities.size).toBeGreaterThan(0);
  expect(state().notices.map((n) => n.text).join()).toContain('cannot be read');
  expect(platform.keep.values.get('work-unreadable')).toEqual({ version: 1, chart: 'garbage' });
});

test('storage that fails does not keep a case from opening', async () => {
  const keep = {
    ...testPlatform().keep, keys: () => Promise.reject(new DOMException('Internal error opening backing store', 'UnknownError')),
  };
  const { state } = await begin(testPlatform({ keep }));
  expect(state().dataset?.bundled).toBe('small');
  expect(state().notices.map((n) => n.text).join()).toMatch(/The browser could not do this.*Reload the page/);
});

test('a reload goes on with the work even where the last view was not kept in time', async () => {
  const first = await begin();
  await first.workspace.run('hide', 'loxley');
  first.platform.leave();
  await new Promise((r) => setImmediate(r));
  const address = new TestAddress('case=small&from=huawei&to=koryolink');
  const second = await begin(testPlatform({ keep: first.platform.keep, address, reloaded: true }));
  expect([...second.state().chart.hidden]).toEqual(['loxley']);
  expect(second.state().trace.answer?.to).toBe('koryolink');
});

test('a change just before the page is left is there again, though the database did not come to its end', async () => {
  const platform = testPlatform();
  const slow = {
    ...platform.keep,
    set: async (key: string, value: unknown) =>
      key.startsWith('work/') && left ? new Promise<void>(() => undefined) : platform.keep.set(key, value),
  };
  let left = false;
  const { workspace } = await begin(
    testPlatform({
      keep: slow, settings: platform.settings,
      page: {
        ...platform.page,
        onLeave: (listener) =>
          platform.page.onLeave(() => {
            left = true;
            listener();
          }),
      },
    }),
  );
  await workspace.run('hide', 'loxley');
  platform.leave();
  const again = await begin(testPlatform({ keep: platform.keep, settings: platform.settings, reloaded: true }));
  expect([...again.state().chart.hidden]).toEqual(['loxley']);
});
