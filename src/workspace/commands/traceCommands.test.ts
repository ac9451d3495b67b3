import { expect, test } from 'vitest';
import { visiblePart, type Workspace } from '..';
import { begin } from '../testing/begin';
import { testPlatform } from '../testing/testPlatform';

const entitiesDrawn = (w: Workspace) => visiblePart(w.state.getState()).entities.map((e) => e.id);

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
