import { expect, test } from 'vitest';
import { selectedEntities } from '..';
import { begin } from '../testing/begin';

async function opened() {
  const { workspace, state } = await begin();
  return { run: workspace.run, selected: () => [...selectedEntities(state())].sort(), state };
}

test('everything drawn is selected, a selection is turned round and grows by its neighbours', async () => {
  const { run, selected, state } = await opened();
  await run('selectAll');
  const all = selected();
  expect(all).toEqual([...state().chart.entities.keys()].sort());
  await run('selectEntity', 'cheo');
  expect(selected()).toEqual(['cheo']);
  await run('selectNeighbours');
  expect(selected()).toEqual(['cheo', 'koryolink', 'kptc', 'orascom', 'otmt']);
  expect(state().selection, 'what is looked at stays').toEqual({ kind: 'entity', id: 'cheo' });
  await run('invertSelection');
  expect(selected()).toEqual(all.filter((id) => !['cheo', 'koryolink', 'kptc', 'orascom', 'otmt'].includes(id)));
  expect(state().selection).toBeUndefined();
  await run('clearSelection');
  expect(selected()).toEqual([]);
});

test('pin, hide and remove act on all that is selected, as one step each', async () => {
  const { run, state } = await opened();
  await run('selectSeveral', ['orascom', 'otmt']);
  await run('togglePin');
  expect([...state().chart.pinned].sort()).toEqual(['orascom', 'otmt']);
  await run('hide');
  expect([...state().chart.hidden].sort()).toEqual(['orascom', 'otmt']);
  await run('undo');
  await run('undo');
  expect(state().chart.pinned.size + state().chart.hidden.size).toBe(0);
  await run('selectSeveral', ['orascom', 'otmt']);
  await run('remove');
  expect(state().chart.entities.has('orascom') || state().chart.entities.has('otmt')).toBe(false);
  await run('undo');
  expect(state().chart.entities.has('orascom') && state().chart.entities.has('otmt')).toBe(true);
});

test('only these hides all others, and the chart is cleared and given back', async () => {
  const { run, state } = await opened();
  const all = state().chart.entities.size;
  await run('selectSeveral', ['orascom', 'cheo']);
  await run('onlyThese');
  expect(state().chart.hidden.size).toBe(all - 2);
  await run('undo');
  await run('clearChart');
  expect(state().chart.entities.size).toBe(0);
  await run('undo');
  expect(state().chart.entities.size).toBe(all);
});

test('a line that is looked at leaves no entity selected', async () => {
  const { run, selected } = await opened();
  await run('selectSeveral', ['orascom', 'cheo']);
  await run('selectRelationship', 'orascom-cheo');
  expect(selected()).toEqual([]);
});
