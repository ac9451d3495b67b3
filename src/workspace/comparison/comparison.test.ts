import { expect, test } from 'vitest';
import { put, type Dataset } from '../../model';
import { legend, sceneInput } from '../selectors';
import { begin } from '../testing/begin';
import { testPlatform } from '../testing/testPlatform';
import { smallCase } from '../testing/smallCase';

/** As the case was before: without Panda's supply, with an owner that is gone since, the share another, one source of less weight. */
const earlier: Dataset = {
  ...smallCase,
  entities: [...smallCase.entities, { id: 'harbour', type: 'company', name: 'Harbour' }],
  relationships: [
    ...smallCase.relationships
      .filter((r) => r.id !== 'panda-koryolink')
      .map((r) => (r.id === 'otmt-cheo' ? { ...r, share: 70 } : r)),
    { id: 'harbour-cheo', type: 'owns', from: 'harbour', to: 'cheo', claims: [{ source: 'times', stance: 'asserts' }] },
  ],
  sources: smallCase.sources.map((s) => (s.id === 'registry' ? { ...s, kind: 'news' } : s)),
};
const file = new File([JSON.stringify(earlier)], 'earlier.json');

test('both states are drawn: what is on the chart stays where it is, what went has a place, and each is marked', async () => {
  const { workspace, state } = await begin();
  const { chart } = state();
  await workspace.run('compareWith', file);
  const input = sceneInput(state());
  expect(input.changes?.entities).toEqual(new Map([['harbour', 'removed']]));
  expect(Object.fromEntries(input.changes!.relationships)).toMatchObject({
    'panda-koryolink': 'added', 'harbour-cheo': 'removed', 'otmt-cheo': 'changed', 'cheo-koryolink': 'changed',
  });
  for (const [id, at] of chart.positions) expect(input.positions.get(id)).toEqual(at);
  expect(input.positions.has('harbour')).toBe(true);
  expect(input.part.relationships.filter((r) => r.id === 'otmt-cheo').map((r) => r.share)).toEqual([75]);
  expect(legend(state()).changes).toEqual(['added', 'removed', 'changed']);
  expect(state().chart).toBe(chart);
});

test('the sentences are those of the command, and the other way round where the file is the later', async () => {
  const { workspace, state } = await begin();
  await workspace.run('compareWith', file);
  const said = () => state().comparison!.changes.map((c) => c.sentence);
  expect(said()).toContain('Removed entity harbour: “Harbour”.');
  expect(said()).toContainEqual(expect.stringMatching(/^The status is confirmed, no longer reported: CHEO operates Koryolink/));
  await workspace.run('compareAs', 'later');
  expect(said()).toContain('Added entity harbour: “Harbour”.');
  expect(sceneInput(state()).part.relationships.find((r) => r.id === 'otmt-cheo')?.share).toBe(70);
});

test('the steps go round, each looks at its record, and leaving brings everything back', async () => {
  const { workspace, state } = await begin();
  await workspace.run('selectEntity', 'panda');
  await workspace.run('look', { x: 1, y: 2, width: 300, height: 200 });
  const before = state();
  await workspace.run('compareWith', file);
  const count = state().comparison!.changes.length;
  await workspace.run('previousChange');
  expect(state().comparison!.at).toBe(count - 1);
  await workspace.run('nextChange');
  expect(state().comparison!.at).toBe(0);
  await workspace.run('selectRelationship', 'harbour-cheo');
  expect(sceneInput(state()).emphasis?.selection).toEqual({ kind: 'relationship', id: 'harbour-cheo' });
  await workspace.run('move', { positions: new Map([['panda', { x: 999, y: 999 }]]) });
  await workspace.run('look', { x: 9, y: 9, width: 30, height: 20 });
  await workspace.run('leaveComparison');
  const { chart, camera, selection, selected, edits, history, comparison, records } = state();
  expect({ chart, camera, selection, selected, edits, history, comparison, records }).toEqual({
    chart: before.chart, camera: before.camera, selection: before.selection, selected: before.selected, edits: before.edits,
    history: before.history, comparison: undefined, records: before.records,
  });
});

test('an edit is compared at once, and a file that says the same has no changes', async () => {
  const { workspace, state } = await begin();
  await workspace.run('compareWith', new File([JSON.stringify(smallCase)], 'same.json'));
  expect(state().comparison).toMatchObject({ phase: 'answered', changes: [] });
  await workspace.run('putRecord', put('entities', { ...smallCase.entities[1]!, name: 'Panda Ltd' }));
  await expect.poll(() => state().comparison!.changes.map((c) => c.sentence)).toEqual([
    'Changed entity panda: “Panda Ltd”: name changed from “Panda” to “Panda Ltd”.',
  ]);
});

test('a file that cannot be read is told, and the chart is drawn as it was', async () => {
  const { workspace, state } = await begin();
  const drawn = sceneInput(state());
  await workspace.run('compareWith', new File(['no data at all'], 'notes.txt'));
  expect(state().comparison).toMatchObject({ phase: 'failed' });
  expect(state().comparison!.message).not.toBe('');
  expect(sceneInput(state())).toBe(drawn);
});

test('both states are saved side by side as they are drawn, without what is hidden', async () => {
  const platform = testPlatform();
  const { workspace, state } = await begin(platform);
  await workspace.run('hide', ['huawei']);
  await workspace.run('compareWith', file);
  await workspace.run('saveComparison', 'html');
  const [saved] = platform.saved;
  expect(saved!.name).toMatch(/^what-changed-.*\.html$/);
  const written = JSON.parse(await saved!.blob.text()) as {
    kind: string; before: { name: string; dataset: Dataset }; after: { name: string }; positions: [string, unknown][]; ties: string[];
  };
  expect(written).toMatchObject({ kind: 'html', before: { name: 'earlier.json' }, after: { name: state().dataset!.description.title } });
  expect(written.before.dataset.entities.map((e) => e.id)).toContain('harbour');
  const drawn = written.positions.map(([id]) => id);
  expect(drawn).toContain('harbour');
  expect(drawn).not.toContain('huawei');
  expect(new Map(written.positions).get('koryolink')).toEqual(state().chart.positions.get('koryolink'));
});

test('a story is held against the other state, and its sentences that no longer hold are told', async () => {
  const { workspace, state } = await begin();
  await workspace.run('addStoryStep');
  const [step] = state().chart.story!.steps;
  const text = 'A filing says so. [@otmt-cheo registry] It runs. [@cheo-koryolink registry]';
  await workspace.run('writeStoryStep', { id: step!.id, text });
  await workspace.run('compareWith', file);
  expect(state().comparison!.story).toMatchObject({ looked: 2, changed: [{ holds: 'otherwise' }, { holds: 'otherwise' }] });
});

test('an edit leaves what is compared in place, and the change that was looked at is looked at still', async () => {
  const { workspace, state } = await begin();
  await workspace.run('compareWith', file);
  const at = state().comparison!.changes.findIndex((c) => c.record?.id === 'harbour');
  for (let n = 0; n <= at; n += 1) await workspace.run('nextChange');
  const before = state().comparison!;
  const phases = new Set<string | undefined>();
  const stop = workspace.state.subscribe((now) => phases.add(now.comparison?.phase));
  await workspace.run('putRecord', put('entities', { ...smallCase.entities[1]!, name: 'Panda Ltd' }));
  await expect.poll(() => state().comparison!.changes.some((c) => c.sentence.includes('Panda Ltd'))).toBe(true);
  stop();
  const after = state().comparison!;
  expect([...phases]).toEqual(['answered']);
  expect(after.positions.get('harbour')).toEqual(before.positions.get('harbour'));
  expect(after.changes[after.at!]!.sentence).toBe(before.changes[at]!.sentence);
});
