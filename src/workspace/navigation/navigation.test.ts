import { deflateRawSync } from 'node:zlib';
import { z } from 'zod';
import { expect, test, vi } from 'vitest';
import { writeDataset } from '../../formats';
import { chartDocument } from '../../model';
import { visiblePart, type Workspace } from '..';
import { documentOf } from '../chart';
import { begin } from '../testing/begin';
import { smallCase } from '../testing/smallCase';
import { fileOf, TestAddress, testPlatform } from '../testing/testPlatform';

const CAMERA = { x: -40, y: 12.5, width: 800, height: 500 };

/** What of a view a person would see and miss, as plain data. */
function view({ state }: Pick<Workspace, 'state'>) {
  const now = state.getState();
  const { trace, selection, view: { mode }, dataset } = now;
  return {
    chart: z.encode(chartDocument, documentOf(now)),
    drawn: visiblePart(now)
      .entities.map((e) => e.id)
      .sort(),
    question: trace.question,
    active: trace.active,
    only: trace.only,
    routes: trace.answer?.routes.map((r) => r.entities),
    selection,
    mode,
    title: dataset?.description.title,
  };
}

/** The same, whatever the order in which entities came to the chart. */
function seen(workspace: Pick<Workspace, 'state'>) {
  const { chart, ...rest } = view(workspace);
  const byId = (o: object) => Object.fromEntries(Object.entries(o).sort(([a], [b]) => (a < b ? -1 : 1)));
  return {
    ...rest, chart: { ...chart, entities: [...chart.entities].sort(), hidden: [...chart.hidden].sort(), positions: byId(chart.positions) },
  };
}

/** A view made by hand: moved, hidden, pinned, taken off, expanded, filtered, looked at from near. */
async function byHand(workspace: Workspace) {
  await workspace.run('remove', ['loxley', 'recluse']);
  await workspace.run('expand', 'kptc');
  await workspace.run('move', { positions: new Map([['panda', { x: 777.25, y: -88 }]]) });
  await workspace.run('togglePin', 'panda');
  await workspace.run('constrain', { from: 'huawei', to: 'koryolink' });
  await workspace.run('hide', 'orascom');
  await workspace.run('setFilter', { withoutSources: ['hill'], undated: 'held' });
  await workspace.run('selectEntity', 'cheo');
  await workspace.run('look', CAMERA);
}

async function linkOf({ workspace, platform }: Awaited<ReturnType<typeof begin>>): Promise<string> {
  await workspace.run('copyLink');
  return platform.copied.at(-1)!;
}

const told = (w: Pick<Workspace, 'state'>) => w.state.getState().notices.map((n) => n.text).join(' | ');

async function linkWith(change: Partial<z.input<typeof chartDocument>>): Promise<string> {
  const here = await begin();
  const { decided: _decided, ...chart } = view(here.workspace).chart;
  return `https://example.org/?case=small#chart=1.${deflateRawSync(JSON.stringify({ ...chart, ...change })).toString('base64url')}`;
}

test('a link brings the view along: moved, hidden, pinned, removed and added entities, the filter, the camera and the answer', async () => {
  const here = await begin();
  await byHand(here.workspace);
  const there = await begin(testPlatform({ address: TestAddress.of(await linkOf(here)) }));
  expect(seen(there.workspace)).toEqual(seen(here.workspace));
  expect(seen(there.workspace).chart).toMatchObject({
    camera: CAMERA, pinned: ['panda'], hidden: ['orascom'], positions: { panda: { x: 777.25, y: -88 } },
  });
  expect(there.state().notices).toEqual([]);
  expect(there.state().history.undo).toEqual([]);
});

test('a link to one route only is laid out for it, and everything stands where it stood afterwards', async () => {
  const here = await begin();
  await byHand(here.workspace);
  const there = await begin(testPlatform({ address: TestAddress.of(await (await here.workspace.run('onlyRoute'), linkOf(here))) }));
  expect(seen(there.workspace)).toEqual(seen(here.workspace));
  for (const { workspace } of [here, there]) await workspace.run('onlyRoute');
  expect(seen(there.workspace).chart.positions).toEqual(seen(here.workspace).chart.positions);
});

test('an entity that was hidden from the highlighted route stays hidden for who opens the link, and after a reload', async () => {
  const here = await begin();
  await here.workspace.run('constrain', { from: 'huawei', to: 'koryolink' });
  await here.workspace.run('hide', 'panda');
  const there = await begin(testPlatform({ address: TestAddress.of(await linkOf(here)) }));
  expect(view(there.workspace).chart.hidden).toEqual(['panda']);
  here.platform.leave();
  await vi.waitFor(() => expect([...here.platform.keep.values.keys()].length).toBeGreaterThan(0), { timeout: 60_000 });
  const again = await begin(
    testPlatform({
      keep: here.platform.keep, settings: here.platform.settings, reloaded: true, address: new TestAddress(here.platform.address.query()),
    }),
  );
  expect(view(again.workspace).chart.hidden).toEqual(['panda']);
});

test('once it is opened, the address says what is shown without the chart, and a reload goes on with the work', async () => {
  const here = await begin();
  await byHand(here.workspace);
  const there = await begin(testPlatform({ address: TestAddress.of(await linkOf(here)) }));
  expect(there.platform.address.fragment()).toBe('');
  await there.workspace.run('hide', 'cheo');
  there.platform.leave();
  const again = await begin(
    testPlatform({
      keep: there.platform.keep, settings: there.platform.settings, reloaded: true,
      address: new TestAddress(there.platform.address.query()),
    }),
  );
  expect(view(again.workspace).chart.hidden).toEqual(expect.arrayContaining(['cheo', 'orascom']));
});

test('a link to a named view as its editor drew it stays short and readable', async () => {
  const perspectives = [
    { id: 'firms', title: 'Firms', summary: 'Companies.', positions: { huawei: { x: 0, y: 0 }, panda: { x: 300, y: 0 } } },
  ];
  const here = await begin(testPlatform({ perspectives }));
  expect(await linkOf(here)).toBe('https://example.org/?case=small');
  await here.workspace.run('look', CAMERA);
  expect(await linkOf(here)).toMatch(/^https:\/\/example\.org\/\?case=small#chart=1\.[\w-]+$/);
});

test.each([
  ['damaged', 'chart=1.AAAA', 'damaged'], ['newer', 'chart=2.AAAA', 'newer version'], ['foreign', 'section-2', 'means nothing here'],
  ['far too large', `chart=1.${'A'.repeat(300_000)}`, 'larger than any link'],
])('a link whose chart is %s says so and opens the case all the same', async (_, fragment, words) => {
  const { workspace, state, platform } = await begin(
    testPlatform({ address: new TestAddress('case=small&from=huawei&to=koryolink', fragment) }),
  );
  expect(told(workspace)).toContain(words);
  expect(state().dataset?.bundled).toBe('small');
  expect(state().chart.entities.size).toBe(smallCase.entities.length);
  expect(state().trace.answer?.routes.length).toBeGreaterThan(0);
  expect(platform.address.fragment()).toBe('');
});

test('entities and views that the case no longer has are told, and the rest of the link is drawn', async () => {
  const { workspace } = await begin(
    testPlatform({
      address: TestAddress.of(
        await linkWith({
          entities: ['huawei', 'gone-one', 'panda'],
          positions: { huawei: { x: 1, y: 2 }, 'gone-one': { x: 0, y: 0 }, panda: { x: 3, y: 4 } }, hidden: ['gone-one'],
          perspective: 'gone-view',
        }),
      ),
    }),
  );
  expect(told(workspace)).toContain('gone-one');
  expect(view(workspace).chart).toMatchObject({
    entities: ['huawei', 'panda'], hidden: [], positions: { huawei: { x: 1, y: 2 }, panda: { x: 3, y: 4 } },
  });
  expect(view(workspace).chart.perspective).toBeUndefined();
});

test('a link cannot draw two as one where nothing says that they are', async () => {
  const { workspace } = await begin(testPlatform({ address: TestAddress.of(await linkWith({ joined: { huawei: 'loxley' } })) }));
  expect(view(workspace).chart.joined).toEqual({});
  expect(told(workspace)).toContain('Nothing in this data says that Huawei is the same');
});

test('a link put into the address bar of a page that is open is shown there, and undo takes it back', async () => {
  const here = await begin();
  await byHand(here.workspace);
  const link = new URL(await linkOf(here));
  const there = await begin();
  const before = seen(there.workspace);
  there.platform.address.follow(link.search.slice(1), link.hash.slice(1));
  await expect.poll(() => seen(there.workspace)).toEqual(seen(here.workspace));
  await expect.poll(() => there.platform.address.fragment()).toBe('');
  await there.workspace.run('undo');
  expect(seen(there.workspace).chart).toMatchObject({ ...before.chart, camera: CAMERA });
});

test('a link longer than programs carry is not given out', async () => {
  const many = {
    ...smallCase, relationships: [],
    entities: Array.from({ length: 290 }, (_, i) => ({
      id: `company-${(i * 7919) % 9973}`, type: 'company' as const, name: `Company ${i}`,
    })),
  };
  const { workspace, platform } = await begin(testPlatform({ cases: { small: many } }));
  await workspace.run('move', {
    positions: new Map(many.entities.map(({ id }, i) => [id, { x: Math.sin(i) * 900, y: Math.cos(i * 1.7) * 900 }])),
  });
  expect(await workspace.viewLink()).toMatchObject({ tooLong: true });
  await workspace.run('copyLink');
  expect(platform.copied).toEqual([]);
  expect(told(workspace)).toMatch(/has \d+,\d{3} characters.*more than 8,000/);
});

test('a file of one’s own has no link', async () => {
  const { workspace, platform } = await begin();
  await workspace.run('openFile', fileOf('mine.json', writeDataset({ ...smallCase, id: 'mine', title: 'My case' })));
  expect(await workspace.viewLink()).toBeUndefined();
  await workspace.run('copyLink');
  expect(platform.copied).toEqual([]);
});

test('a case that was changed here has no link, which would not bring the changes', async () => {
  const { workspace, platform, state } = await begin();
  await workspace.run('putRecord', { list: 'entities', id: 'newcomer', record: { id: 'newcomer', type: 'company', name: 'Newcomer' } });
  expect(state().edits.size).toBe(1);
  expect(await workspace.viewLink()).toBeUndefined();
  await workspace.run('copyLink');
  expect(platform.copied).toEqual([]);
});

test('a case that is saved opens with its chart as it was left: moved, hidden, pinned and filtered', async () => {
  const here = await begin();
  await byHand(here.workspace);
  await here.workspace.run('clearTrace');
  await here.workspace.run('look', undefined);
  await here.workspace.run('saveCase');
  const there = await begin();
  await there.workspace.run('openFile', fileOf('sent.case.json', await here.platform.saved.at(-1)!.blob.text()));
  const { chart, drawn } = seen(here.workspace);
  expect(seen(there.workspace)).toMatchObject({ chart, drawn });
  expect(told(there.workspace)).not.toContain('best connected');
});

test('Back shows a view as it was left, and Forward brings back all work since', async () => {
  const { workspace, platform } = await begin();
  await workspace.run('constrain', { from: 'huawei', to: 'koryolink' });
  await workspace.run('move', { positions: new Map([['cheo', { x: -5, y: -6 }]]) });
  const [first, at] = [seen(workspace), platform.address.at];
  await workspace.run('traceTo', 'kptc');
  await byHand(workspace);
  await workspace.run('constrain', { to: 'kptc' });
  const [second, steps] = [seen(workspace), platform.address.at - at];
  platform.address.go(-steps);
  await expect.poll(() => seen(workspace)).toEqual(first);
  platform.address.go(steps);
  await expect.poll(() => seen(workspace)).toEqual(second);
  platform.address.go(-steps);
  await expect.poll(() => seen(workspace)).toEqual(first);
  await workspace.run('undo');
  const { camera: _camera, ...chart } = second.chart;
  expect(seen(workspace).chart).toEqual(chart);
});

test('Back from a file of one’s own leads to the case as it was left, and Forward to the file and the work on it', async () => {
  const { workspace, platform } = await begin();
  await byHand(workspace);
  const onCase = seen(workspace);
  await workspace.run('openFile', fileOf('mine.json', writeDataset({ ...smallCase, id: 'mine', title: 'My case' })));
  await workspace.run('move', { positions: new Map([['panda', { x: 1, y: 2 }]]) });
  await workspace.run('hide', 'loxley');
  await workspace.run('constrain', { from: 'huawei', to: 'koryolink' });
  const onFile = seen(workspace);
  await workspace.run('openFile', fileOf('other.json', writeDataset({ ...smallCase, id: 'other', title: 'Another case' })));
  const onOther = seen(workspace);
  platform.address.go(-1);
  await expect.poll(() => seen(workspace)).toEqual(onFile);
  platform.address.go(-1);
  await expect.poll(() => seen(workspace)).toEqual(onCase);
  platform.address.go(2);
  await expect.poll(() => seen(workspace)).toEqual(onOther);
  platform.address.go(-1);
  await expect.poll(() => seen(workspace)).toEqual(onFile);
});

test('Back to a file leads there after a reload as well', async () => {
  const first = await begin();
  await first.workspace.run('openFile', fileOf('mine.json', writeDataset({ ...smallCase, id: 'mine', title: 'My case' })));
  await first.workspace.run('hide', 'loxley');
  const onFile = seen(first.workspace);
  await first.workspace.run('openBundled', 'small');
  first.platform.leave();
  const again = await begin(
    testPlatform({ keep: first.platform.keep, settings: first.platform.settings, address: first.platform.address, reloaded: true }),
  );
  expect(seen(again.workspace).title).toBe('A small case');
  again.platform.address.go(-1);
  await expect.poll(() => seen(again.workspace)).toEqual(onFile);
});

test('each place of the history that was left is kept apart, however often one goes back and forward', async () => {
  const { workspace, platform } = await begin();
  const views: unknown[] = [];
  for (const [i, to] of ['koryolink', 'kptc', 'cheo'].entries()) {
    await workspace.run('traceFrom', 'huawei');
    await workspace.run('traceTo', to);
    await workspace.run('move', { positions: new Map([['recluse', { x: i, y: i }]]) });
    views.push(seen(workspace));
  }
  const at = platform.address.at;
  for (const [place, back] of [[1, -1], [0, -1], [2, 2], [0, -2], [1, 1], [2, 1]] as const) {
    platform.address.go(back);
    await expect.poll(() => seen(workspace)).toEqual(views[place]);
  }
  await expect.poll(() => told(workspace)).toContain('Forward or Undo brings it back');
  expect(platform.address.at).toBe(at);
});

test('a document of a chart is the same in state, link and kept work', async () => {
  const here = await begin();
  await byHand(here.workspace);
  here.platform.leave();
  await vi.waitFor(() => expect([...here.platform.keep.values.keys()].some((key) => key.startsWith('work/'))).toBe(true), {
    timeout: 60_000,
  });
  const document = view(here.workspace).chart;
  const kept = await vi.waitFor(() => {
    const work = [...here.platform.keep.values].find(([key]) => key.startsWith('work/'))![1] as { chart: z.input<typeof chartDocument> };
    expect(work.chart.camera).toEqual(CAMERA);
    return work.chart;
  }, { timeout: 60_000 });
  expect(kept).toEqual(document);
});

test('Back and Forward pressed faster than a view is drawn leave every place as it was', async () => {
  const { workspace, platform } = await begin();
  const views: unknown[] = [];
  for (const [i, to] of ['koryolink', 'kptc', 'cheo', 'otmt'].entries()) {
    await workspace.run('traceFrom', 'huawei');
    await workspace.run('traceTo', to);
    await workspace.run('move', { positions: new Map([['recluse', { x: i, y: i }]]) });
    views.push(seen(workspace));
  }
  for (const by of [-1, -1, -1]) platform.address.go(by);
  await expect.poll(() => seen(workspace)).toEqual(views[0]);
  for (const by of [1, 1, -1, 1, 1]) platform.address.go(by);
  await expect.poll(() => seen(workspace)).toEqual(views[3]);
  for (const place of [2, 1, 0]) {
    platform.address.go(-1);
    await expect.poll(() => seen(workspace)).toEqual(views[place]);
  }
});
