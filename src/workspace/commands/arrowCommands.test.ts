import { expect, test } from 'vitest';
import { z } from 'zod';
import { chartDocument, readSnapshot } from '../../model';
import { buildScene, sceneMarks } from '../../drawing';
import { legend, sceneInput, snapshotOf, visiblePart } from '..';
import { documentOf } from '../chart';
import { begin } from '../testing/begin';

test('an arrow between two that are selected is drawn with its text, and is no tie', async () => {
  const { workspace, state } = await begin();
  const ties = visiblePart(state()).relationships;
  await workspace.run('selectSeveral', ['huawei', 'loxley']);
  await workspace.run('drawArrow');
  expect(state().editing).toEqual({ kind: 'arrow', id: 'arrow-1' });
  await workspace.run('textArrow', { id: 'arrow-1', text: ' who came later? ' });
  expect(state().chart.arrows).toEqual([{ id: 'arrow-1', from: { entity: 'huawei' }, to: { entity: 'loxley' }, text: 'who came later?' }]);
  const scene = buildScene(sceneInput(state()));
  expect(scene.arrows).toMatchObject([{ id: 'arrow-1', label: { text: 'who came later?' } }]);
  expect(JSON.stringify(sceneMarks(scene))).toContain('who came later?');
  expect(visiblePart(state()).relationships).toBe(ties);
  expect(scene.lines).toHaveLength(ties.length);
  expect(legend(state()).arrows).toBe(true);
});

test('an arrow is undone step by step, kept in the chart document, and gone with the entity that it is at', async () => {
  const { workspace, state } = await begin();
  await workspace.run('drawArrow', { from: { x: 5, y: -40 }, to: { entity: 'loxley' } });
  await workspace.run('textArrow', { id: 'arrow-1', text: 'look here' });
  const written = z.encode(chartDocument, documentOf(state()));
  expect(written.arrows).toEqual([{ id: 'arrow-1', from: { x: 5, y: -40 }, to: { entity: 'loxley' }, text: 'look here' }]);
  await workspace.run('undo');
  expect(state().chart.arrows).toEqual([{ id: 'arrow-1', from: { x: 5, y: -40 }, to: { entity: 'loxley' } }]);
  await workspace.run('undo');
  expect(z.encode(chartDocument, documentOf(state()))).not.toHaveProperty('arrows');
  await workspace.run('redo');
  await workspace.run('remove', 'loxley');
  expect(state().chart.arrows).toBeUndefined();
});

test('an arrow at a member of a closed group is at its box, and is in the snapshot', async () => {
  const { workspace, state } = await begin();
  await workspace.run('drawArrow', { from: { x: 0, y: -900 }, to: { entity: 'otmt' } });
  await workspace.run('selectSeveral', ['orascom', 'otmt', 'kptc']);
  await workspace.run('groupSelected');
  await workspace.run('toggleGroup');
  const { boxes, arrows } = buildScene(sceneInput(state()));
  const box = boxes.find((b) => b.group)!;
  expect(Math.abs(arrows![0]!.end.x - box.x)).toBeLessThanOrEqual(box.width / 2 + 6);
  expect(Math.abs(arrows![0]!.end.y - box.y)).toBeLessThanOrEqual(box.height / 2 + 6);
  const { snapshot } = readSnapshot(JSON.parse(JSON.stringify(snapshotOf(state()))));
  expect(snapshot!.chart.arrows).toEqual(state().chart.arrows);
  await workspace.run('hide', ['otmt']);
  expect(snapshotOf(state()).chart.arrows).toBeUndefined();
});
