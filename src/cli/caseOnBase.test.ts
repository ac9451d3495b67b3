import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { writeCase, writeDataset } from '../formats';
import { chartDocument, dataset, drop, edited, NO_EDITS, put, withEdits, type Dataset, type Edit, type Story } from '../model';
import { openPackedStore } from '../store';
import { BUNDLED_CASE } from './installation';
import { pathBytes } from './pathBytes';
import { documentParts, textIn } from './testing/documentParts';
import { run, testFolder } from './testing/run';

const { at } = testFolder('case-on-base');
const whole = dataset.parse(JSON.parse(readFileSync(BUNDLED_CASE, 'utf8')));
const [packed, own, plain] = [at('register.throughline'), at('own.case.json'), at('whole.json')];

const story: Story = {
  id: 'own', title: 'A filing',
  steps: [
    {
      id: 'a', headline: 'Who owns it', text: 'A filing says so.[@own-tie own-filing]',
      view: { entities: ['quayside-works', 'koryolink'] },
    },
    { id: 'b', headline: 'And Huawei', text: '', view: { entities: ['huawei', 'koryolink'] } },
  ],
};

/** A source, a company of which a tie says something, another claim on a tie that is there, and a tie that is gone. */
function changes({ relationships, notes: _notes }: Dataset): Edit[] {
  const claim = { source: 'own-filing', stance: 'asserts' as const, locator: 'p. 4' };
  const [first, second] = relationships;
  return [
    put('sources', { id: 'own-filing', title: 'A filing', publisher: 'A register', kind: 'filing' }),
    put('entities', { id: 'quayside-works', type: 'company', name: 'Quayside Works' }),
    put('relationships', { id: 'own-tie', type: 'owns', from: 'quayside-works', to: 'koryolink', share: 5, claims: [claim] }),
    put('relationships', { ...first!, claims: [...first!.claims, claim] }), drop('relationships', second!.id),
    put('notes', { id: 'own-note', text: 'Ask the register.', entity: 'quayside-works' }),
  ];
}

beforeAll(async () => {
  expect((await run('pack', BUNDLED_CASE, '-o', packed)).code).toBe(0);
  const bytes = await pathBytes(packed);
  const store = await openPackedStore(bytes);
  const edits = changes(whole);
  await store.edit!({ edits });
  const chart = chartDocument.parse({
    entities: ['huawei', 'quayside-works'], positions: {}, pinned: [], hidden: [], expanded: {}, layout: 'organic', story,
  });
  writeFileSync(own, writeCase(await store.asCase([{ name: 'Main', chart }])));
  await bytes.close();
  writeFileSync(plain, writeDataset(edited(whole, withEdits(NO_EDITS, edits))));
}, 60_000);

test('the file of a case that stands on a base has what was added and what is cited, and names the base', () => {
  const written = JSON.parse(readFileSync(own, 'utf8')) as { base: unknown; dataset: Dataset };
  expect(written.base).toEqual({
    name: 'register.throughline', bytes: readFileSync(packed).length, sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    without: { relationships: [whole.relationships[1]!.id] },
  });
  const ids = written.dataset.entities.map((e) => e.id);
  expect(ids).toEqual(expect.arrayContaining(['huawei', 'koryolink', 'quayside-works']));
  expect(ids.length).toBeLessThan(8);
  expect(written.dataset.notes).toEqual([{ id: 'own-note', text: 'Ask the register.', entity: 'quayside-works' }]);
});

test.each([
  ['search', 'quayside wroks'], ['trace', 'Quayside Works', 'Huawei', '-k', '3'], ['trace', 'Quayside Works', 'KPTC', '--json', '-k', '5'],
  ['owners', 'Koryolink', '--json'], ['ventures', '--json'], ['between', 'Quayside Works', 'KPTC', '-k', '5'], ['overview', '--json'],
])('%s %s: a case and its base, which lies beside it, answer as the whole would', async (...asked) => {
  expect(await run(...asked, '--data', own)).toEqual(await run(...asked, '--data', plain));
});

test('the base is named where it lies elsewhere, and another file is refused', async () => {
  mkdirSync(at('elsewhere'), { recursive: true });
  const [alone, other] = [at('elsewhere/own.case.json'), at('elsewhere/other.throughline')];
  copyFileSync(own, alone);
  expect(await run('search', 'quayside works', '--data', alone)).toMatchObject({ code: 2, err: expect.stringContaining('--base FILE') });
  expect((await run('search', 'quayside works', '--data', alone, '--base', packed)).out).toContain('Quayside Works');
  expect((await run('pack', plain, '-o', other)).code).toBe(0);
  expect(await run('search', 'quayside works', '--data', alone, '--base', other)).toMatchObject({
    code: 2, err: expect.stringContaining('“other.throughline”'),
  });
  expect(await run('search', 'quayside works', '--data', plain, '--base', packed)).toMatchObject({
    code: 2, err: expect.stringContaining('stands on no base'),
  });
});

test('its stories are told, and its charts reported, as those of the whole would be, also with something withheld', async () => {
  const file = at('own.story.json');
  writeFileSync(file, JSON.stringify({ format: 'throughline-story/1', dataset: whole.id, story }));
  for (const withheld of [[], ['--withhold', 'Quayside Works=Company A']]) {
    const [here, there] = [at('here.html'), at('there.html')];
    expect((await run('snapshot', '--data', own, '--story', 'own', ...withheld, '-o', here)).code).toBe(0);
    expect((await run('snapshot', '--data', plain, '--story', file, ...withheld, '-o', there)).code).toBe(0);
    expect(readFileSync(here, 'utf8')).toBe(readFileSync(there, 'utf8'));
    expect(readFileSync(here, 'utf8')).toContain(withheld.length > 0 ? 'Company A' : 'Quayside Works');
    const report = at('chart.docx');
    expect(await run('report', own, '--chart', 'Main', ...withheld, '-o', report)).toMatchObject({
      code: 0, out: expect.stringContaining('2 entities'),
    });
    const text = textIn(documentParts(report)['word/document.xml']!);
    expect(text).toContain(withheld.length > 0 ? 'Company A' : 'Quayside Works');
    expect(/quayside/i.test(text)).toBe(withheld.length === 0);
  }
});
