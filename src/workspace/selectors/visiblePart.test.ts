import { expect, test } from 'vitest';
import { hiddenSummary, visiblePart, type Workspace } from '..';
import { begin } from '../testing/begin';

const entitiesDrawn = (w: Workspace) => visiblePart(w.state.getState()).entities.map((e) => e.id);

test('the line of what is hidden counts by reason', async () => {
  const { workspace, state } = await begin();
  await workspace.run('asOf', '2009');
  await workspace.run('hide', 'panda');
  const { text } = hiddenSummary(state());
  expect(text).toBe(
    'hidden: 1 ended before, 1 not yet begun, 1 denied, 1 entity that had not begun, 1 entity left without ties, 1 entity hidden by hand',
  );
});

test('as of a date some relationships hold possibly, and are told apart', async () => {
  const { workspace, state } = await begin();
  await workspace.run('asOf', '2020');
  expect([...visiblePart(state()).possibly]).toEqual(['huawei-pyongyang', 'kptc-pyongyang']);
  await workspace.run('toggleCertainly');
  expect(visiblePart(state()).possibly.size).toBe(0);
});

test('as of a date the holder of that time is drawn, and the other is not', async () => {
  const { workspace } = await begin();
  await workspace.run('asOf', '2009');
  expect(entitiesDrawn(workspace)).toEqual(expect.arrayContaining(['orascom']));
  expect(entitiesDrawn(workspace)).not.toContain('otmt');
  await workspace.run('asOf', '2015');
  expect(entitiesDrawn(workspace)).toContain('otmt');
  expect(entitiesDrawn(workspace)).not.toContain('orascom');
});
