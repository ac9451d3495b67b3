import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { storyFile, type Dataset } from '../../model';
import { storyCitations } from '../../wording';
import { run, testFolder } from '../testing/run';

const { at, file } = testFolder('story');
const CASE = JSON.parse(readFileSync('graph-data/north-korea-telecom.json', 'utf8')) as Dataset;
const { story } = storyFile.parse(JSON.parse(readFileSync('graph-data/huawei-koryolink.story.json', 'utf8')));

/** The sentences of a story, each with its citations. */
const sentences = story.steps.flatMap((step) =>
  step.text.split(/\n\s*\n/).flatMap((p) => p.match(/[^.]+?(?:\.[^[]*)?(?:\[@[^\]]+\]\s*)+/g) ?? []));

describe('the bundled story', () => {
  test('has six to eight steps, and every sentence of it ends with its source', () => {
    expect(story.steps.length).toBeGreaterThanOrEqual(6);
    expect(story.steps.length).toBeLessThanOrEqual(8);
    for (const step of story.steps)
      for (const paragraph of step.text.split(/\n\s*\n/)) {
        const bare = paragraph.replace(/\*/g, '').replace(/\[@[^\]]+\]/g, '§');
        expect([step.id, bare.split(/(?<=\.)\s+(?=[A-Z])/)].flat().filter((s) => /\.$/.test(s.trim()))).toEqual([]);
        expect(bare.trim().endsWith('§')).toBe(true);
      }
  });

  test('cites claims that the case holds, and says so where a source only alleges', () => {
    const records = new Map([...CASE.entities, ...CASE.relationships].map((r) => [r.id, r]));
    expect(sentences.length).toBeGreaterThan(15);
    for (const sentence of sentences) {
      const claims = storyCitations(sentence).map(({ record, source }) => records.get(record)?.claims?.filter((c) => c.source === source));
      expect([sentence, claims.every((c) => c !== undefined && c.length > 0)]).toEqual([sentence, true]);
      const alleged = claims.some((c) => c!.every((one) => one.stance === 'alleges'));
      if (alleged) expect(sentence).toMatch(/\bsaid\b|report|according to|writes|says/);
    }
  });

  test('names entities of the case alone', () => {
    const ids = new Set(CASE.entities.map((e) => e.id));
    expect(story.steps.flatMap((s) => [...s.view.entities, ...(s.view.route ?? [])]).filter((id) => !ids.has(id))).toEqual([]);
  });
});

describe('snapshot --story', () => {
  test('writes one page: a picture with a description and a text for each step, footnotes that lead to claims, and nothing from outside',
    async () => {
    const { code, out } = await run('snapshot', '--story', 'huawei-koryolink', '-o', at('story.html'));
    expect([code, out]).toEqual([0, expect.stringContaining('<iframe src="story.html"')]);
    const page = readFileSync(at('story.html'), 'utf8');
    expect(page.match(/<article class="step"/g)).toHaveLength(story.steps.length);
    expect(page.match(/role="img" aria-label="A chart of [^"]{40,}"/g)).toHaveLength(story.steps.length);
    const cited = new Set(story.steps.flatMap((s) => storyCitations(s.text)).map((c) => `${c.record} ${c.source}`));
    expect(page.match(/<li id="claim-\d+">/g)).toHaveLength(cited.size);
    for (const [, n] of page.matchAll(/href="#((?:claim|cited)-\d+)"/g)) expect(page).toContain(` id="${n}"`);
    const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map((m) => m[1]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [tag] of page.matchAll(/<[^>]*(?:src|href)="(?!#)[^"]*"[^>]*>/g)) expect(tag).toMatch(/^<a rel="noreferrer noopener" href="https?:/);
    expect(page).not.toMatch(/@import|<link|<img|\sstyle="|\son[a-z]+="/);
    await run('snapshot', '--story', 'huawei-koryolink', '-o', at('again.html'));
    expect(readFileSync(at('again.html'))).toEqual(readFileSync(at('story.html')));
  });

  test('speaker’s notes are not in the page, a description of one’s own is, and markup stays text', async () => {
    const path = file('own.story.json', {
      format: 'throughline-story/1', dataset: 'north-korea-telecom',
      story: {
        id: 'own', title: 'A <b>story</b>',
        steps: [{ id: 'a', headline: 'One', text: '<script>alert(1)</script>', notes: 'Breathe here.', alt: 'Only Huawei.',
          view: { entities: ['huawei'] } }],
      },
    });
    await run('snapshot', '--story', path, '-o', at('own.html'));
    const page = readFileSync(at('own.html'), 'utf8');
    expect(page).not.toContain('Breathe here.');
    expect(page).toContain('aria-label="Only Huawei."');
    expect(page).toContain('A &lt;b&gt;story');
    expect(page.match(/<script>/g)).toHaveLength(1);
    expect(page).not.toContain('<script>alert');
  });

  test('a story in a case is written by its id', async () => {
    const chart = {
      entities: ['huawei'], positions: { huawei: { x: 0, y: 0 } }, pinned: [], hidden: [], expanded: {}, layout: 'organic',
      story: { id: 'mine', title: 'Mine', steps: [{ id: 'b', headline: 'Second', view: { entities: ['huawei'] } },
        { id: 'a', headline: 'First', view: { entities: ['koryolink'] } }] },
    };
    const path = file('my.case.json', { format: 'throughline-case/1', dataset: CASE, charts: [{ name: 'one', chart }] });
    expect((await run('snapshot', '--data', path, '--story', 'mine', '-o', at('mine.html'))).code).toBe(0);
    const page = readFileSync(at('mine.html'), 'utf8');
    expect(page.indexOf('Second')).toBeLessThan(page.indexOf('First'));
    expect((await run('convert', path, at('again.case.json'))).code).toBe(0);
    const again = JSON.parse(readFileSync(at('again.case.json'), 'utf8')) as { charts: { chart: typeof chart }[] };
    expect(again.charts[0]!.chart.story.steps.map((s) => s.id)).toEqual(['b', 'a']);
  });

  test('what is withheld is in no byte of it, and its citations go', async () => {
    const withheld = ['--withhold', 'panda-international=Company A', '--withhold', 'Kim Jong Il'];
    expect((await run('snapshot', '--story', 'huawei-koryolink', ...withheld, '-o', at('withheld.html'))).code).toBe(0);
    expect(readFileSync(at('withheld.html'), 'utf8')).toContain('Company A');
    expect(readFileSync(at('withheld.html'), 'utf8')).not.toMatch(/panda|kim jong/i);
    expect((await run('verify-withheld', at('withheld.html'), '--case', 'graph-data/north-korea-telecom.json', ...withheld)).code).toBe(0);
  });

  test('as slides it has one a step, with headline, text, picture and what its numbers cite, the same bytes every time', async () => {
    const [path, again] = [at('story.pptx'), at('again.pptx')];
    expect(await run('snapshot', '--story', 'huawei-koryolink', '-o', path)).toMatchObject({ code: 0, out: `${path}: 8 steps.` });
    await run('snapshot', '--story', 'huawei-koryolink', '-o', again);
    expect(readFileSync(again)).toEqual(readFileSync(path));
    const parts = unzipSync(readFileSync(path));
    const read = (name: string) => strFromU8(parts[name]!).replace(/<[^<>]*>/g, '\n').replace(/&amp;/g, '&');
    const named = (wanted: RegExp) => Object.keys(parts).filter((name) => wanted.test(name));
    const [slides, notes] = [named(/^ppt\/slides\/slide\d+\.xml$/), named(/^ppt\/notesSlides\/notesSlide\d+\.xml$/)];
    const pictures = named(/^ppt\/media\/.*\.png$/);
    expect([slides.length, notes.length, pictures.length]).toEqual([8, 8, 8]);
    const cited = new Set(story.steps.flatMap((s) => storyCitations(s.text)).map((c) => `${c.record} ${c.source}`));
    const numbers = new Set(notes.flatMap((name) => [...read(name).matchAll(/^(\d+)\. /gm)].map((found) => found[1])));
    expect(numbers.size).toBe(cited.size);
    for (const [i, step] of story.steps.entries()) expect(read(`ppt/slides/slide${i + 1}.xml`)).toContain(step.headline);
    for (const name of Object.keys(parts)) expect(strFromU8(parts[name]!)).not.toMatch(/20\d\d-\d\d-\d\dT|\/(?:home|root|work|tmp)\//);
  });

  test.each([
    ['an unknown story', ['--story', 'nobody', '-o', 'x.html'], 'There are: huawei-koryolink.'],
    ['another ending', ['--story', 'huawei-koryolink', '-o', 'x.png'], 'Let the name end with .html or .pptx'],
    ['a file that is none', ['--story', 'package.json', '-o', 'x.html'], 'is no story'],
    ['no file', ['--story', 'none.json', '-o', 'x.html'], 'there is no such file'],
  ])('%s is refused in words', async (_, args, why) => {
    expect(await run('snapshot', ...args)).toMatchObject({ code: 2, err: expect.stringContaining(why) });
  });

  test('a citation that the case does not hold is refused', async () => {
    const steps = [{ id: 'a', headline: 'x', text: 'So. [@huawei nobody]', view: { entities: ['huawei'] } }];
    const path = file('bad.story.json', { format: 'throughline-story/1', dataset: 'x', story: { id: 's', title: 'S', steps } });
    expect(await run('snapshot', '--story', path, '-o', at('x.html'))).toMatchObject({ code: 2,
      err: expect.stringContaining('[@huawei nobody]') });
  });
});
