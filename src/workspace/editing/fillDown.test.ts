import { expect, test } from 'vitest';
import { begin } from '../testing/begin';

test('marked cells get what the first of them says, as one step, and those that say it already stay as they are', async () => {
  const { workspace, state } = await begin();
  await workspace.run('showTable', 'relationships');
  const ids = ['otmt-cheo', 'cheo-koryolink', 'huawei-panda'];
  const before = ids.map((id) => state().records.relationships.get(id)!);
  await workspace.run('markCells', { list: 'relationships', column: 'dates', label: 'Dates', ids });
  await workspace.run('fillDown');
  expect(state().view.dialog).toBe('fillDown');
  await workspace.run('fillCells');
  const after = ids.map((id) => state().records.relationships.get(id)!);
  expect(after.map(({ start, end }) => [start, end])).toEqual(ids.map(() => [before[0]!.start, before[0]!.end]));
  expect(after.map(({ claims, share }) => [claims, share])).toEqual(before.map(({ claims, share }) => [claims, share]));
  const steps = () => state().history.undo.filter((label) => label.startsWith('Fill down: Dates of'));
  expect([state().view.dialog, steps().length]).toEqual([undefined, 1]);
  await workspace.run('undo');
  expect(ids.map((id) => state().records.relationships.get(id))).toEqual(before);
  await workspace.run('fillCells');
  await workspace.run('fillCells');
  expect(steps().length).toBe(1);
});

test('nothing is filled where nothing is marked, and another table has no say', async () => {
  const { workspace, state } = await begin();
  await workspace.run('fillDown');
  await workspace.run('markCells', { list: 'entities', column: 'country', label: 'Country', ids: ['huawei', 'panda'] });
  await workspace.run('showTable', 'relationships');
  await workspace.run('fillDown');
  expect([state().view.dialog, state().edits.size]).toEqual([undefined, 0]);
});
