import { expect, test } from 'vitest';
import { chartSentences, drawnPart, inspected, snapshotOf, visiblePart } from '..';
import { begin } from '../testing/begin';
import { TestAddress, testPlatform } from '../testing/testPlatform';

const settled = (done: () => boolean) => expect.poll(done, { timeout: 180_000 }).toBe(true);

test('showing ventures asks for them, under the chart’s filter, and again when the filter changes', async () => {
  const { workspace, state } = await begin();
  await workspace.run('showVentures');
  await settled(() => state().ventures?.phase === 'answered');
  expect(state().ventures!.answer!.ventures.map((v) => v.venture)).toEqual(['cheo']);
  await workspace.run('asOf', '2015');
  await settled(() => state().ventures?.answer?.ventures[0]?.partners.length === 2);
  expect(state().ventures!.question.filter.period).toEqual({ from: '2015', to: '2015' });
});

test('a venture is drawn in three ways, and the dataset, the tables and the routes stay the same', async () => {
  const { workspace, state } = await begin();
  await workspace.run('constrain', { from: 'otmt', to: 'koryolink' });
  const routes = state().trace.answer!.routes;
  const before = visiblePart(state());
  await workspace.run('showRoute', undefined);
  for (const way of ['compound', 'ties'] as const) {
    await workspace.run('drawVenture', { venture: 'cheo', way });
    expect(visiblePart(state()).relationships).toEqual(before.relationships);
    await workspace.run('ask');
    expect(state().trace.answer!.routes).toEqual(routes);
    const drawn = new Set(drawnPart(state()).part.relationships.map((r) => r.id));
    expect(routes[0]!.hops.every((hop) => hop.relationships.every((r) => drawn.has(r.id)))).toBe(true);
  }
});

test('each way is a step: undo takes it back, positions and all', async () => {
  const { workspace, state } = await begin();
  const { positions } = state().chart;
  await workspace.run('drawVenture', { venture: 'cheo', way: 'compound' });
  expect(state().chart.ventures).toEqual(new Map([['cheo', 'compound']]));
  expect(state().chart.positions).not.toEqual(positions);
  await workspace.run('undo');
  expect([state().chart.ventures.size, state().chart.positions]).toEqual([0, positions]);
});

test('an enclosure that would hold somebody else is not drawn, and why is said', async () => {
  const { workspace, state } = await begin();
  const { x, y } = state().chart.positions.get('cheo')!;
  await workspace.run('move', { positions: new Map([['huawei', { x, y: y + 60 }]]) });
  await workspace.run('togglePin', ['huawei']);
  await workspace.run('drawVenture', { venture: 'cheo', way: 'compound' });
  const why = 'CHEO and its partners are outlined one by one: an enclosure around them would hold or cross others.';
  expect(state().notices.map((n) => n.text)).toContain(why);
  expect(chartSentences(state()).summary).toContain(why);
  await workspace.run('move', { positions: new Map([['huawei', { x: x + 3000, y }]]) });
  expect(chartSentences(state()).summary).toContain('CHEO is drawn as an enclosure around its partners.');
});

test('back as a hub, what the enclosure moved stands where it stood', async () => {
  const { workspace, state } = await begin();
  const { positions } = state().chart;
  await workspace.run('drawVenture', { venture: 'cheo', way: 'compound' });
  await workspace.run('drawVenture', { venture: 'cheo', way: 'hub' });
  expect(new Map([...state().chart.positions].sort())).toEqual(new Map([...positions].sort()));
});

test('a tie that was computed selects the venture that it stands for', async () => {
  const { workspace, state } = await begin();
  await workspace.run('drawVenture', { venture: 'cheo', way: 'ties' });
  const [id] = [...drawnPart(state()).derived.keys()];
  await workspace.run('selectRelationship', id!);
  expect(inspected(state())).toMatchObject({ kind: 'entity', entity: { id: 'cheo' } });
});

test('links, snapshots and reloads keep the way in which a venture is drawn', async () => {
  const { workspace, state, platform } = await begin();
  await workspace.run('drawVenture', { venture: 'cheo', way: 'ties' });
  expect(snapshotOf(state()).chart.ventures).toEqual({ cheo: 'ties' });
  expect(platform.address.query()).toContain('ties=cheo');
  const linked = await begin(testPlatform({ address: new TestAddress('case=small&compound=cheo') }));
  expect(linked.state().chart.ventures).toEqual(new Map([['cheo', 'compound']]));
});

test('who meets where is saved as a table', async () => {
  const { workspace, state, platform } = await begin();
  await workspace.run('showVentures');
  await settled(() => state().ventures?.phase === 'answered');
  await workspace.run('saveCoVentures');
  expect(platform.saved[0]!.name).toBe('a-small-case-co-ventures.csv');
  expect(await platform.saved[0]!.blob.text()).toContain('Korea Post,Orascom,1,CHEO');
});
