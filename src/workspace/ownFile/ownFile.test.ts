import { expect, test } from 'vitest';
import { writeCase } from '../../formats';
import { put, type Entity } from '../../model';
import { begin } from '../testing/begin';
import { memoryFiles, MemoryFile } from '../testing/memoryFile';
import { smallCase } from '../testing/smallCase';
import { fileOf, testPlatform } from '../testing/testPlatform';

const text = writeCase({ dataset: smallCase, charts: [] });
const named = (id: string, name: string) => put('entities', { ...smallCase.entities.find((e) => e.id === id)!, name });

/** The small case, opened from a file of one's own. */
async function opened(file = new MemoryFile('mine.case.json', text)) {
  const begun = await begin(testPlatform({ ownFiles: memoryFiles(file) }));
  await begun.workspace.run('openOwnFile');
  const phase = () => begun.state().ownFile?.phase;
  await expect.poll(phase).toBe('saved');
  const again = () => begin(testPlatform({ keep: begun.platform.keep, ownFiles: memoryFiles(file), reloaded: true }));
  const name = (id: string) => begun.state().records.entities.get(id)?.name;
  const names = () => (JSON.parse(file.text) as { dataset: { entities: Entity[] } }).dataset.entities.map((e) => e.name);
  return { ...begun, file, phase, again, name, names };
}

test('a browser without such files saves a download, with the same words', async () => {
  const { workspace, platform, state } = await begin();
  await workspace.run('saveCase');
  expect([platform.saved.map((f) => f.name), state().notices.at(-1)!.text, state().ownFile]).toEqual([
    ['a-small-case.case.json'], 'Saved a-small-case.case.json.', undefined,
  ]);
});

test('the user names a file once, and it is written at each change from then on', async () => {
  const file = new MemoryFile('mine.case.json');
  const { workspace, state, platform } = await begin(testPlatform({ ownFiles: memoryFiles(file) }));
  await workspace.run('saveCase');
  expect([state().ownFile, state().notices.at(-1)!.text]).toEqual([
    { file: 'mine.case.json', phase: 'saved', at: expect.any(Number) as number }, 'Saved mine.case.json.',
  ]);
  await workspace.run('putRecord', named('panda', 'Panda Ltd'));
  await expect.poll(() => file.text).toContain('"Panda Ltd"');
  await workspace.run('hide', 'loxley');
  await expect.poll(() => file.text).toContain('"hidden": ["loxley"]');
  expect(platform.saved).toEqual([]);
});

test('nobody who closes the picker has a file, and nothing is said', async () => {
  const { workspace, state } = await begin(testPlatform({ ownFiles: memoryFiles() }));
  await workspace.run('saveCase');
  expect([state().ownFile, state().notices]).toEqual([undefined, []]);
});

test('what was done to the file meanwhile is taken over by record and claim, as one step of undo', async () => {
  const { workspace, file, state, name, names } = await opened();
  file.put(file.text.replace('"Panda"', '"Panda by hand"'));
  await workspace.run('putRecord', named('loxley', 'Loxley Ltd'));
  await expect.poll(() => name('panda')).toBe('Panda by hand');
  await expect.poll(names).toEqual(expect.arrayContaining(['Loxley Ltd', 'Panda by hand']));
  expect(state().history.undo.at(-1)).toBe('Take what was changed in mine.case.json');
  await workspace.run('undo');
  await expect.poll(names).toEqual(expect.arrayContaining(['Loxley Ltd', 'Panda']));
});

test.each([['here', 'Panda Ltd'], ['file', 'Panda by hand']] as const)(
  'where both changed one thing otherwise nothing is written before it is decided, and then it is that %s',
  async (prefer, kept) => {
    const { workspace, file, state, phase, name, names } = await opened();
    const byHand = file.text.replace('"Panda"', '"Panda by hand"');
    file.put(byHand);
    await workspace.run('putRecord', named('panda', 'Panda Ltd'));
    await expect.poll(phase).toBe('changed');
    expect(state().ownFile!.conflicts).toEqual(['Entity panda, name: “Panda Ltd” here, “Panda by hand” in the file.']);
    expect(file.text).toBe(byHand);
    await workspace.run('putRecord', named('loxley', 'Loxley Ltd'));
    await expect.poll(() => state().jobs.size).toBe(0);
    expect(file.text).toBe(byHand);
    await workspace.run('decideOwnFile', prefer);
    await expect.poll(phase).toBe('saved');
    expect(name('panda')).toBe(kept);
    expect(names()).toEqual(expect.arrayContaining([kept, 'Loxley Ltd']));
  },
);

test('a file that is no case any more is not written over before the user says so', async () => {
  const { workspace, file, state, phase } = await opened();
  file.put('{ "half": ');
  await workspace.run('putRecord', named('panda', 'Panda Ltd'));
  await expect.poll(phase).toBe('changed');
  expect([state().ownFile!.message, file.text]).toEqual([expect.stringMatching(/\S/), '{ "half": ']);
  await workspace.run('decideOwnFile', 'here');
  await expect.poll(() => file.text).toContain('"Panda Ltd"');
});

test('a file that was deleted is told, and the next saving asks for another', async () => {
  const { workspace, file, state, phase } = await opened();
  file.gone = true;
  await workspace.run('putRecord', named('panda', 'Panda Ltd'));
  await expect.poll(phase).toBe('failed');
  expect(state().ownFile!.message).toMatch(/\S/);
  file.gone = false;
  await workspace.run('saveCase');
  expect([phase(), file.text]).toEqual(['saved', expect.stringContaining('"Panda Ltd"')]);
});

test('after a reload the browser is asked again at a press of a button, and till then the file stays as it is', async () => {
  const { workspace, file, phase, again, platform } = await opened();
  await workspace.run('putRecord', named('panda', 'Panda Ltd'));
  await expect.poll(() => file.text).toContain('"Panda Ltd"');
  await expect.poll(phase).toBe('saved');
  platform.leave();
  file.mayWrite = false;
  const second = await again();
  await expect.poll(() => second.state().ownFile?.phase).toBe('asks');
  await second.workspace.run('putRecord', named('loxley', 'Loxley Ltd'));
  expect(file.text).not.toContain('"Loxley Ltd"');
  await second.workspace.run('saveCase');
  expect([second.state().ownFile!.phase, file.text]).toEqual(['saved', expect.stringMatching(/"Loxley Ltd"[^]*"Panda Ltd"/)]);
});

test('title and further charts that were changed in the file stay in it, after a reload as well', async () => {
  const { workspace, file, phase, again, platform } = await opened();
  const written = JSON.parse(file.text) as { dataset: { title: string }; charts: { name: string }[] };
  const other = { ...written.charts[0]!, name: 'Another' };
  file.put(JSON.stringify({ ...written, dataset: { ...written.dataset, title: 'As it was renamed' }, charts: [...written.charts, other] }));
  await workspace.run('putRecord', named('panda', 'Panda Ltd'));
  await expect.poll(() => file.text).toContain('"Panda Ltd"');
  await expect.poll(phase).toBe('saved');
  platform.leave();
  const second = await again();
  await second.workspace.run('putRecord', named('loxley', 'Loxley Ltd'));
  await expect.poll(() => file.text).toContain('"Loxley Ltd"');
  expect(file.text).toMatch(/"title": "As it was renamed"[^]*"name": "Another"/);
});

test('a case that is dropped where the browser lets the page write is saved in its file; another file has none', async () => {
  const file = new MemoryFile('mine.case.json', text);
  const { workspace, state } = await begin(testPlatform({ ownFiles: memoryFiles(file) }));
  await workspace.run('openFiles', [{ name: file.name, blob: fileOf(file.name, text), handle: file }]);
  expect(state().ownFile?.file).toBe('mine.case.json');
  await workspace.run('openFiles', [{ name: 'other.json', blob: fileOf('other.json', JSON.stringify(smallCase)), handle: file }]);
  expect(state().ownFile).toBeUndefined();
});
