import { expect, test } from 'vitest';
import { readSnapshot } from '../../model';
import { chartSentences, drawnPart, emphasis, legend, snapshotOf } from '..';
import { begin } from '../testing/begin';

test('two entities drawn as one share a box at which the ties of both end, and no record is changed', async () => {
  const { workspace, state } = await begin();
  const before = state().chart;
  await workspace.run('drawAsOne', ['orascom', 'otmt']);
  const { part } = drawnPart(state());
  expect(part.entities.map((e) => e.id)).not.toContain('otmt');
  expect(part.relationships.filter((r) => r.to === 'cheo').map((r) => r.from).sort()).toEqual(['kptc', 'orascom', 'orascom']);
  expect(state().chart.relationships).toBe(before.relationships);
  expect(legend(state()).joined).toBe(true);
  expect(chartSentences(state()).entities.find((e) => e.id === 'orascom')!.sentence).toContain('Orascom, drawn as one with OTMT');
});

test('taken apart again everything is exactly as it was, and undo takes back either', async () => {
  const { workspace, state } = await begin();
  const before = state().chart;
  await workspace.run('drawAsOne', ['orascom', 'otmt']);
  const joined = state().chart;
  await workspace.run('takeApart', 'otmt');
  expect(state().chart).toEqual(before);
  await workspace.run('undo');
  expect(state().chart).toEqual(joined);
  await workspace.run('undo');
  expect(state().chart).toEqual(before);
});

test('three are drawn as one when one of two that are is joined to a third', async () => {
  const { workspace, state } = await begin();
  await workspace.run('drawAsOne', ['orascom', 'otmt']);
  await workspace.run('drawAsOne', ['loxley', 'otmt']);
  expect(Object.fromEntries(state().chart.joined)).toEqual({ otmt: 'loxley', orascom: 'loxley' });
});

test('a selected entity is stressed in the box that it is drawn in, and hiding the box hides all of it', async () => {
  const { workspace, state } = await begin();
  await workspace.run('drawAsOne', ['orascom', 'otmt']);
  await workspace.run('selectEntity', 'otmt');
  expect(emphasis(state()).selection).toEqual({ kind: 'entity', id: 'orascom' });
  await workspace.run('hide');
  expect([...state().chart.hidden].sort()).toEqual(['orascom', 'otmt']);
});

test('a snapshot keeps both records and that they are drawn as one', async () => {
  const { workspace, state } = await begin();
  await workspace.run('drawAsOne', ['orascom', 'otmt']);
  const { snapshot } = readSnapshot(JSON.parse(JSON.stringify(snapshotOf(state()))));
  expect(snapshot!.chart.joined).toEqual({ otmt: 'orascom' });
  expect(snapshot!.dataset.entities.map((e) => e.id)).toContain('otmt');
});
