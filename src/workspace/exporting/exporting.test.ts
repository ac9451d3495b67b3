import { expect, test } from 'vitest';
import { formats, readFile } from '../../formats';
import type { GraphStore } from '../../store';
import { commands, visiblePart } from '..';
import { begin } from '../testing/begin';
import { smallCase } from '../testing/smallCase';
import { testPlatform } from '../testing/testPlatform';

async function exporting(platform = testPlatform()) {
  const begun = await begin(platform);
  const savedAgain = async () => {
    const { name, blob } = platform.saved.at(-1)!;
    return { name, reading: await readFile(new Uint8Array(await blob.arrayBuffer()), { name }) };
  };
  return { ...begun, savedAgain };
}

test('what is drawn is written and nothing else', async () => {
  const { workspace, savedAgain, state } = await exporting();
  await workspace.run('hide', 'recluse');
  await workspace.run('exportData', { format: 'throughline', what: 'drawn' });
  const { name, reading } = await savedAgain();
  expect(name).toBe('a-small-case.json');
  expect(reading.dataset?.entities.map((e) => e.id).sort()).toEqual(visiblePart(state()).entities.map((e) => e.id).sort());
  expect(reading.dataset?.entities.map((e) => e.id)).not.toContain('recluse');
  expect(reading.dataset?.relationships.map((r) => r.id)).not.toContain('huawei-koryolink');
});

test('everything is written from where it is held, whatever is hidden or filtered out', async () => {
  const { workspace, savedAgain } = await exporting();
  await workspace.run('hide', 'recluse');
  await workspace.run('exportData', { format: 'throughline', what: 'all' });
  const { reading } = await savedAgain();
  expect(reading.dataset?.entities).toHaveLength(smallCase.entities.length);
  expect(reading.dataset?.relationships).toHaveLength(smallCase.relationships.length);
});

test('what a format cannot hold is told afterwards, counted, and denials are among it', async () => {
  const { workspace, state } = await exporting();
  await workspace.run('exportData', { format: 'ftm', what: 'all' });
  const { saved } = state();
  expect(saved).toMatchObject({ file: 'a-small-case.ftm.json', format: 'ftm', what: 'all' });
  expect(saved!.issues.length).toBeGreaterThan(0);
  expect(saved!.issues.map((i) => i.message).join(' ')).toMatch(/sources deny/);
  await workspace.run('dismissSaved');
  expect(state().saved).toBeUndefined();
});

test('a format that holds everything has nothing to tell', async () => {
  const { workspace, state } = await exporting();
  await workspace.run('exportData', { format: 'throughline', what: 'all' });
  expect(state().saved).toBeUndefined();
  expect(state().notices.at(-1)?.text).toBe('Saved a-small-case.json.');
});

test('the notes and charts of a case are counted where a format has no room for them, with what was edited a moment ago', async () => {
  const slow = (store: GraphStore) =>
    Object.assign(Object.create(store) as GraphStore, {
      edit: async (...asked: Parameters<NonNullable<GraphStore['edit']>>) => {
        await new Promise((resolve) => setTimeout(resolve));
        await store.edit!(...asked);
      },
    });
  const { workspace, state, savedAgain } = await exporting(testPlatform({ wrap: slow }));
  await workspace.run('newCase', 'My case');
  await workspace.run('enterSource', { text: 'Annual report 2008, Orascom' });
  await workspace.run('enterClaim', 'Orascom Ltd owns Koryolink');
  await workspace.run('putNote', { text: 'Ask the register.', entity: 'koryolink' });
  void workspace.run('putNote', { text: 'Ask the port.', entity: 'koryolink' });
  await workspace.run('exportData', { format: 'gexf', what: 'all' });
  expect(state().saved!.issues.filter((i) => i.code.startsWith('lost-n') || i.code === 'lost-charts')).toMatchObject([
    { code: 'lost-notes', value: '2' }, { code: 'lost-charts', value: '1' },
  ]);
  void workspace.run('putNote', { text: 'Ask the bank.', entity: 'koryolink' });
  await workspace.run('exportData', { format: 'throughline-case', what: 'all' });
  const { reading } = await savedAgain();
  expect([reading.dataset!.notes!.length, reading.charts!.length]).toEqual([3, 1]);
});

const WRITTEN = formats.filter((f) => f.write);

test.each(WRITTEN.map((f) => f.id))('%s is written from the screen under its own ending', async (format) => {
  const { workspace, platform, state } = await exporting();
  await workspace.run('exportData', { format, what: 'drawn' });
  expect(state().notices.filter((n) => n.tone === 'error')).toEqual([]);
  const { name, blob } = platform.saved.at(-1)!;
  expect(name.endsWith(WRITTEN.find((f) => f.id === format)!.extensions[0]!)).toBe(true);
  expect(blob.size).toBeGreaterThan(100);
});

test('places go along into formats that have them', async () => {
  const { workspace, savedAgain, state } = await exporting();
  await workspace.run('exportData', { format: 'gexf', what: 'drawn' });
  const { reading } = await savedAgain();
  const [view] = reading.perspectives!;
  const there = state().chart.positions;
  const apart = (a: string, b: string, at: (id: string) => { x: number }) => at(b).x - at(a).x;
  expect(apart('huawei', 'panda', (id) => view!.positions[id]!)).toBeCloseTo(apart('huawei', 'panda', (id) => there.get(id)!), 3);
});

test('more than a browser can write is refused, and the limit is named', async () => {
  const { workspace, platform, state } = await exporting();
  const { dataset } = state();
  workspace.state.setState({ dataset: { ...dataset!, description: { ...dataset!.description, relationships: 900_000 } } });
  await workspace.run('exportData', { format: 'graphml', what: 'all' });
  expect(state().notices.at(-1)).toMatchObject({ tone: 'error', text: expect.stringContaining('at most 600,000') as string });
  expect(platform.saved).toEqual([]);
});

test('without a request the command asks which format', async () => {
  const { workspace, state } = await exporting();
  expect(commands.exportData.listed).toBe(true);
  await workspace.run('exportData');
  expect(state().view.dialog).toBe('export');
});

test('a format that is only read is refused in words', async () => {
  const { workspace, state } = await exporting();
  await workspace.run('exportData', { format: 'icij', what: 'all' });
  expect(state().notices.at(-1)).toMatchObject({ tone: 'error', text: expect.stringContaining('No file is written as "icij"') as string });
});
