import { expect, test } from 'vitest';
import { writeDataset } from '../../formats';
import type { PerspectiveChart } from '../../model';
import { visiblePart, type Workspace } from '..';
import { begin } from '../testing/begin';
import { largeCase, smallCase } from '../testing/smallCase';
import { fileOf, testPlatform } from '../testing/testPlatform';

const entitiesDrawn = (w: Workspace) => visiblePart(w.state.getState()).entities.map((e) => e.id);

test('a large dataset opens with its best connected entities, never with everything', async () => {
  const { state } = await begin(testPlatform({ cases: { large: largeCase(900) } }));
  expect(state().chart.entities.size).toBe(25);
  expect(state().chart.entities.has('c0')).toBe(true);
  expect(
    state()
      .notices.map((n) => n.text)
      .join(),
  ).toContain('25 of the 900 entities of A large case are on the chart: the best connected ones.');
});

test('a dataset too large to come along opens with what its store finds best connected, the same each time', async () => {
  const large = () => testPlatform({ cases: { large: largeCase(2500) } });
  const { state } = await begin(large());
  const { entities, relationships, positions } = state().chart;
  expect([entities.size, positions.size]).toEqual([25, 25]);
  expect([...entities.keys()].slice(0, 7)).toEqual(['c0', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6']);
  expect(relationships.size).toBeGreaterThan(20);
  expect(state().notices.map((n) => n.text).join()).toContain('25 of the 2,500 entities');
  expect((await begin(large())).state().chart).toEqual(state().chart);
});

test('a bad file is reported and leaves the chart as it was', async () => {
  const { workspace, state } = await begin();
  await workspace.run('hide', 'panda');
  const before = state().chart;
  await workspace.run('openFile', fileOf('broken.json', '{"format": "throughline/1", "entities": [,]}'));
  expect(state().report).toMatchObject({ file: 'broken.json', opened: false });
  expect(state().report?.issues[0]?.at).toContain('line 1');
  expect(state().chart).toBe(before);
  expect(state().dataset?.bundled).toBe('small');
  await workspace.run('constrain', { from: 'huawei', to: 'koryolink' });
  expect(state().trace.answer?.routes.length).toBeGreaterThan(0);
});

test('a good file takes the place of the case, and the work before can be opened again', async () => {
  const { workspace, state } = await begin();
  await workspace.run('hide', 'panda');
  await workspace.run(
    'openFile',
    fileOf(
      'mine.json',
      writeDataset({ ...smallCase, id: 'mine', title: 'My case', entities: smallCase.entities.slice(0, 2), relationships: [] }),
    ),
  );
  expect(state().dataset).toMatchObject({ description: { title: 'My case' } });
  expect(state().dataset?.bundled).toBeUndefined();
  const notice = state().notices.find((n) => n.action);
  expect(notice?.action?.label).toBe('Open A small case again');
  await workspace.run('reopen');
  expect(state().dataset?.bundled).toBe('small');
  expect([...state().chart.hidden]).toEqual(['panda']);
});

test('a case opens with the first view that its editor named, and another can be chosen and undone', async () => {
  const perspectives: PerspectiveChart[] = [
    { id: 'firms', title: 'Firms', summary: 'Companies.', positions: { huawei: { x: 0, y: 0 }, panda: { x: 300, y: 0 } } },
    { id: 'owners', title: 'Owners', summary: 'Who owns.', positions: { cheo: { x: 5, y: 6 }, kptc: { x: 300, y: 0 } } },
  ];
  const { workspace, state, platform } = await begin(testPlatform({ perspectives }));
  expect(entitiesDrawn(workspace)).toEqual(['huawei', 'panda']);
  expect(platform.address.query()).toBe('case=small');
  await workspace.run('showPerspective', 'owners');
  expect(entitiesDrawn(workspace)).toEqual(['cheo', 'kptc']);
  expect(state().chart.positions.get('cheo')).toEqual({ x: 5, y: 6 });
  expect(platform.address.query()).toBe('case=small&perspective=owners');
  await workspace.run('undo');
  expect(entitiesDrawn(workspace)).toEqual(['huawei', 'panda']);
});
