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

async function save(withholding: { rewritten?: Record<string, string>; leftOut?: string[] }, dataset = speaking) {
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

test('an address is rewritten by another address, and not by words', async () => {
  const [source, ...others] = speaking.sources;
  const dataset: Dataset = { ...speaking, sources: [{ ...source!, url: 'https://paper.example/orascom' }, ...others] };
  const place = `sources/${source!.id}/url`;
  const undecided = async (words: string) =>
    (await save({ rewritten: { [place]: words }, leftOut: [PLACE] }, dataset)).texts.undecided.map((t) => t.place);
  expect(await undecided('An article')).toEqual([place]);
  expect(await undecided('https://paper.example/article')).toEqual([]);
});
