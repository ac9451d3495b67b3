import { expect, test } from 'vitest';
import type { Dataset } from '../../model';
import { begin } from '../testing/begin';
import { smallCase } from '../testing/smallCase';
import { testPlatform } from '../testing/testPlatform';

/** The small case, in which a claim about Koryolink speaks of Orascom. */
const speaking: Dataset = {
  ...smallCase,
  relationships: smallCase.relationships.map((r) =>
    r.id === 'cheo-koryolink' ? { ...r, claims: [{ ...r.claims[0]!, statement: 'ORASCOM paid for it.' }] } : r,
  ),
};
const withheld = [{ kind: 'entity' as const, id: 'orascom', as: 'Firm A' }];
const PLACE = 'relationships/cheo-koryolink/claims/0/statement';

async function save(withholding: { rewritten?: Record<string, string>; leftOut?: string[]; said?: boolean }, dataset = speaking) {
  const platform = testPlatform({ cases: { small: dataset } });
  const { workspace, state } = await begin(platform);
  await workspace.run('snapshot', { kind: 'json', title: 'The chart',
    withholding: { withheld, rewritten: {}, leftOut: [], ...withholding } });
  return {
    files: await Promise.all(platform.saved.map((file) => file.blob.text())), notices: state().notices.map((n) => n.text).join('\n'),
    texts: await workspace.withheldTexts({ kind: 'json', withholding: { withheld, rewritten: {}, leftOut: [], ...withholding } }),
  };
}

test('nothing is saved while a text that names what is withheld is undecided', async () => {
  const { files, notices, texts } = await save({});
  expect(files).toEqual([]);
  expect(notices).toContain('One text names what is withheld. Rewrite or leave out each of them first.');
  expect(texts.undecided.map((t) => t.place)).toEqual([PLACE]);
});

test('words that name it again are no rewriting', async () => {
  expect((await save({ rewritten: { [PLACE]: 'Orascom did.' } })).files).toEqual([]);
});

test.each([
  ['left out', { leftOut: [PLACE] }, 'Firm A'], ['rewritten', { rewritten: { [PLACE]: 'Firm A paid for it.' } }, 'Firm A paid for it.'],
])('a text that is %s lets the file be saved, without the name', async (_, withholding, holds) => {
  const { files: [file] } = await save(withholding);
  expect(file).toContain(holds);
  expect(file).not.toMatch(/orascom/i);
});

test('the file says that something is withheld where that is wanted', async () => {
  const written = async (said: boolean) => (await save({ leftOut: [PLACE], said })).files[0];
  expect(await written(true)).toContain('; something is withheld"');
  expect(await written(false)).not.toContain('something is withheld');
});

test('an address is rewritten by another address, and not by words', async () => {
  const [source, ...others] = speaking.sources;
  const dataset: Dataset = { ...speaking, sources: [{ ...source!, url: 'https://paper.example/orascom' }, ...others] };
  const place = `sources/${source!.id}/url`;
  const undecided = async (words: string) =>
    (await save({ rewritten: { [place]: words }, leftOut: [PLACE] }, dataset)).texts.undecided.map((t) => t.place);
  expect(await undecided('An article')).toEqual([place]);
  expect(await undecided('https://paper.example/article')).toEqual([]);
});

test('names of groups and texts on arrows are searched for what is withheld, and groups and arrows lose what is taken out', async () => {
  const platform = testPlatform({ cases: { small: smallCase } });
  const { workspace } = await begin(platform);
  await workspace.run('selectSeveral', ['orascom', 'otmt', 'kptc']);
  await workspace.run('groupSelected');
  await workspace.run('nameGroup', { id: 'group-1', name: 'Orascom and partners' });
  await workspace.run('drawArrow', { from: { entity: 'huawei' }, to: { x: 0, y: 0 } });
  await workspace.run('textArrow', { id: 'arrow-1', text: 'and Orascom?' });
  await workspace.run('drawArrow', { from: { entity: 'huawei' }, to: { entity: 'orascom' } });
  const gone = [{ kind: 'entity' as const, id: 'orascom' }];
  const withholding = { withheld: gone, rewritten: {}, leftOut: [] };
  const { undecided } = await workspace.withheldTexts({ kind: 'json', withholding });
  expect(undecided.map((t) => t.place)).toEqual(['chart/arrows/1/text', 'chart/groups/1/name']);
  const leftOut = undecided.map((t) => t.place);
  await workspace.run('snapshot', { kind: 'json', title: 'The chart', withholding: { ...withholding, leftOut } });
  const [file] = await Promise.all(platform.saved.map((one) => one.blob.text()));
  expect(file).not.toMatch(/orascom/i);
  const { chart } = JSON.parse(file!.slice('json:'.length)) as { chart: Record<string, unknown> };
  expect(chart['groups']).toMatchObject([{ name: 'Group 1', members: ['otmt', 'kptc'] }]);
  expect(chart['arrows']).toEqual([{ id: 'arrow-1', from: { entity: 'huawei' }, to: { x: 0, y: 0 } }]);
});
