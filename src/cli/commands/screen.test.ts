import { expect, test } from 'vitest';
import { readFile } from '../../formats';
import { combineDatasets, dataset, type Dataset } from '../../model';
import { MemoryStore } from '../../store';
import { readFileSync } from 'node:fs';
import { runForJson as run, testFolder } from '../testing/run';
import type { Screened } from '../screening/screened';

const folder = testFolder('screen');
const source = { id: 's', title: 'Register', publisher: 'Registry', kind: 'registry' as const };
const claims = [{ source: 's', stance: 'asserts' as const }];
const owns = (from: string, to: string, share: number) => ({ id: `${from}-${to}`, type: 'owns' as const, from, to, share, claims });

const data: Dataset = {
  format: 'throughline/1', id: 'case', title: 'The case', sources: [source],
  entities: [
    { id: 'quay', type: 'company', name: 'Quayside Trading Limited', jurisdiction: 'CY' },
    { id: 'below', type: 'company', name: 'Harbour Cranes GmbH' }, { id: 'far', type: 'company', name: 'Elm Tugs' },
    { id: 'half', type: 'company', name: 'Half Known Ltd' }, { id: 'other', type: 'company', name: 'Northern Lights Bakery' },
    { id: 'elm', type: 'place', name: 'Elmland' },
  ],
  relationships: [
    owns('quay', 'below', 51), owns('below', 'far', 60), owns('other', 'far', 40),
    { id: 'unknown', type: 'owns', from: 'quay', to: 'half', claims },
  ],
};
const caseFile = folder.file('case.json', data);

/** A list as OpenSanctions publishes one: FollowTheMoney, an entity a line. */
const list = folder.file('list.ftm.json', [
  { id: 'os-1', schema: 'Company', properties: { name: ['QUAYSIDE TRADING LTD'], jurisdiction: ['cy'], topics: ['sanction'] } },
  { id: 'os-2', schema: 'Person', properties: { name: ['Ivan Petrov'], topics: ['sanction'] } },
  { id: 'os-3', schema: 'Address', properties: { full: ['Elmland'], name: ['Elmland'] } },
].map((line) => JSON.stringify(line)).join('\n'));

test('who may be on a list is a hit with score and reasons, and whom it holds is told with the proof', async () => {
  const { code, json } = await run('screen', caseFile, '--against', list, '--json');
  const answer = json() as unknown as Screened;
  expect(code).toBe(1);
  expect(answer).toMatchObject({ screened: 5, notScreened: 1, lists: [{ file: list, entities: 2 }], more: 0 });
  expect(answer.hits).toMatchObject([{
    entity: { id: 'quay' }, listed: { id: 'os-1', list: 'list.ftm.json', topics: 'sanction' }, certainty: 'probable',
    score: expect.toSatisfy((score: number) => score >= 0.7 && score <= 1),
    reasons: expect.arrayContaining([{ kind: 'jurisdiction', weight: 1, sentence: expect.any(String) }]),
  }]);
  expect(answer.held).toMatchObject([
    { entity: { id: 'below' }, answer: 'yes', aggregate: { min: 51, max: 51 } },
    { entity: { id: 'half' }, answer: 'undetermined' }, { entity: { id: 'far' }, answer: 'yes', aggregate: { min: 60, max: 60 } },
  ]);
  expect(answer.held[2]!.because.join('\n')).toContain('60\u00a0% of Elm Tugs is held by Harbour Cranes GmbH');
});

test('without a hit the exit code is 0', async () => {
  const { code, out } = await run('screen', caseFile, '--against', list, '--threshold', '0.99');
  expect([code, out]).toEqual([0, expect.stringContaining('no hit')]);
});

test('a packed list gives the same hits as the list', async () => {
  const packed = folder.at('list.throughline');
  expect((await run('pack', list, '-o', packed)).code).toBe(0);
  const hits = async (against: string) => {
    const { json } = await run('screen', caseFile, '--against', against, '--json');
    return (json() as unknown as Screened).hits.map(({ entity, listed, ...rest }) => ({ ...rest, entity, listed: listed.id }));
  };
  expect(await hits(packed)).toEqual(await hits(list));
});

test('several lists are asked, and the best hit of any comes first', async () => {
  const second = folder.file('second.json', {
    ...data, id: 'second', relationships: [],
    entities: [{ id: 'bakery', type: 'company', name: 'Northern Lights Bakery' }, { id: 'quay', type: 'company', name: 'Quay Side' }],
  });
  const { json } = await run('screen', caseFile, '--against', list, second, '--threshold', '0.6', '--json');
  const { hits } = json() as unknown as Screened;
  expect(hits.map((h) => h.score)).toEqual(hits.map((h) => h.score).sort((a, b) => b - a));
  expect(new Set(hits.map((h) => h.listed.list))).toEqual(new Set(['list.ftm.json', 'second.json']));
});

test('a workbook has the hits and who is held, and no text of a list becomes a formula', async () => {
  const nasty = folder.file('nasty.json', {
    ...data, id: 'nasty', relationships: [], entities: [{ id: '=1+1', type: 'company', name: 'Quayside Trading Limited' }],
  });
  const file = folder.at('screened.xlsx');
  await run('screen', caseFile, '--against', nasty, '-o', file);
  const { readXlsx } = await import('hucre/xlsx');
  const { sheets } = await readXlsx(readFileSync(file));
  expect(sheets.map((s) => s.name)).toEqual(['hits', 'held']);
  expect(sheets[0]!.rows[1]).toContain('=1+1');
  expect(sheets[1]!.rows).toHaveLength(4);
});

test('who was hit opens beside the case, where it is proposed', async () => {
  const file = folder.at('matched.json');
  await run('screen', caseFile, '--against', list, '--matched', file);
  const { dataset: matched } = await readFile(readFileSync(file), {});
  expect(matched!.entities.map((e) => e.id)).toEqual(['os-1']);
  const { dataset: both } = combineDatasets(dataset.parse(data), matched!, 'matched');
  const store = await MemoryStore.open(both, { added: [data.entities.length] });
  expect((await store.matches({})).proposals).toMatchObject([{ a: 'quay', b: 'os-1' }]);
});

test('what cannot be asked is misuse', async () => {
  expect(await run('screen', caseFile)).toMatchObject({ code: 2, err: expect.stringContaining('--against') });
  expect(await run('screen', caseFile, '--against', folder.at('nowhere.json'))).toMatchObject({ code: 2 });
  expect(await run('screen', caseFile, '--against', list, '--threshold', '7')).toMatchObject({ code: 2 });
  expect(await run('screen', caseFile, '--against', list, '-o', folder.at('a.pdf'))).toMatchObject({ code: 2 });
});
