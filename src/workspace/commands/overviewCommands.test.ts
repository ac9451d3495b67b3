import { expect, test } from 'vitest';
import { groupShown, overviewScene } from '..';
import { begin } from '../testing/begin';

test('the whole dataset is told in groups, each a box with its number, their ties counted and no facts', async () => {
  const { workspace, state } = await begin();
  await workspace.run('showOverview');
  const { answer, positions, phase } = state().overview!;
  expect([phase, state().view.dialog]).toEqual(['answered', 'overview']);
  const scene = overviewScene(answer!, positions!);
  expect(scene.boxes.map((b) => b.figure?.tag)).toEqual(answer!.groups.map((g) => String(g.entities)));
  expect(scene.lines.length).toBeGreaterThan(0);
  for (const line of scene.lines) expect(line).toMatchObject({ computed: true, arrow: false });
});

test('a group is opened in place of the chart as one step, which undo takes back, and it is said where one is', async () => {
  const { workspace, state } = await begin();
  const before = state().chart;
  await workspace.run('showOverview');
  const [, second] = state().overview!.answer!.groups;
  await workspace.run('openGroup', 1);
  expect([...state().chart.entities].sort()).toEqual(second!.members.map((m) => m.id).sort());
  expect(state().view.dialog).toBeUndefined();
  expect(groupShown(state())).toMatchObject({ name: second!.members[0]!.name, place: 1, of: state().overview!.answer!.groups.length });
  await workspace.run('undo');
  expect(state().chart.entities).toEqual(before.entities);
  expect(state().chart.positions).toEqual(before.positions);
  expect(groupShown(state())).toBeUndefined();
  await workspace.run('redo');
  expect(groupShown(state())?.place).toBe(1);
  expect([...state().chart.entities].sort()).toEqual(second!.members.map((m) => m.id).sort());
});

test('another way of grouping and another filter are asked anew, the same is not', async () => {
  const { workspace, state } = await begin();
  await workspace.run('showOverview');
  const first = state().overview!.answer;
  await workspace.run('showOverview');
  expect(state().overview!.answer).toBe(first);
  await workspace.run('showOverview', 'type-country');
  expect(state().overview!.answer!.by).toBe('type-country');
  await workspace.run('setFilter', { families: ['ownership'] });
  await workspace.run('showOverview');
  expect(state().overview!.answer!.relationships).toBeLessThan(first!.relationships);
});
