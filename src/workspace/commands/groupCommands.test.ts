import { expect, test } from 'vitest';
import { z } from 'zod';
import { chartDocument, readSnapshot } from '../../model';
import { groupBox, legendOf, buildScene } from '../../drawing';
import { chartSentences, drawnPart, readingOrder, sceneInput, selectedEntities, selectedGroup, snapshotOf } from '..';
import { documentOf } from '../chart';
import { begin } from '../testing/begin';

async function withGroup() {
  const begun = await begin();
  const { workspace, state } = begun;
  await workspace.run('selectSeveral', ['orascom', 'otmt', 'kptc']);
  await workspace.run('groupSelected');
  return { ...begun, group: state().chart.groups![0]! };
}

test('several selected become a group that is open, and closed it is one box; each is one step that undo takes back', async () => {
  const { workspace, state, group } = await withGroup();
  expect(group).toMatchObject({ name: 'Group 1', members: ['orascom', 'otmt', 'kptc'] });
  expect(selectedGroup(state())).toBe(group);
  const open = state().chart;
  await workspace.run('toggleGroup');
  expect(drawnPart(state()).part.entities.map((e) => e.id)).toContain(groupBox(group));
  expect(drawnPart(state()).part.entities.map((e) => e.id)).not.toContain('otmt');
  expect(legendOf(buildScene(sceneInput(state())))).toMatchObject({ grouped: true });
  await workspace.run('undo');
  expect(state().chart).toEqual(open);
  await workspace.run('undo');
  expect(state().chart.groups).toBeUndefined();
});

test('opened again its members stand where they stood', async () => {
  const { workspace, state } = await withGroup();
  const before = state().chart.positions;
  await workspace.run('toggleGroup');
  await workspace.run('toggleGroup');
  expect(state().chart.positions).toEqual(before);
  expect(state().chart.groups![0]).not.toHaveProperty('closed');
});

test('the box of a closed group takes its members along', async () => {
  const { workspace, state, group } = await withGroup();
  await workspace.run('toggleGroup');
  const box = groupBox(group);
  const [at, member] = [state().chart.groups![0]!.place!, state().chart.positions.get('otmt')!];
  await workspace.run('move', { positions: new Map([[box, { x: at.x + 100, y: at.y - 40 }]]) });
  expect(state().chart.positions.get('otmt')).toEqual({ x: member.x + 100, y: member.y - 40 });
  expect(state().chart.groups![0]!.place).toEqual({ x: at.x + 100, y: at.y - 40 });
});

test('a group is named, coloured and taken apart, and is in the chart document', async () => {
  const { workspace, state, group } = await withGroup();
  await workspace.run('nameGroup', { id: group.id, name: 'Hold' });
  await workspace.run('nameGroup', { id: group.id, name: 'Holders' });
  await workspace.run('colourGroup', { id: group.id, colour: 'group3' });
  const written = z.encode(chartDocument, documentOf(state()));
  expect(written.groups).toEqual([{ id: group.id, name: 'Holders', members: group.members, colour: 'group3' }]);
  await workspace.run('undo');
  await workspace.run('undo');
  expect(state().chart.groups![0]!.name).toBe('Group 1');
  await workspace.run('ungroup');
  expect(z.encode(chartDocument, documentOf(state()))).not.toHaveProperty('groups');
});

test('pressing the box of a group selects its members, and keys go from box to box', async () => {
  const { workspace, state, group } = await withGroup();
  await workspace.run('toggleGroup');
  const box = groupBox(group);
  await workspace.run('selectEntity', 'cheo');
  await workspace.run('select', { kind: 'entity', id: box });
  expect([...selectedEntities(state())].sort()).toEqual(['kptc', 'orascom', 'otmt']);
  expect(state().selection).toBeUndefined();
  const order = readingOrder(state());
  await workspace.run('nextEntity');
  expect(state().selection?.id).toBe(order[(order.indexOf(box) + 1) % order.length]);
  await workspace.run('previousEntity');
  expect(selectedGroup(state())?.id).toBe(group.id);
  const line = drawnPart(state()).part.relationships.find((r) => drawnPart(state()).bundles!.has(r.id))!;
  await workspace.run('selectEntity', 'cheo');
  await workspace.run('select', { kind: 'relationship', id: line.id });
  expect(selectedGroup(state())?.id).toBe(group.id);
});

test('a screen reader hears the group with its ties, and which of them are doubtful', async () => {
  const { workspace, state, group } = await withGroup();
  await workspace.run('toggleGroup');
  const { summary, entities } = chartSentences(state());
  expect(summary).toContain('3 of the entities are in a group that is closed.');
  const told = entities.find((e) => e.id === groupBox(group))!;
  expect(told.sentence).toBe('Group 1, group of 3 entities: 2 companies, 1 state body.');
  expect(told.ties.map((t) => t.sentence)).toContain('Group 1 and CHEO: 3 ties (owns), each confirmed.');
  expect(told.ties.map((t) => t.sentence).join()).toContain('disputed');
});

test('a snapshot draws the group, and hides nothing of what it holds', async () => {
  const { workspace, state, group } = await withGroup();
  await workspace.run('toggleGroup');
  const { snapshot } = readSnapshot(JSON.parse(JSON.stringify(snapshotOf(state()))));
  expect(snapshot!.chart.groups).toEqual(state().chart.groups);
  expect(snapshot!.dataset.entities.map((e) => e.id)).toEqual(expect.arrayContaining([...group.members]));
  await workspace.run('hide', ['orascom', 'otmt']);
  expect(snapshotOf(state()).chart.groups![0]!.members).toEqual(['kptc']);
});

test('everything that is drawn is grouped by type, country or venture, and each choice takes the place of the last', async () => {
  const { workspace, state } = await begin();
  await workspace.run('groupByType');
  expect(state().chart.groups!.map((g) => [g.name, g.members.length])).toEqual([['companies', 6]]);
  expect(drawnPart(state()).part.entities).toHaveLength(5);
  await workspace.run('groupByVenture');
  expect(state().chart.groups!.map((g) => [g.name, [...g.members].sort()])).toEqual([['CHEO', ['cheo', 'kptc', 'orascom', 'otmt']]]);
  await workspace.run('undo');
  await workspace.run('undo');
  expect(state().chart.groups).toBeUndefined();
});

test('an entity that is taken off the chart leaves its group, and the last one takes the group with it', async () => {
  const { workspace, state } = await withGroup();
  await workspace.run('remove', ['orascom', 'otmt']);
  expect(state().chart.groups![0]!.members).toEqual(['kptc']);
  await workspace.run('remove', ['kptc']);
  expect(state().chart.groups).toBeUndefined();
});
