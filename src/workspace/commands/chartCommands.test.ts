import { expect, test } from 'vitest';
import { begin } from '../testing/begin';

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
