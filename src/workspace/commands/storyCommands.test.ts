import { expect, test } from 'vitest';
import type { WorkspaceState } from '../state';
import { begin } from '../testing/begin';
import { testPlatform } from '../testing/testPlatform';

const steps = (state: () => WorkspaceState) => state().chart.story?.steps ?? [];

test('a step is added from what is seen, written, moved and taken out, and all of it is undone and redone', async () => {
  const { workspace, state } = await begin();
  await workspace.run('addStoryStep');
  await workspace.run('hide', ['huawei']);
  await workspace.run('addStoryStep');
  expect(steps(state).map((s) => s.view.entities.includes('huawei'))).toEqual([true, false]);
  const [first, second] = steps(state).map((s) => s.id) as [string, string];
  await workspace.run('writeStoryStep', { id: first, headline: 'All of them' });
  await workspace.run('writeStoryStep', { id: first, notes: 'Slowly.' });
  await workspace.run('moveStoryStep', { id: second, to: 0 });
  expect(steps(state).map((s) => s.headline)).toEqual(['Step 2', 'All of them']);
  await workspace.run('removeStoryStep', first);
  expect(steps(state)).toHaveLength(1);
  for (let i = 0; i < 2; i++) await workspace.run('undo');
  expect(steps(state).map((s) => [s.headline, s.notes])).toEqual([['All of them', 'Slowly.'], ['Step 2', undefined]]);
  await workspace.run('redo');
  expect(steps(state).map((s) => s.id)).toEqual([second, first]);
});

test('showing a step brings its entities, places and filter back, and keeps the story', async () => {
  const { workspace, state } = await begin();
  await workspace.run('addStoryStep');
  const [step] = steps(state);
  const seen = step!.view.entities;
  await workspace.run('hide', [seen[0]!]);
  await workspace.run('toggleDenied');
  await workspace.run('showStoryStep', step!.id);
  expect([...state().chart.entities].sort()).toEqual([...seen].sort());
  expect(state().chart.hidden.size).toBe(0);
  expect(state().chart.filter).toEqual(step!.view.filter);
  for (const id of seen) expect(state().chart.positions.get(id)).toEqual(step!.view.positions![id]);
  expect(steps(state)).toHaveLength(1);
  await workspace.run('undo');
  expect(state().chart.hidden.has(seen[0]!)).toBe(true);
});

test('the story is saved as a page with the records that it draws and cites, and with nothing else', async () => {
  const platform = testPlatform();
  const { workspace, state } = await begin(platform);
  await workspace.run('addStoryStep');
  const [step] = steps(state);
  await workspace.run('writeStoryStep', { id: step!.id, text: 'It runs. [@cheo-koryolink registry]' });
  await workspace.run('renameStory', 'How it came');
  await workspace.run('saveStory');
  const [file] = platform.saved;
  expect(file!.name).toBe('how-it-came.html');
  const { dataset } = JSON.parse(await file!.blob.text()) as { dataset: { entities: { id: string }[]; relationships: { id: string }[] } };
  expect(dataset.relationships.map((r) => r.id)).toContain('cheo-koryolink');
  const ids = new Set(dataset.entities.map((e) => e.id));
  expect(step!.view.entities.every((id) => ids.has(id))).toBe(true);
});
