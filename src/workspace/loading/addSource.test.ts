import { expect, test } from 'vitest';
import { put, type Dataset } from '../../model';
import { openProposals } from '..';
import { begin } from '../testing/begin';
import { largeCase } from '../testing/smallCase';
import { fileOf, testPlatform } from '../testing/testPlatform';

/** Two of its parties are of the small case too, one of them under the same id and another under the same name. */
const register: Dataset = {
  format: 'throughline/1', id: 'register', title: 'A register',
  sources: [{ id: 'hill', title: 'Another source of the same id', publisher: 'A registrar', kind: 'registry' }],
  entities: [
    { id: 'panda', type: 'company', name: 'Panda', identifiers: [{ scheme: 'LEI', value: '5493001KJTIIGC8Y1R12' }] },
    { id: 'ru-7', type: 'company', name: 'Loxley Ltd' },
    { id: 'birch', type: 'person', name: 'Ada Birch' },
  ],
  relationships: [{ id: 'birch-panda', type: 'directs', from: 'birch', to: 'panda', claims: [{ source: 'hill', stance: 'asserts' }] }],
};
const file = (data: unknown = register) => fileOf('register.json', JSON.stringify(data));

test('a file that is added stands beside what is open, nothing is merged, and those that may be the same are proposed', async () => {
  const { workspace, state } = await begin();
  const before = state();
  await workspace.run('addFile', file());
  const { chart, dataset, view } = state();
  expect(dataset).toMatchObject({ files: ['small', 'register.json'], description: { entities: 13 } });
  for (const [id, at] of before.chart.positions) expect(chart.positions.get(id)).toEqual(at);
  expect([...chart.entities.keys()].filter((id) => !before.chart.entities.has(id)).sort()).toEqual(['birch', 'panda-register', 'ru-7']);
  expect(state().records.relationships.get('birch-panda')).toMatchObject({ to: 'panda-register', claims: [{ source: 'hill-register' }] });
  expect(openProposals(state()).map((p) => [p.a, p.b]).sort()).toEqual([['loxley', 'ru-7'], ['panda', 'panda-register']]);
  expect(view.asking).toBe('matches');
  expect(state().report!.issues.map((i) => i.code)).toContain('ids-told-apart');
});

test('a route goes from one file to the other once a match is accepted, and no more when it is taken back', async () => {
  const { workspace, state } = await begin();
  await workspace.run('addFile', file());
  await workspace.run('constrain', { from: 'birch', to: 'koryolink' });
  expect(state().trace.answer!.routes).toEqual([]);
  const panda = openProposals(state()).find((p) => p.a === 'panda')!;
  await workspace.run('decide', { proposals: [panda], verdict: 'same' });
  await workspace.run('ask');
  expect(state().trace.answer!.routes.map((r) => r.entities)).toEqual([['birch', 'panda-register', 'panda', 'koryolink']]);
  await workspace.run('takeBackMatch', [...state().chart.decided.keys()][0]!);
  await workspace.run('ask');
  expect(state().trace.answer!.routes).toEqual([]);
});

test('files and decisions are there again after a reload', async () => {
  const platform = testPlatform();
  const { workspace, state } = await begin(platform);
  await workspace.run('addFile', file());
  await workspace.run('acceptCertain');
  await workspace.run('decide', { proposals: openProposals(state()), verdict: 'probably' });
  const { chart } = state();
  expect(chart.decided.size).toBe(2);
  await new Promise((resolve) => setTimeout(resolve));
  platform.leave();
  await new Promise((resolve) => setTimeout(resolve));
  const again = await begin(testPlatform({ keep: platform.keep, reloaded: true }));
  expect(again.state().dataset!.files).toEqual(['small', 'register.json']);
  expect(again.state().chart.decided).toEqual(chart.decided);
  expect(again.state().chart.joined).toEqual(chart.joined);
  expect([...again.state().chart.relationships.keys()].sort()).toEqual([...chart.relationships.keys()].sort());
  await again.workspace.run('constrain', { from: 'birch', to: 'koryolink' });
  expect(again.state().trace.answer!.routes).toHaveLength(1);
});

test('of a large file that is added its best connected come to the chart, and nobody else does', async () => {
  const { workspace, state } = await begin();
  const before = new Set(state().chart.entities.keys());
  await workspace.run('addFile', fileOf('large.json', JSON.stringify({ ...largeCase(2500), id: 'large' })));
  const came = [...state().chart.entities.keys()].filter((id) => !before.has(id));
  expect(came).toHaveLength(25);
  expect(came).toContain('c0');
});

test('a file that cannot be used leaves everything as it was', async () => {
  const { workspace, state } = await begin();
  const before = state();
  await workspace.run('addFile', fileOf('broken.json', '{ "format": "throughline/1", "entities": 3 }'));
  expect(state().chart).toBe(before.chart);
  expect(state().dataset).toBe(before.dataset);
  expect(state().report).toMatchObject({ opened: false, file: 'small + broken.json' });
});

test('a third file is matched against the first two, and opening another replaces them all', async () => {
  const { workspace, state } = await begin();
  await workspace.run('addFile', file());
  await workspace.run(
    'addFile',
    fileOf(
      'third.json',
      JSON.stringify({ ...register, id: 'third', entities: [{ id: 'x', type: 'company', name: 'Loxley Limited' }], relationships: [] }),
    ),
  );
  expect(state().dataset!.files).toEqual(['small', 'register.json', 'third.json']);
  expect(openProposals(state()).filter((p) => p.b === 'x').map((p) => p.a).sort()).toEqual(['loxley', 'ru-7']);
  await workspace.run('openFile', file());
  expect(state().dataset!.files).toBeUndefined();
  expect(state().matches).toBeUndefined();
});

test('what was entered and edited before a file is added stays in the data, apart from what the file has under the same ids', async () => {
  const platform = testPlatform();
  const { workspace, state } = await begin(platform);
  await workspace.run('newCase', 'My case');
  await workspace.run('enterSource', { text: 'Annual report 2008, Orascom', fields: { kind: 'filing' } });
  await workspace.run('enterClaim', 'Panda owns Birch 75 %');
  await workspace.run('putNote', { text: 'Ask the registrar.', entity: 'birch' });
  const noted = [...state().notes.values()];
  await workspace.run('addFile', file());
  expect(state().dataset).toMatchObject({ files: ['my-case.case.json', 'register.json'], description: { entities: 5, relationships: 2 } });
  expect(state().records.entities.get('birch')).toMatchObject({ name: 'Birch', type: 'company' });
  expect(state().records.entities.get('birch-register')).toMatchObject({ name: 'Ada Birch', type: 'person' });
  expect([...state().notes.values()]).toEqual(noted);
  expect(state().entry.source).toMatchObject({ title: 'Annual report 2008' });
  await workspace.run('constrain', { from: 'panda', to: 'birch' });
  expect(state().trace.answer!.routes.map((r) => r.entities)).toEqual([['panda', 'birch']]);
  await workspace.run('enterClaim', 'Elm supplies Oak');
  const { chart } = state();
  platform.leave();
  await new Promise((resolve) => setTimeout(resolve));
  const again = await begin(testPlatform({ keep: platform.keep, reloaded: true }));
  expect(again.state().chart.relationships).toEqual(chart.relationships);
  expect(again.state().dataset!.description).toMatchObject({ entities: 7, relationships: 3 });
});

test('a match that was accepted and what is edited stand once when a third file is added', async () => {
  const { workspace, state } = await begin();
  await workspace.run('addFile', file());
  await workspace.run('decide', { proposals: openProposals(state()).filter((p) => p.a === 'panda'), verdict: 'same' });
  await workspace.run('putRecord', put('entities', { ...state().records.entities.get('panda')!, summary: 'A trader.' }));
  const { decided } = state().chart;
  const key = [...decided.keys()][0]!;
  const { relationships } = state().dataset!.description;
  await workspace.run('addFile', fileOf('third.json', JSON.stringify({ ...register, id: 'third', relationships: [] })));
  expect(state().chart.decided).toEqual(decided);
  expect(state().records.entities.get('panda')).toMatchObject({ summary: 'A trader.' });
  await workspace.run('selectEntity', 'panda');
  expect(state().looking!.relationships.filter((id) => id === key)).toHaveLength(1);
  await workspace.run('takeBackMatch', key);
  expect(state().records.relationships.has(key)).toBe(false);
  await workspace.run('deleteRecord', { list: 'relationships', id: 'kptc-cheo' });
  expect(state().dataset!.description.relationships).toBe(relationships - 2);
});
