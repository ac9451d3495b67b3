import { gzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { chartRecords, withMeaning, withTable, withValue, type Workspace } from '..';
import { begin } from '../testing/begin';
import { fileOf, testPlatform } from '../testing/testPlatform';

const HEADER = 'Gesellschafter;Gesellschaft;Anteil;Stand\n';
const ROWS = 'Alder AG;Birch GmbH;62,50;03.04.2011\nCedar KG;Birch GmbH;37,50;05.06.2012\nDora Elm;Alder AG;51,00;31.12.2005\n';
const tables = (name = 'anteile.csv', text = HEADER + ROWS) => fileOf(name, text);

/** The waiting file as it stands, with one column given another meaning. */
function meaning(workspace: Workspace, index: number, as: 'start' | 'ignore' | 'label') {
  const { mapping } = workspace.state.getState().reading!;
  return withTable(mapping, 0, withMeaning(mapping.tables[0]!, index, as));
}

test('a file of tables waits until it is settled how it is read; the chart stays as it was', async () => {
  const { workspace, state } = await begin();
  const before = state().chart;
  await workspace.run('openFile', tables());
  await expect.poll(() => state().reading?.counts).toMatchObject({ relationships: 3, entities: 4 });
  expect(state().reading?.mapping.tables[0]?.columns.map((c) => c.as).slice(0, 3)).toEqual(['from', 'to', 'share']);
  expect(state().chart).toBe(before);
  await workspace.run('cancelMapping');
  expect(state().reading).toBeUndefined();
  expect(state().chart).toBe(before);
  expect(state().dataset?.bundled).toBe('small');
});

test('it is opened as it was settled: a column that was changed means what was said', async () => {
  const { workspace, state } = await begin();
  await workspace.run('openFile', tables());
  await workspace.run('setMapping', meaning(workspace, 3, 'start'));
  expect(state().reading?.counts?.relationships).toBe(3);
  await workspace.run('openMapped');
  expect(state().reading).toBeUndefined();
  const ties = [...chartRecords(state()).relationships.values()];
  expect(ties.map((r) => r.start).sort()).toEqual(['2005-12-31', '2011-04-03', '2012-06-05']);
  expect(ties.map((r) => r.share).sort()).toEqual([37.5, 51, 62.5]);
});

test('what is chosen stands at once: a second choice goes on from the first, and a field does not fall back to what it was', async () => {
  const { workspace, state } = await begin();
  await workspace.run('openFile', tables());
  const said = workspace.run('setMapping', meaning(workspace, 3, 'start'));
  expect(state().reading?.mapping.tables[0]?.columns[3]?.as).toBe('start');
  await said;
});

test('the next file of the same shape opens at once, and how it was read can be changed', async () => {
  const { workspace, state } = await begin();
  await workspace.run('openFile', tables());
  await workspace.run('setMapping', meaning(workspace, 3, 'start'));
  await workspace.run('openMapped');
  await workspace.run('openFile', tables('noch-mehr.csv', `${HEADER}Fir SE;Gale AG;10,00;01.02.2020\n`));
  expect(state().reading).toBeUndefined();
  expect(state().dataset?.description.relationships).toBe(1);
  expect([...chartRecords(state()).relationships.values()][0]).toMatchObject({ start: '2020-02-01', share: 10 });
  expect(state().notices.find((n) => n.text.includes('saved column mapping'))?.action?.command).toBe('changeMapping');

  await workspace.run('changeMapping');
  expect(state().reading).toMatchObject({ file: 'noch-mehr.csv', again: true });
  expect(state().reading?.mapping.tables[0]?.columns[3]?.as).toBe('start');
  await workspace.run('setMapping', meaning(workspace, 3, 'ignore'));
  await workspace.run('openMapped');
  expect([...chartRecords(state()).relationships.values()][0]?.start).toBeUndefined();
});

test('what was remarked in the dialog is not told in another one; it can be shown', async () => {
  const { workspace, state } = await begin();
  await workspace.run('openFile', tables());
  await expect.poll(() => state().reading?.counts?.issues.length).toBeGreaterThan(0);
  await workspace.run('openMapped');
  expect(state().report).toBeUndefined();
  expect(state().notices.find((n) => n.text.includes('warning'))?.action?.command).toBe('showReport');
  await workspace.run('showReport');
  expect(state().report).toMatchObject({ file: 'anteile.csv', opened: true, format: 'table' });
});

const TYPED = 'Von;Nach;Art der Verbindung\n';

test('what the values of a column of types mean is settled and remembered; one that is new and unknown is asked about', async () => {
  const { workspace, state } = await begin();
  await workspace.run('openFile', tables('arten.csv', `${TYPED}Alder;Birch;Eigentümer\nBirch;Cedar;Patenschaft\nCedar;Dora;Hülse\n`));
  const { mapping } = state().reading!;
  await workspace.run('setMapping', withTable(mapping, 0, withValue(mapping.tables[0]!, 2, { value: 'Patenschaft', as: 'finances' })));
  await workspace.run('openMapped');
  expect([...chartRecords(state()).relationships.values()].map((r) => r.type).sort()).toEqual(['finances', 'linkedTo', 'owns']);

  await workspace.run('openFile', tables('mehr.csv', `${TYPED}Elm;Fir;Patenschaft\nFir;Gale;Lieferant\nElm;Gale;Hülse\n`));
  expect(state().reading, 'nothing in it is new and unknown').toBeUndefined();
  expect([...chartRecords(state()).relationships.values()].map((r) => r.type).sort()).toEqual(['finances', 'linkedTo', 'supplies']);

  await workspace.run('openFile', tables('neues.csv', `${TYPED}Hazel;Iris;Patenschaft\nIris;Juni;Gevatter\n`));
  expect(state().reading).toMatchObject({ file: 'neues.csv', remembered: true });
  expect(state().reading!.mapping.tables[0]!.columns[2]!.values).toContainEqual({ value: 'Patenschaft', as: 'finances' });
  await workspace.run('openMapped');
  await workspace.run('openFile', tables('neues-2.csv', `${TYPED}Hazel;Iris;Gevatter\n`));
  expect(state().reading).toBeUndefined();
});

test('a file of another shape is asked about', async () => {
  const { workspace, state } = await begin();
  await workspace.run('openFile', tables());
  await workspace.run('openMapped');
  await workspace.run('openFile', tables('other.csv', 'Owner,Company\nAlder,Birch\n'));
  expect(state().reading?.file).toBe('other.csv');
});

test('a reload reads the file as it was read, without asking', async () => {
  const platform = testPlatform();
  const { workspace } = await begin(platform);
  await workspace.run('openFile', tables());
  await workspace.run('setMapping', meaning(workspace, 3, 'start'));
  await workspace.run('openMapped');
  platform.leave();
  await expect
    .poll(() => [...platform.keep.values.values()].find((kept) => (kept as { source?: { name: string } }).source?.name === 'anteile.csv'))
    .toMatchObject({ source: { name: 'anteile.csv', mapping: { tables: [{ columns: { length: 4 } }] } } });

  platform.reloaded = true;
  const again = await begin(platform);
  expect(again.state().reading).toBeUndefined();
  expect([...chartRecords(again.state()).relationships.values()].map((r) => r.start).sort()).toEqual([
    '2005-12-31', '2011-04-03', '2012-06-05',
  ]);
});

test('another encoding or delimiter shows the file anew and guesses anew; what was settled counts for both shapes', async () => {
  const { workspace, state } = await begin();
  const latin = new File([Uint8Array.from('Owner;Company\nM\xfcller;K\xf6nig\n', (c) => c.charCodeAt(0))], 'latin.csv');
  await workspace.run('openFile', latin);
  await workspace.run('reshape', { encoding: 'windows-1251' });
  expect(state().reading?.preview.tables[0]?.rows[0]).toEqual(['Mьller', 'Kцnig']);
  await workspace.run('reshape', { encoding: 'windows-1252' });
  expect(state().reading?.preview.tables[0]?.rows[0]).toEqual(['Müller', 'König']);
  await workspace.run('reshape', { delimiter: ',' });
  expect(state().reading?.preview.tables[0]?.header).toEqual(['Owner;Company']);
  await workspace.run('reshape', { delimiter: ';' });
  expect(state().reading?.mapping).toMatchObject({
    encoding: 'windows-1252', delimiter: ';', tables: [{ columns: [{ as: 'from' }, { as: 'to' }] }],
  });
});

test('changes of shape that come quickly are made one upon the other', async () => {
  const { workspace, state } = await begin();
  await workspace.run('openFile', fileOf('pairs.csv', 'owner:company,x\nAlder:Birch,1\n'));
  await Promise.all([workspace.run('reshape', { delimiter: ':' }), workspace.run('reshape', { table: 0, header: null })]);
  expect(state().reading?.mapping).toMatchObject({ delimiter: ':', tables: [{ header: null }] });
  expect(state().reading?.preview.tables[0]?.rows[0]).toEqual(['owner', 'company,x']);
});

test('a header that stands elsewhere is looked for there, and the rest stays as it was settled', async () => {
  const { workspace, state } = await begin();
  await workspace.run('openFile', tables());
  const { options } = state().reading!.mapping;
  await workspace.run('setMapping', { ...state().reading!.mapping, options: { ...options, entityType: 'person' } });
  await workspace.run('reshape', { table: 0, header: null });
  expect(state().reading?.mapping.tables[0]?.header).toBeNull();
  expect(state().reading?.preview.tables[0]?.total).toBe(4);
  expect(state().reading?.mapping.options.entityType).toBe('person');
});

test('several files that are tables open as one dataset', async () => {
  const { workspace, state } = await begin();
  const file = (name: string, text: string) => ({ name, blob: new Blob([text]) });
  await workspace.run('openFiles', [
    file('case/people.csv', 'id,name,type\np1,Alder,company\np2,Birch,company\n'), file('case/ties.csv', 'from,to,type\np1,p2,owns\n'),
  ]);
  expect(state().reading?.file).toBe('case');
  expect(state().reading?.preview.tables.map((t) => t.name)).toEqual(['case/people.csv', 'case/ties.csv']);
  await workspace.run('openMapped');
  expect(state().dataset?.description).toMatchObject({ entities: 2, relationships: 1 });
});

test('of a folder in which one file alone is of any format, that one is opened', async () => {
  const { workspace, state } = await begin();
  const dataset =
    '{"format":"throughline/1","id":"one","title":"The only one","sources":[],"entities":[{"id":"a","type":"company","name":"Alder"}],'
    + '"relationships":[]}';
  await workspace.run('openFiles', [
    { name: 'case/README.md', blob: new Blob(['# Notes of the case']) }, { name: 'case/one.json', blob: new Blob([dataset]) },
  ]);
  expect(state().dataset?.description.title).toBe('The only one');
  expect(state().notices.map((n) => n.text)).toContain(
    '“case/README.md” is of no format that is read here. Only “case/one.json” was taken.',
  );
});

test('of tables and a file that is none the tables open, and the other is named before and after', async () => {
  const { workspace, state } = await begin();
  await workspace.run('openFiles', [
    { name: 'people.csv', blob: new Blob(['id,name,type\np1,Alder,company\np2,Birch,company\n']) },
    { name: 'ties.csv', blob: new Blob(['from,to,type\np1,p2,owns\n']) },
    { name: 'scan.pdf', blob: new Blob([Uint8Array.of(0x25, 0, 1, 2, 3, 4)]) },
  ]);
  expect(state().reading?.preview.doubts.map((i) => i.at)).toContain('scan.pdf');
  await workspace.run('openMapped');
  expect(state().dataset?.description.entities).toBe(2);
  expect(state().report?.issues.map((i) => i.at)).toContain('scan.pdf');
});

test('several files that do not belong together are not opened, and it is said why', async () => {
  const { workspace, state } = await begin();
  const before = state().chart;
  await workspace.run('openFiles', [
    { name: 'a.json', blob: new Blob(['{"a":1}']) }, { name: 'b.json', blob: new Blob(['{"b":2}']) },
    { name: 'scan.pdf', blob: new Blob([Uint8Array.of(0x25, 0, 1, 2, 3, 4)]) },
  ]);
  expect(state().notices.at(-1)?.text).toMatch(
    /^These 3 files do not belong.*Nothing was opened\. “scan\.pdf” is of no format that is read here\. Open the files one by one\.$/,
  );
  expect(state().chart).toBe(before);
});

test('a file whose content does not tell what it is can be read as a format of the user’s choice', async () => {
  const { workspace, state } = await begin();
  await workspace.run('openFile', fileOf('notes.dat', 'Alder owns Birch\nBirch owns Cedar\n'));
  expect(state().report).toMatchObject({ opened: false, format: 'unknown' });
  await workspace.run('readAs', 'table');
  expect(state().report).toBeUndefined();
  expect(state().reading?.file).toBe('notes.dat');
});

test('the report of a file can be shown again and saved as JSON', async () => {
  const { workspace, platform, state } = await begin();
  await workspace.run('openFile', fileOf('broken.json', '{"format": "throughline/1", "entities": [,]}'));
  const told = state().report!;
  await workspace.run('saveReport');
  expect(JSON.parse(await platform.saved.at(-1)!.blob.text())).toMatchObject({ file: 'broken.json', opened: false, issues: told.issues });
  await workspace.run('dismissReport');
  await workspace.run('showReport');
  expect(state().report).toEqual(told);
});

test('a packed table is looked at as what is in it: its preview, then its chart', async () => {
  const { workspace, state } = await begin();
  const packed = (name: string, text: string) => new File([gzipSync(new TextEncoder().encode(text)) as Uint8Array<ArrayBuffer>], name);
  await workspace.run('openFile', packed('anteile.csv.gz', HEADER + ROWS));
  await expect.poll(() => state().reading?.counts).toMatchObject({ relationships: 3, entities: 4 });
  expect(state().reading?.preview.tables).toMatchObject([
    { name: 'anteile.csv', header: ['Gesellschafter', 'Gesellschaft', 'Anteil', 'Stand'], total: 3 },
  ]);
  await workspace.run('openMapped');
  expect([...chartRecords(state()).relationships.values()].map((r) => r.share).sort()).toEqual([37.5, 51, 62.5]);

  await workspace.run('openFile', packed('mehr.csv.gz', `${HEADER}Fir SE;Gale AG;10,00;01.02.2020\n`));
  expect(state().reading, 'of a shape that is known').toBeUndefined();
  expect([...chartRecords(state()).relationships.values()][0]).toMatchObject({ share: 10 });
});

test('a packed file whose content tells what it is, is not doubtful; one packed too tightly is refused with the limit', async () => {
  const { workspace, state } = await begin();
  const dataset =
    '{"format":"throughline/1","id":"one","title":"The only one","sources":[],"entities":[{"id":"a","type":"company","name":"Alder"}],'
    + '"relationships":[]}';
  await workspace.run('openFile', new File([gzipSync(new TextEncoder().encode(dataset)) as Uint8Array<ArrayBuffer>], 'one.json.gz'));
  expect(state().dataset?.description.title).toBe('The only one');
  expect(state().notices.some(({ action }) => action?.command === 'readAs')).toBe(false);
  await workspace.run('openFile', new File([gzipSync(new Uint8Array(64 * 1024 * 1024)) as Uint8Array<ArrayBuffer>], 'bomb.csv.gz'));
  expect(state().report).toMatchObject({ opened: false, issues: [{ code: 'packed-too-tightly' }] });
});

test('packed tables of a folder open as one dataset', async () => {
  const { workspace, state } = await begin();
  const file = (name: string, text: string) => ({
    name, blob: new Blob([gzipSync(new TextEncoder().encode(text)) as Uint8Array<ArrayBuffer>]),
  });
  await workspace.run('openFiles', [
    file('case/people.csv.gz', 'id,name,type\np1,Alder,company\np2,Birch,company\n'),
    file('case/ties.csv.gz', 'from,to,type\np1,p2,owns\n'),
  ]);
  expect(state().reading?.preview.tables.map((t) => t.name)).toEqual(['case/people.csv', 'case/ties.csv']);
  await workspace.run('openMapped');
  expect(state().dataset?.description).toMatchObject({ entities: 2, relationships: 1 });
});
