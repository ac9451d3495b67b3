import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { writeCase } from '../../formats';
import { chartDocument, readSnapshot, type Claim, type Dataset, type Snapshot, type Story } from '../../model';
import { storyCitations } from '../../wording';
import { documentParts, textIn } from '../testing/documentParts';
import { openedPdf } from '../testing/openedPdf';
import { run, testFolder } from '../testing/run';

const { at, file } = testFolder('report');

async function written(name: string, ...asked: string[]): Promise<string> {
  const path = at(name);
  expect(await run('report', ...asked, '-o', path)).toMatchObject({ code: 0, err: '' });
  return path;
}

const TRACE = ['--from', 'Huawei', '--to', 'Koryolink'];

/** Every place in a source that the claims of what is reported name. */
async function placesCited(...asked: string[]): Promise<Set<string>> {
  const path = at('cited.json');
  await run('snapshot', ...asked, '-o', path);
  const { dataset } = readSnapshot(JSON.parse(readFileSync(path, 'utf8'))).snapshot as Snapshot;
  const claims: Claim[] = [...dataset.entities.flatMap((e) => e.claims ?? []), ...dataset.relationships.flatMap((r) => r.claims)];
  return new Set(claims.map((c) => JSON.stringify([c.source, c.locator ?? null])));
}

const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((found) => found[1]!);

describe('a report as a Word document', () => {
  test('has a footnote for every place that its claims cite, each referred to once and in the order of its numbers', async () => {
    const parts = documentParts(await written('trace.docx', ...TRACE));
    const footnotes = all(parts['word/footnotes.xml']!, /<w:footnote w:id="(\d+)"/g).map(Number).filter((id) => id > 0);
    const references = all(parts['word/document.xml']!, /<w:footnoteReference w:id="(\d+)"/g).map(Number);
    expect(footnotes.length).toBe((await placesCited('--trace', 'Huawei', 'Koryolink')).size);
    expect(references).toEqual(footnotes.map((_, i) => i + 1));
    const bookmarks = all(parts['word/document.xml']!, /<w:bookmarkStart w:name="(note\d+)"/g);
    const referred = all(parts['word/document.xml']!, /NOTEREF (note\d+) /g);
    expect(referred.length).toBeGreaterThan(20);
    expect(referred.filter((name) => !bookmarks.includes(name))).toEqual([]);
  });

  test('tells what is alleged as alleged, with the status of every tie and how it was made', async () => {
    const text = textIn(documentParts(await written('worded.docx', ...TRACE, '--status', 'alleged,disputed'))['word/document.xml']!);
    expect(text).toMatch(/Panda International Information Technology Co\., Ltd\. allegedly supplied Koryolink/);
    for (const words of ['Filter: at most', 'status alleged and disputed', 'Made with: Throughline 0.1.0', 'alleged: it is alleged'])
      expect(text).toContain(words);
    expect(all(text, /SHA-256 of[^:]*: ([0-9a-f]{64})/g)).toHaveLength(2);
  });

  test('is the same bytes whenever it is made, without a date, a path or the name of a user', async () => {
    const [one, two] = [await written('one.docx', ...TRACE), await written('two.docx', ...TRACE)];
    expect(readFileSync(one).equals(readFileSync(two))).toBe(true);
    const parts = documentParts(one);
    expect(parts['docProps/core.xml']).toContain('<dc:creator>Throughline</dc:creator>');
    expect(parts['docProps/core.xml']).not.toMatch(/\d{4}-\d{2}-\d{2}/);
    for (const text of Object.values(parts)) expect(text).not.toContain(process.cwd());
  });

  test('draws its chart as vectors, with words for those who hear it', async () => {
    const parts = documentParts(await written('drawn.docx', ...TRACE));
    const svg = Object.entries(parts).find(([name]) => name.endsWith('.svg'))![1];
    expect(svg).not.toContain('<text');
    expect(svg.match(/<path /g)!.length).toBeGreaterThan(100);
    expect(parts['word/document.xml']).toMatch(/<wp:docPr [^>]*descr="A chart of [^"]*Panda International/);
  });

  test('proves an ownership where it is asked', async () => {
    const parts = documentParts(await written('owners.docx', '--owners', 'Koryolink', '--listed', 'Korea Post', '--as-of', '2013'));
    const text = textIn(parts['word/document.xml']!);
    expect(text).toContain('Who owns Koryolink as of 2013?');
    expect(text).toMatch(/Proof under the 50 per cent rule\n(?:No|Yes|Undetermined): with Korea Post/);
  });

  test('says nothing of what is withheld', async () => {
    const path = at('withheld.docx');
    const withhold = ['--withhold', 'Panda International=Firm A'];
    const { code } = await run('report', ...TRACE, ...withhold, '-o', path);
    expect(code).toBe(0);
    const text = textIn(documentParts(path)['word/document.xml']!);
    expect(text).toContain('Firm A');
    expect(text).not.toMatch(/Panda/);
    expect(await run('verify-withheld', path, '--case', 'graph-data/north-korea-telecom.json', ...withhold)).toMatchObject({ code: 0 });
  });
});

describe('a report as a PDF', () => {
  test('has its text, tags, bookmarks and a note for every place that is cited, and is the same bytes whenever it is made', async () => {
    const [one, two] = [await written('one.pdf', ...TRACE), await written('two.pdf', ...TRACE)];
    expect(readFileSync(one).equals(readFileSync(two))).toBe(true);
    const { document, text, roles, alts } = await openedPdf(one);
    const outline = (await document.getOutline()).map(({ title }) => title);
    expect(outline).toEqual(['Summary', 'Chart', 'Routes', 'What the sources say', 'Entities', 'Ties', 'Method', 'Notes']);
    const notes = (await placesCited('--trace', 'Huawei', 'Koryolink')).size;
    const targets = [...(await document.getDestinations() as unknown as Map<string, unknown>).keys()];
    expect(targets.filter((name) => name.startsWith('note-'))).toHaveLength(notes);
    expect(targets.filter((name) => name.startsWith('cited-'))).toHaveLength(notes);
    const wanted = ['H1', 'H2', 'H3', 'P', 'L', 'LI', 'Table', 'TR', 'TH', 'TD', 'Figure', 'Link', 'Note'];
    expect(wanted.filter((role) => !roles.includes(role))).toEqual([]);
    expect(alts.join(' ')).toMatch(/^A chart of .*Panda International/);
    expect(text.replace(/\s+/g, ' ')).toMatch(/Panda International Information Technology Co., Ltd. allegedly supplied Koryolink/);
    // The labels of the chart are text too.
    expect(text).toContain('US Commerce (BIS)');
  });

  test('has neither date, maker of the machine nor path in it, and says what language it is in', async () => {
    const { document } = await openedPdf(await written('meta.pdf', ...TRACE));
    const { info } = await document.getMetadata();
    expect(info).toMatchObject({ Title: 'Huawei to Koryolink', Creator: 'Throughline', Producer: 'Throughline', Language: 'en' });
    expect(info).not.toHaveProperty('CreationDate');
    expect(readFileSync(at('meta.pdf'), 'latin1')).not.toContain(process.cwd());
  });
});

test('a report as a workbook has its text, entities, ties and claims, and its sources by number', async () => {
  const [one, two] = [await written('one.xlsx', ...TRACE), await written('two.xlsx', ...TRACE)];
  expect(readFileSync(one).equals(readFileSync(two))).toBe(true);
  const parts = documentParts(one);
  expect(all(parts['xl/workbook.xml']!, /<sheet name="([^"]+)"/g)).toEqual(['Report', 'Entities', 'Ties', 'Claims', 'Sources']);
  const rows = (parts['xl/worksheets/sheet5.xml']!.match(/<row /g) ?? []).length - 1;
  expect(rows).toBe((await placesCited('--trace', 'Huawei', 'Koryolink')).size);
});

test('a story is reported step by step, and what it cites is told in its notes', async () => {
  const parts = documentParts(await written('story.docx', '--story', 'huawei-koryolink'));
  const { story } = JSON.parse(readFileSync('graph-data/huawei-koryolink.story.json', 'utf8')) as { story: Story };
  const text = textIn(parts['word/document.xml']!);
  for (const { headline } of story.steps) expect(text).toContain(headline);
  const cited = new Set(story.steps.flatMap((step) => storyCitations(step.text)).map((c) => `${c.record} ${c.source}`));
  const notes = [...textIn(parts['word/footnotes.xml']!).matchAll(/The source (?:asserts|alleges|denies|questions)/g)];
  expect(notes.length).toBeGreaterThanOrEqual(cited.size);
  expect(Object.keys(parts).filter((name) => name.endsWith('.svg'))).toHaveLength(story.steps.length);
});

test('a chart of a case is reported as it is drawn, also where somebody on it is withheld', async () => {
  const dataset = JSON.parse(readFileSync('graph-data/north-korea-telecom.json', 'utf8')) as Dataset;
  const ids = ['huawei', 'panda-international', 'koryolink', 'orascom-telecom-holding'];
  const chart = chartDocument.parse({
    entities: ids, positions: Object.fromEntries(ids.map((id, i) => [id, { x: 300 * i, y: 0 }])), pinned: [],
    hidden: ['orascom-telecom-holding'], expanded: {}, layout: 'organic',
  });
  const path = file('drawn.case.json', writeCase({ dataset, charts: [{ name: 'Suppliers', chart }] }));
  const asked = [path, '--chart', 'Suppliers'];
  expect((await run('report', ...asked, '-o', at('chart.xlsx'))).out).toMatch(/chart\.xlsx: 3 entities/);
  expect((await run('report', path, '--chart', 'Other', '-o', at('none.xlsx'))).err).toContain('There are: “Suppliers”.');
  expect((await run('report', ...asked, '--withhold', 'huawei=Firm A', '-o', at('chart-withheld.xlsx'))).code).toBe(0);
  expect(Object.values(documentParts(at('chart-withheld.xlsx'))).join(' ')).not.toMatch(/huawei/i);
});

test.each([
  [['--from', 'Huawei', '-o', 'x.docx'], /Name both ends/], [[...TRACE, '--only', 'Huawei', '-o', 'x.docx'], /about one thing/],
  [[...TRACE, '-o', 'x.odt'], /the ending says what is written, one of \.docx/], [['--listed', 'KPTC', '-o', 'x.docx'], /--listed goes with/],
])('a report that cannot be is refused: %j', async (args, why) => {
  expect(await run('report', ...args)).toMatchObject({ code: 2, err: expect.stringMatching(why) });
});

test('where there is no route nothing is written', async () => {
  const lonely = file('lonely.json', {
    format: 'throughline/1', id: 'lonely', title: 'Lonely', sources: [], relationships: [],
    entities: [{ id: 'a', type: 'company', name: 'Alder' }, { id: 'b', type: 'company', name: 'Birch' }],
  });
  expect(await run('report', lonely, '--from', 'Alder', '--to', 'Birch', '-o', at('none.docx'))).toMatchObject({ code: 1 });
  expect(existsSync(at('none.docx'))).toBe(false);
});
