import { expect, test } from 'vitest';
import { begin } from '../testing/begin';

async function pasting() {
  const begun = await begin();
  await begun.workspace.run('enterSource', { text: 'Annual report 2008, Orascom', fields: { kind: 'filing' } });
  const reading = () => begun.state().reading!;
  const paste = async (...rows: readonly (readonly string[])[]) => {
    await begun.workspace.run('pasteRows', rows.map((row) => row.join('\t')).join('\n'));
    await expect.poll(() => reading().rows).toBeDefined();
  };
  return { ...begun, paste, reading };
}

test('rows that are pasted say what becomes of each, and are entered as one step under the active source', async () => {
  const { state, workspace, paste, reading } = await pasting();
  await paste(
    ['owner', 'company', 'share', 'start'],
    ['Orascom', 'CHEO', '75', '2008'],
    ['Korea Post', 'CHEO', '30', '2008'],
    ['Dock Ltd', 'Pier Ltd', '51', '2001'],
  );
  expect(reading().asRows).toBe(true);
  expect(reading().rows!.rows.map((row) => [row.verdict, row.says])).toEqual([
    ['known', 'Orascom owns 75 % of CHEO (since 2008)'],
    ['contradicting', 'Korea Post owns 30 % of CHEO (since 2008)'],
    ['new', 'Dock Ltd owns 51 % of Pier Ltd (since 2001)'],
  ]);
  expect(reading().rows!.contradicts.join(' ')).toMatch(/add up to more than 100 %/);
  expect(state().edits.size).toBe(0);
  const drawn = state().chart.entities.size;
  await workspace.run('openMapped');
  expect(state().reading).toBeUndefined();
  const { relationships, entities } = state().records;
  expect(relationships.get('orascom-cheo')!.claims.map((c) => c.source)).toEqual(['registry', state().entry.source!.id]);
  expect(relationships.get('dock-ltd-owns-pier-ltd')).toMatchObject({ share: 51, start: '2001', claims: [{ stance: 'asserts' }] });
  expect(entities.get('pier-ltd')).toMatchObject({ name: 'Pier Ltd', type: 'company' });
  expect(state().chart.entities.size).toBe(drawn + 2);
  expect(state().dataset!.description.relationships).toBe(12);
  await workspace.run('undo');
  expect([state().edits.size, state().chart.entities.size, state().dataset!.description.relationships]).toEqual([0, drawn, 10]);
});

test('a row that means one of several of one name is left out and told, and one that is pasted again changes nothing', async () => {
  const { state, workspace, paste, reading } = await pasting();
  const rows = [['from', 'type', 'to'], ['Twin', 'owns', 'Pier Ltd'], ['Dock Ltd', 'owns', 'Pier Ltd']];
  await workspace.run('putRecord', { list: 'entities', id: 'twin-1', record: { id: 'twin-1', type: 'company', name: 'Twin' } });
  await workspace.run('putRecord', { list: 'entities', id: 'twin-2', record: { id: 'twin-2', type: 'company', name: 'Twin' } });
  await paste(...rows);
  expect(reading().rows!.rows.map((row) => row.verdict)).toEqual(['unclear', 'new']);
  expect(reading().rows!.rows[0]!.because).toContain('twin-1, twin-2');
  await workspace.run('openMapped');
  expect(state().notices.at(-1)!.text).toContain('One row left out');
  const { edits } = state();
  await paste(...rows);
  expect(reading().rows!.rows.map((row) => row.verdict)).toEqual(['unclear', 'known']);
  await workspace.run('openMapped');
  expect(state().edits).toBe(edits);
});

test('rows without a source are not taken before one is named', async () => {
  const { state, workspace } = await begin();
  await workspace.run('pasteRows', 'from\tto\nDock\tPier');
  expect([state().reading, state().entry.open]).toEqual([undefined, 'source']);
  expect(state().notices.at(-1)!.text).toContain('Name the source of the rows first');
});
