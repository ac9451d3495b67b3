import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { nodeAssets } from '../../cli/nodeAssets';
import { dataset as datasetSchema, perspectiveCharts, readSnapshot, type Snapshot } from '../../model';
import { renderSnapshot } from '../../publish';
import { fileOf, testPlatform } from '../testing/testPlatform';
import { begin } from '../testing/begin';
import { visiblePart } from '../selectors';
import { drawnDataset, publishedAnswer, snapshotOf } from '.';

const bundled = datasetSchema.parse(JSON.parse(await readFile('graph-data/north-korea-telecom.json', 'utf8')));
const { perspectives } = perspectiveCharts.parse(JSON.parse(await readFile('graph-data/north-korea-telecom.chart.json', 'utf8')));
const assets = { ...(await nodeAssets()), fonts: [] };
const text = async (snapshot: Snapshot, kind: 'md' | 'html' | 'svg') =>
  new TextDecoder().decode(await renderSnapshot(snapshot, kind, { assets }));

/** The bundled case as it opens, with the routes from Huawei to Koryolink. */
async function traced() {
  const begun = await begin(testPlatform({ cases: { nk: bundled }, perspectives }));
  await begun.workspace.run('constrain', { from: 'huawei', to: 'koryolink', k: 20 });
  await expect.poll(() => begun.state().trace.between?.phase).toBe('answered');
  return begun;
}

test('every route that was found is published, drawn or not, and so is who stands between', async () => {
  const { state } = await traced();
  const { answer, between } = state().trace;
  const drawn = new Set(visiblePart(state()).entities.map((e) => e.id));
  const undrawn = answer!.routes.filter((r) => r.entities.some((id) => !drawn.has(id)));
  expect(undrawn.length).toBeGreaterThan(0);
  const snapshot = snapshotOf(state());
  expect(snapshot.trace!.answer.routes).toEqual(answer!.routes);
  expect(snapshot.trace!.left).toBeUndefined();
  expect(between).toMatchObject({ phase: 'answered', answer: snapshot.trace!.between });
  expect(readSnapshot(JSON.parse(JSON.stringify(snapshot))).issues.filter((i) => i.severity === 'error')).toEqual([]);
  const brief = await text(snapshot, 'md');
  expect(brief.split('## Routes')[1]!.split('## ')[0]!.match(/^\d+\. /gm)).toHaveLength(answer!.routes.length);
  const page = await text(snapshot, 'html');
  expect(page.match(/<li data-route=/g)).toHaveLength(answer!.routes.length);
  expect(page).toContain('not on the chart');
  const picture = (await text(snapshot, 'svg')).replace(/<metadata[\s\S]*<\/metadata>/, '');
  for (const id of new Set(undrawn.flatMap((r) => r.entities))) {
    const { name } = bundled.entities.find((e) => e.id === id)!;
    expect(brief).toContain(name);
    expect(page).toContain(name);
    if (!drawn.has(id)) expect(picture).not.toContain(`>${name}<`);
  }
});

test('what is only named is listed beside the chart when the snapshot is opened again, not drawn', async () => {
  const { workspace, state } = await traced();
  const before = visiblePart(state()).entities.map((e) => e.id);
  const snapshot = snapshotOf(state());
  expect(drawnDataset(state()).entities.map((e) => e.id)).toEqual(before);
  await workspace.run('openFile', fileOf('again.json', JSON.stringify(snapshot)));
  expect(visiblePart(state()).entities.map((e) => e.id)).toEqual(before);
  expect(state().trace.answer!.routes).toEqual(snapshot.trace!.answer.routes);
  expect(snapshotOf(state()).dataset.entities.map((e) => e.id).sort()).toEqual(snapshot.dataset.entities.map((e) => e.id).sort());
});

test('what was hidden by hand comes back by no route: how many are not told is said', async () => {
  const { workspace, state } = await traced();
  const { routes } = state().trace.answer!;
  const hidden = routes
    .flatMap((r) => r.entities.slice(1, -1))
    .find((id) => state().chart.entities.has(id) && !routes[0]!.entities.includes(id))!;
  await workspace.run('hide', [hidden]);
  const through = routes.filter((r) => r.entities.includes(hidden)).length;
  expect(publishedAnswer(state())!.left).toEqual({ byHand: through, filtered: 0, otherRoutes: 0 });
  const snapshot = snapshotOf(state());
  expect(JSON.stringify(snapshot)).not.toContain(`"${hidden}"`);
  expect(snapshot.trace).toMatchObject({ left: { byHand: through }, answer: { complete: false } });
  const sentence =
    through === 1
      ? '1 route is not shown: it passes something that was hidden by hand.'
      : `${through} routes are not shown: they pass something that was hidden by hand.`;
  expect(await text(snapshot, 'md')).toContain(sentence);
  expect(await text(snapshot, 'html')).toContain(sentence);
});

test('what a filter leaves out comes back by no route either', async () => {
  const { workspace, state } = await traced();
  await workspace.run('setFilter', { entityTypes: ['company', 'network', 'jointVenture'] });
  const { left } = publishedAnswer(state()) ?? { left: { filtered: -1 } };
  expect(left.filtered).toBeGreaterThan(0);
  const types = new Set(snapshotOf(state()).dataset.entities.map((e) => e.type));
  const onRoute = new Set(state().trace.answer!.routes[0]!.entities.map((id) => state().records.entities.get(id)!.type));
  expect([...types].every((type) => ['company', 'network', 'jointVenture'].includes(type) || onRoute.has(type))).toBe(true);
});

test('"only this route" publishes that route, and how many more were found', async () => {
  const { workspace, state } = await traced();
  const found = state().trace.answer!.routes.length;
  await workspace.run('onlyRoute');
  const snapshot = snapshotOf(state());
  expect(snapshot.trace!.answer.routes).toHaveLength(1);
  expect(snapshot.dataset.entities.map((e) => e.id).sort()).toEqual([...state().trace.answer!.routes[0]!.entities].sort());
  expect(await text(snapshot, 'md')).toContain(`${found - 1} routes more were found; only this one is shown.`);
});
