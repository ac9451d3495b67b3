import { expect, test } from 'vitest';
import { writeDataset } from '../formats';
import type { PerspectiveChart } from '../model';
import { commands, hiddenSummary, snapshotOf, visiblePart, type Workspace } from '.';
import { begin } from './testing/begin';
import { largeCase, smallCase } from './testing/smallCase';
import { fileOf, TestAddress, testPlatform } from './testing/testPlatform';

const entitiesDrawn = (w: Workspace) => visiblePart(w.state.getState()).entities.map((e) => e.id);

test('a visit begins with the first bundled case, all of it where it is small', async () => {
  const { state } = await begin();
  expect(state().dataset?.bundled).toBe('small');
  expect(state().chart.entities.size).toBe(smallCase.entities.length);
  expect(state().chart.positions.size).toBe(smallCase.entities.length);
  expect(state().histogram.find((y) => y.year === 2008)?.starts).toBeGreaterThan(0);
});

test('a large dataset opens with its best connected entities, never with everything', async () => {
  const { state } = await begin(testPlatform({ cases: { large: largeCase(900) } }));
  expect(state().chart.entities.size).toBe(25);
  expect(state().chart.entities.has('c0')).toBe(true);
  expect(
    state()
      .notices.map((n) => n.text)
      .join(),
  ).toContain('25 of the 900 entities of A large case are on the chart: the best connected ones.');
});

test('a dataset too large to come along opens with what its store finds best connected, the same each time', async () => {
  const large = () => testPlatform({ cases: { large: largeCase(2500) } });
  const { state } = await begin(large());
  const { entities, relationships, positions } = state().chart;
  expect([entities.size, positions.size]).toEqual([25, 25]);
  expect([...entities.keys()].slice(0, 7)).toEqual(['c0', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6']);
  expect(relationships.size).toBeGreaterThan(20);
  expect(state().notices.map((n) => n.text).join()).toContain('25 of the 2,500 entities');
  expect((await begin(large())).state().chart).toEqual(state().chart);
});

test('tracing between two entities gives routes, and the first is highlighted', async () => {
  const { workspace, state } = await begin();
  await workspace.run('traceFrom', 'huawei');
  await workspace.run('traceTo', 'koryolink');
  expect(state().trace.phase).toBe('answered');
  expect(state().trace.answer?.routes[0]?.entities).toEqual(['huawei', 'panda', 'koryolink']);
  expect(state().trace.active).toBe(0);
  expect(state().records.relationships.has('panda-koryolink')).toBe(true);
});

test('a route may use a denied relationship only when asked to', async () => {
  const { workspace, state } = await begin();
  await workspace.run('traceFrom', 'huawei');
  await workspace.run('traceTo', 'koryolink');
  await workspace.run('toggleDeniedInTrace');
  expect(state().trace.answer?.routes[0]?.entities).toEqual(['huawei', 'koryolink']);
  expect(visiblePart(state()).relationships.map((r) => r.id)).toContain('huawei-koryolink');
});

test('where there is no route the answer says what would give one, and allowing it does', async () => {
  const { workspace, state } = await begin();
  await workspace.run('constrain', { from: 'huawei', to: 'koryolink', maxHops: 1 });
  expect(state().trace.answer?.routes).toEqual([]);
  const [first] = state().trace.noRoute!.relaxations;
  await workspace.run('relax', first!);
  expect(state().trace.answer?.routes.length).toBeGreaterThan(0);
});

test('only this route draws nothing else, and everything stands where it stood afterwards', async () => {
  const { workspace, state } = await begin();
  const before = state().chart.positions;
  await workspace.run('constrain', { from: 'huawei', to: 'koryolink' });
  await workspace.run('onlyRoute');
  expect(entitiesDrawn(workspace)).toEqual(['huawei', 'koryolink', 'panda']);
  expect(state().chart.positions.get('panda')).toEqual({ x: 250, y: -500 });
  await workspace.run('onlyRoute');
  expect(state().chart.positions).toEqual(before);
  expect(entitiesDrawn(workspace)).toContain('kptc');
});

test('a route that passes what is not on the chart brings it there', async () => {
  const { workspace, state } = await begin();
  await workspace.run('remove', ['panda', 'cheo']);
  await workspace.run('constrain', { from: 'huawei', to: 'koryolink' });
  expect(state().chart.entities.has('panda')).toBe(true);
  expect(state().chart.positions.has('panda')).toBe(true);
  expect(state().history.undo.at(-1)).toBe('Show the route Huawei – Koryolink');
});

test('expanding brings neighbours, and collapsing takes exactly these away', async () => {
  const { workspace, state } = await begin();
  await workspace.run('remove', ['orascom', 'otmt', 'recluse']);
  const before = [...state().chart.entities.keys()];
  await workspace.run('expand', 'cheo');
  expect([...state().chart.entities.keys()].filter((id) => !before.includes(id)).sort()).toEqual(['orascom', 'otmt']);
  await workspace.run('collapse', 'cheo');
  expect([...state().chart.entities.keys()].sort()).toEqual([...before].sort());
});

test('a drag is one step however often the pointer moved', async () => {
  const { workspace, state } = await begin();
  const at = state().chart.positions.get('panda');
  for (const x of [1, 2, 3]) await workspace.run('move', { positions: new Map([['panda', { x, y: x }]]), gesture: 'drag 1' });
  expect(state().history.undo).toEqual(['Move Panda']);
  await workspace.run('undo');
  expect(state().chart.positions.get('panda')).toEqual(at);
});

test('a bad file is reported and leaves the chart as it was', async () => {
  const { workspace, state } = await begin();
  await workspace.run('hide', 'panda');
  const before = state().chart;
  await workspace.run('openFile', fileOf('broken.json', '{"format": "throughline/1", "entities": [,]}'));
  expect(state().report).toMatchObject({ file: 'broken.json', opened: false });
  expect(state().report?.issues[0]?.at).toContain('line 1');
  expect(state().chart).toBe(before);
  expect(state().dataset?.bundled).toBe('small');
  await workspace.run('constrain', { from: 'huawei', to: 'koryolink' });
  expect(state().trace.answer?.routes.length).toBeGreaterThan(0);
});

test('a good file takes the place of the case, and the work before can be opened again', async () => {
  const { workspace, state } = await begin();
  await workspace.run('hide', 'panda');
  await workspace.run(
    'openFile',
    fileOf(
      'mine.json',
      writeDataset({ ...smallCase, id: 'mine', title: 'My case', entities: smallCase.entities.slice(0, 2), relationships: [] }),
    ),
  );
  expect(state().dataset).toMatchObject({ description: { title: 'My case' } });
  expect(state().dataset?.bundled).toBeUndefined();
  const notice = state().notices.find((n) => n.action);
  expect(notice?.action?.label).toBe('Open A small case again');
  await workspace.run('reopen');
  expect(state().dataset?.bundled).toBe('small');
  expect([...state().chart.hidden]).toEqual(['panda']);
});

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

test('the newest question is answered, whatever comes back later', async () => {
  const { workspace, state } = await begin();
  const all = [
    workspace.run('constrain', { from: 'huawei', to: 'koryolink' }), workspace.run('constrain', { to: 'cheo' }),
    workspace.run('constrain', { to: 'kptc' }),
  ];
  await Promise.all(all);
  expect(state().trace.answer?.to).toBe('kptc');
  expect(state().jobs.size).toBe(0);
});

test('asking can be cancelled; the answer before stays', async () => {
  const platform = testPlatform({
    wrap: (store) =>
      Object.assign(Object.create(store) as typeof store, {
        routes: (q: Parameters<typeof store.routes>[0], ask: Parameters<typeof store.routes>[1]) =>
          q.to === 'kptc'
            ? new Promise((_, reject) => ask?.signal?.addEventListener('abort', () => reject(ask.signal!.reason as Error)))
            : store.routes(q, ask),
      }),
  });
  const { workspace, state } = await begin(platform);
  await workspace.run('constrain', { from: 'huawei', to: 'koryolink' });
  const asking = workspace.run('constrain', { to: 'kptc' });
  await expect.poll(() => state().trace.phase).toBe('asking');
  await workspace.run('cancelJob', 'trace');
  await asking;
  expect(state().trace.phase).toBe('answered');
  expect(state().trace.answer?.to).toBe('koryolink');
  expect(state().notices).toEqual([]);
});

test('the line of what is hidden counts by reason', async () => {
  const { workspace, state } = await begin();
  await workspace.run('asOf', '2009');
  await workspace.run('hide', 'panda');
  const { text } = hiddenSummary(state());
  expect(text).toBe(
    'hidden: 1 ended before, 1 not yet begun, 1 denied, 1 entity that had not begun, 1 entity left without ties, 1 entity hidden by hand',
  );
});

test('as of a date some relationships hold possibly, and are told apart', async () => {
  const { workspace, state } = await begin();
  await workspace.run('asOf', '2020');
  expect([...visiblePart(state()).possibly]).toEqual(['huawei-pyongyang', 'kptc-pyongyang']);
  await workspace.run('toggleCertainly');
  expect(visiblePart(state()).possibly.size).toBe(0);
});

test('nothing hidden or filtered out is in a snapshot', async () => {
  const { workspace, state } = await begin();
  await workspace.run('constrain', { from: 'huawei', to: 'koryolink' });
  await workspace.run('hide', 'loxley');
  await workspace.run('asOf', '2009');
  const text = JSON.stringify({ ...snapshotOf(state()), hidden: '' });
  for (const absent of ['loxley', 'otmt', 'huawei-koryolink']) expect(text).not.toContain(absent);
  expect(text).toContain('orascom');
});

test('a snapshot that is opened shows what was drawn, its route and its filter', async () => {
  const { workspace, state, platform } = await begin();
  await workspace.run('constrain', { from: 'huawei', to: 'koryolink' });
  await workspace.run('hide', 'loxley');
  await workspace.run('selectEntity', 'panda');
  const frozen = snapshotOf(state());
  await workspace.run('snapshot', { kind: 'json' });
  expect(platform.saved[0]?.name).toBe('huawei-koryolink.json');
  await workspace.run('openFile', fileOf('huawei-koryolink.json', JSON.stringify(frozen)));
  expect(state().report).toBeUndefined();
  expect(state().dataset?.fromSnapshot?.title).toBe('Huawei – Koryolink');
  expect({ ...snapshotOf(state()), hidden: '' }).toEqual({ ...frozen, hidden: '' });
  expect(state().trace.active).toBe(0);
});

test('every listed command can be run without an argument on an open case and fails nowhere', async () => {
  const { workspace, state } = await begin();
  await workspace.run('selectEntity', 'cheo');
  for (const [id, { listed }] of Object.entries(commands)) if (listed) await workspace.run(id as 'fit');
  expect(state().notices.filter((n) => n.tone === 'error')).toEqual([]);
});

test('asking is no step of the history while the route is on the chart already', async () => {
  const { workspace, state } = await begin();
  await workspace.run('constrain', { from: 'huawei', to: 'koryolink' });
  await workspace.run('nextRoute');
  expect(state().history.undo).toEqual([]);
});

test('a route stays drawn whole where the filter leaves its hops out, but not where the user hid an entity of it', async () => {
  const { workspace, state } = await begin();
  await workspace.run('constrain', { from: 'huawei', to: 'koryolink' });
  await workspace.run('setFilter', { families: ['authority'] });
  expect(visiblePart(state()).relationships.map((r) => r.id)).toEqual(['huawei-panda', 'panda-koryolink']);
  await workspace.run('hide', 'panda');
  expect(entitiesDrawn(workspace)).not.toContain('panda');
});

test('time is one for chart and trace until the trace is given a time of its own', async () => {
  const { workspace, state } = await begin();
  await workspace.run('constrain', { from: 'orascom', to: 'koryolink' });
  await workspace.run('asOf', '2009');
  expect(state().trace.question.filter.period).toEqual({ from: '2009', to: '2009' });
  await workspace.run('undo');
  expect(state().trace.question.filter.period).toBeUndefined();
  await workspace.run('constrain', { filter: { period: { from: '2010', to: '2010' } } });
  await workspace.run('asOf', '2020');
  expect(state().trace.question.filter.period).toEqual({ from: '2010', to: '2010' });
});

test('as of a date the holder of that time is drawn, and the other is not', async () => {
  const { workspace } = await begin();
  await workspace.run('asOf', '2009');
  expect(entitiesDrawn(workspace)).toEqual(expect.arrayContaining(['orascom']));
  expect(entitiesDrawn(workspace)).not.toContain('otmt');
  await workspace.run('asOf', '2015');
  expect(entitiesDrawn(workspace)).toContain('otmt');
  expect(entitiesDrawn(workspace)).not.toContain('orascom');
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

test('a case opens with the first view that its editor named, and another can be chosen and undone', async () => {
  const perspectives: PerspectiveChart[] = [
    { id: 'firms', title: 'Firms', summary: 'Companies.', positions: { huawei: { x: 0, y: 0 }, panda: { x: 300, y: 0 } } },
    { id: 'owners', title: 'Owners', summary: 'Who owns.', positions: { cheo: { x: 5, y: 6 }, kptc: { x: 300, y: 0 } } },
  ];
  const { workspace, state, platform } = await begin(testPlatform({ perspectives }));
  expect(entitiesDrawn(workspace)).toEqual(['huawei', 'panda']);
  expect(platform.address.query()).toBe('case=small');
  await workspace.run('showPerspective', 'owners');
  expect(entitiesDrawn(workspace)).toEqual(['cheo', 'kptc']);
  expect(state().chart.positions.get('cheo')).toEqual({ x: 5, y: 6 });
  expect(platform.address.query()).toBe('case=small&perspective=owners');
  await workspace.run('undo');
  expect(entitiesDrawn(workspace)).toEqual(['huawei', 'panda']);
});
