import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Dataset, Relationship, Snapshot } from '../model';
import { run, testFolder } from './testing/run';

const { at, file } = testFolder('comparedFiles');
const read = <T>(path: string) => JSON.parse(readFileSync(path, 'utf8')) as T;
const text = (path: string) => readFileSync(path, 'utf8');

const said = (source: string) => [{ source, stance: 'asserts' as const }];
const tie = (id: string, from: string, to: string, change: Partial<Relationship> = {}): Relationship =>
  ({ id, type: 'owns', from, to, claims: said('gazette'), ...change });
const company = (id: string, name: string) => ({ id, type: 'company' as const, name });

const harbour: Dataset = {
  format: 'throughline/1', id: 'harbour', title: 'The harbour',
  sources: [
    { id: 'gazette', title: 'Notices', publisher: 'Gazette', kind: 'news', published: '2008' },
    { id: 'courier', title: 'Report', publisher: 'Courier', kind: 'news' },
  ],
  entities: [company('oak', 'Oak'), company('quay', 'Quay'), company('pier', 'Pier'), company('reef', 'Reef')],
  relationships: [tie('a', 'oak', 'quay'), tie('b', 'quay', 'pier'), tie('c', 'oak', 'reef')],
};
const today: Dataset = {
  ...harbour,
  entities: [...harbour.entities, company('dock', 'Dock')],
  relationships: [
    tie('a', 'oak', 'quay', { claims: [...said('gazette'), { source: 'courier', stance: 'denies', locator: 'p. 4' }] }),
    tie('d', 'oak', 'dock'), tie('e', 'dock', 'pier'), tie('c', 'oak', 'reef', { share: 10 }),
  ],
};
const later = file('today.json', today);
const shown = at('oak-pier.json');

beforeAll(async () => {
  await run('snapshot', '--data', file('harbour.json', harbour), '--trace', 'Oak', 'Pier', '-o', shown);
});

describe('a snapshot and the case of today', () => {
  test('what the snapshot left out is no news; what its question finds now is', async () => {
    expect(read<Snapshot>(shown).dataset.entities.map((e) => e.id).sort()).toEqual(['oak', 'pier', 'quay']);
    const { code, out } = await run('diff', shown, later, '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      entities: { added: ['dock'], removed: [], changed: [] },
      relationships: { added: ['d', 'e'], removed: ['b'], changed: [{ id: 'a' }] },
      statuses: [{ relationship: 'a', before: 'reported', after: 'disputed' }], beside: ['reef'],
    });
  });

  test('the other way round what came is what went', async () => {
    const { out } = await run('diff', later, shown, '--json');
    expect(JSON.parse(out)).toMatchObject({ entities: { added: [], removed: ['dock'] }, relationships: { added: ['b'] } });
  });

  test('are compared whole where that is asked for', async () => {
    const { out } = await run('diff', shown, later, '--whole', '--json');
    expect(JSON.parse(out)).toMatchObject({ entities: { added: ['dock', 'reef'] } });
  });

  test.each(['json', 'svg', 'html', 'png'])('a snapshot in %s is as good as another', async (ending) => {
    const path = at(`again.${ending}`);
    await run('snapshot', '--data', shown, '-o', path);
    const { out } = await run('diff', path, later, '--json');
    expect(JSON.parse(out)).toMatchObject({ entities: { added: ['dock'] }, beside: ['reef'] });
  });
});

describe('a comparison as a file', () => {
  test('is a page without scripts, with both states and the sentences, by names and citations', async () => {
    const page = at('changes.html');
    const { code, err } = await run('diff', shown, later, '-o', page);
    expect({ code, err }).toEqual({ code: 1, err: `${page}: 3 and 4 entities side by side.` });
    const html = text(page);
    expect(html).not.toContain('<script');
    expect(html.match(/<figure>/g)).toHaveLength(2);
    expect(html).toContain('<li>Added entity: “Dock”.</li>');
    expect(html).toContain('claim added: Courier, “Report” denies (p. 4)');
    expect(html).toContain('The status is disputed, no longer reported: Oak owns Quay');
    expect(html).not.toContain('Reef</text>');
  });

  test('marks with words what came, went and changed, and keeps who is in both at the same place', async () => {
    const page = at('places.html');
    await run('diff', shown, later, '-o', page);
    const [before, after] = text(page).split('<figure>').slice(1).map((part) => part.slice(0, part.indexOf('</figure>')));
    const signs = (svg: string) => [...svg.matchAll(/>([+−≠] \w+)/g)].map((found) => found[1]).sort();
    expect(signs(before!)).toEqual(['− removed', '≠ changed']);
    expect(signs(after!)).toEqual(['+ added', '+ added', '+ added', '≠ changed']);
    const placeOf = (svg: string, name: string) => new RegExp(`<text[^>]* (x="[^"]+" y="[^"]+")[^>]*>${name}</text>`).exec(svg)?.[1];
    for (const name of ['Oak', 'Quay', 'Pier']) expect(placeOf(before!, name)).toBe(placeOf(after!, name));
    expect(placeOf(before!, 'Oak')).toBeDefined();
  });

  test('is a picture, the same bytes every time as SVG', async () => {
    const [one, two, png] = [at('one.svg'), at('two.svg'), at('one.png')];
    for (const path of [one, two, png]) expect((await run('diff', shown, later, '-o', path)).code).toBe(1);
    expect(text(one)).toBe(text(two));
    expect(text(one)).toContain('Earlier: oak-pier.json');
    expect(readFileSync(png).subarray(1, 4).toString()).toBe('PNG');
  });

  test('of no known ending is misuse, before anything is read', async () => {
    expect(await run('diff', at('none.json'), later, '-o', at('changes.pdf'))).toMatchObject({
      code: 2, err: expect.stringContaining('.html .svg .png'),
    });
  });
});

describe('a story held against the case of today', () => {
  const told = file('harbour.story.json', {
    format: 'throughline-story/1', dataset: 'harbour',
    story: {
      id: 'tale', title: 'A tale',
      steps: [
        {
          id: 'one', headline: 'Oak', view: { entities: ['oak', 'quay'] },
          text: 'Nobody cites this. Oak holds Quay.[@a gazette] Quay holds Pier.[@b gazette]\n\nOak holds Reef.[@c gazette]',
        },
      ],
    },
  });

  test('tells each sentence that no longer holds, and by which claim', async () => {
    const { out } = await run('diff', at('harbour.json'), later, '--story', told, '--json');
    expect((JSON.parse(out) as { story: unknown }).story).toEqual({
      looked: 3, uncited: 1,
      changed: [
        {
          step: 1, headline: 'Oak', sentence: 'Oak holds Quay.', holds: 'doubted',
          because: ['It is disputed now, no longer reported by Courier, “Report”, p. 4 denies it.'],
        },
        { step: 1, headline: 'Oak', sentence: 'Quay holds Pier.', holds: 'no', because: ['No longer in the case: Quay owns Pier.'] },
        { step: 1, headline: 'Oak', sentence: 'Oak holds Reef.', holds: 'otherwise', because: ['Its share: 10 % now, no longer unknown.'] },
      ],
    });
  });

  test('a published page is held against the case of today by itself: it carries what it draws and cites', async () => {
    const page = at('tale.html');
    expect((await run('snapshot', '--data', at('harbour.json'), '--story', told, '-o', page)).code).toBe(0);
    const { out } = await run('diff', page, later, '--json');
    expect(JSON.parse(out)).toMatchObject({
      entities: { added: [] }, relationships: { added: [], removed: ['b'] }, beside: ['dock'],
      story: { looked: 3, changed: [{ holds: 'doubted' }, { holds: 'no' }, { holds: 'otherwise' }] },
    });
    const same = await run('diff', page, at('harbour.json'), '--json');
    expect([same.code, JSON.parse(same.out)]).toMatchObject([0, { equal: true, story: { changed: [] } }]);
  });

  test('a published page opens again, as the case that it was told of', async () => {
    const { out } = await run('info', at('tale.html'), '--json');
    expect(JSON.parse(out)).toMatchObject({ format: 'throughline-html', entities: 4, relationships: 3 });
  });

  test('a claim that its source takes back, and one that is gone, fell each its sentence', async () => {
    const fallen = file('fallen.json', {
      ...harbour,
      relationships: [
        tie('a', 'oak', 'quay', { claims: [{ source: 'gazette', stance: 'denies' }] }),
        tie('b', 'quay', 'pier', { claims: said('courier') }), tie('c', 'oak', 'reef'),
      ],
    });
    const { out } = await run('diff', at('harbour.json'), fallen, '--story', told);
    expect(out).toContain('“Oak holds Quay.” The source that it cites no longer asserts it: Gazette, “Notices”, 2008 denies it.');
    expect(out).toContain('“Quay holds Pier.” The claim that it cites is no longer in the case: Gazette, “Notices”, 2008 asserts it.');
    expect(out).not.toContain('Oak holds Reef.');
  });
});
