import { expect, test } from 'vitest';
import { visiblePart, type Workspace } from '..';
import { begin } from '../testing/begin';
import { TestAddress, testPlatform } from '../testing/testPlatform';

const entitiesDrawn = (w: Workspace) => visiblePart(w.state.getState()).entities.map((e) => e.id);

test('a link opens the same view in another browser', async () => {
  const here = await begin();
  await here.workspace.run('constrain', { from: 'huawei', to: 'koryolink', avoid: ['loxley'], maxHops: 7 });
  await here.workspace.run('setFilter', { families: ['supply', 'venture', 'operation'], statuses: ['confirmed', 'alleged', 'denied'] });
  await here.workspace.run('asOf', '2009');
  await here.workspace.run('selectEntity', 'panda');
  await here.workspace.run('onlyRoute');
  await here.workspace.run('showTable', 'relationships');
  await here.workspace.run('copyLink');
  const there = await begin(testPlatform({ address: TestAddress.of(here.platform.copied[0]!) }));
  const view = (w: Workspace) => {
    const { trace, chart: { filter }, selection, view: v } = w.state.getState();
    return {
      question: trace.question, active: trace.active, only: trace.only, filter, selection, mode: v.mode, table: v.table,
      drawn: entitiesDrawn(w),
    };
  };
  expect(view(there.workspace)).toEqual(view(here.workspace));
  expect(there.workspace.state.getState().trace.question.filter.period).toEqual({ from: '2009', to: '2009' });
});

test('a link with values that mean nothing says so and opens the rest', async () => {
  const { state } = await begin(testPlatform({ address: new TestAddress('case=small&from=huawei&to=nobody&hops=many&asof=2009') }));
  expect(state().chart.filter.period).toEqual({ from: '2009', to: '2009' });
  expect(state().trace.question).toMatchObject({ from: 'huawei', to: '', maxHops: 6 });
  const told = state().notices.map((n) => n.text).join();
  expect(told).toContain('hops=many');
  expect(told).toContain('"nobody"');
});

test('Back takes the view back to the step before', async () => {
  const { workspace, platform, state } = await begin();
  await workspace.run('traceFrom', 'huawei');
  await workspace.run('traceTo', 'koryolink');
  await workspace.run('traceTo', 'cheo');
  expect(platform.address.query()).toContain('to=cheo');
  platform.address.go(-1);
  await expect.poll(() => [state().trace.question.to, state().trace.phase]).toEqual(['koryolink', 'answered']);
  expect(state().trace.answer?.to).toBe('koryolink');
  expect(platform.address.query()).toContain('to=koryolink');
});

test('a link from elsewhere shows what it says, and the work before can be opened again', async () => {
  const first = await begin();
  await first.workspace.run('hide', 'loxley');
  first.platform.leave();
  await new Promise((r) => setImmediate(r));
  const second = await begin(testPlatform({ keep: first.platform.keep, address: new TestAddress('case=small&from=huawei&to=koryolink') }));
  expect(second.state().chart.hidden.size).toBe(0);
  await second.workspace.run('reopen');
  expect([...second.state().chart.hidden]).toEqual(['loxley']);
});
