import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Dataset } from '../model';
import { runCli } from './program';

const folder = mkdtempSync(join(tmpdir(), 'throughline-cli-'));
async function run(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCli(args, { out: (text) => out.push(text), err: (text) => err.push(text) });
  const text = out.join('\n');
  return { code, out: text, err: err.join('\n'), json: () => JSON.parse(text) as Record<string, never> };
}
function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('trace', () => {
  test('Huawei to Koryolink, through Panda among others, as one stable object', async () => {
    const { code, json } = await run('trace', 'Huawei', 'Koryolink', '--json');
    const answer = json() as unknown as {
      from: string;
      to: string;
      routes: {
        entities: string[];
        length: number;
        strength: string;
        together: object;
        hops: { relationships: { id: string; type: string; status: string }[]; status: string }[];
      }[];
      complete: boolean;
      excluded: object;
    };
    expect(code).toBe(0);
    expect([answer.from, answer.to]).toEqual(['huawei', 'koryolink']);
    expect(answer.routes.map((r) => r.entities)).toContainEqual(['huawei', 'panda-international', 'koryolink']);
    expect(answer.routes.map((r) => r.length)).toEqual(answer.routes.map((r) => r.length).sort((a, b) => a - b));
    expect(answer.routes[0]).toMatchObject({ length: 1, strength: 'disputed', hops: [{ status: 'disputed' }] });
    expect(answer.excluded).toMatchObject({ status: expect.any(Number) });
  });

  test('aliases name an entity, and the brief is read as sentences with sources', async () => {
    const { code, out } = await run('trace', 'Unicom', 'KPTC');
    expect(code).toBe(0);
    expect(out).toContain('China Unicom');
    expect(out).toMatch(/\[\^1\]: .+/);
  });

  test('without a route the exit code is 1, and what would give one is told', async () => {
    const { code, err } = await run('trace', 'Huawei', 'Koryolink', '--as-of', '1990');
    expect(code).toBe(1);
    expect(err).toContain('There is no such route.');
    expect(err).toMatch(/To get one of \d+ hops?:/);
  });

  test('an unknown name, a wrong option and a wrong figure are misuse', async () => {
    expect(await run('trace', 'Nobody At All', 'Koryolink')).toMatchObject({ code: 2, err: expect.stringContaining('Nobody At All') });
    expect(await run('trace', 'Huawei', 'Koryolink', '--status', 'rumoured')).toMatchObject({
      code: 2, err: expect.stringContaining('"rumoured" is none of'),
    });
    expect(await run('trace', 'Huawei', 'Koryolink', '--max-hops', '99')).toMatchObject({
      code: 2, err: expect.stringContaining('maxHops'),
    });
    expect(await run('trace', 'Huawei', 'Koryolink', '--as-of', '2003-02-30')).toMatchObject({ code: 2 });
    expect(await run('trace', 'Huawei')).toMatchObject({ code: 2, err: expect.stringContaining('to') });
    expect(await run('tracee', 'Huawei')).toMatchObject({ code: 2 });
  });

  test('denied relationships are out until they are asked for', async () => {
    const without = (await run('trace', 'Huawei', 'north-korea', '--places', '--json', '-k', '1000')).out;
    const withThem = (
      await run(
        'trace', 'Huawei', 'north-korea', '--places', '--json', '-k', '1000', '--status', 'confirmed,reported,alleged,disputed,denied',
      )
    ).out;
    expect(without).not.toContain('"denied"');
    expect(withThem).toContain('"denied"');
  });
});

describe('search, info, validate', () => {
  test('a search finds by alias and gives scores', async () => {
    const { json } = await run('search', 'koryo post', '--json');
    expect((json() as unknown as { hits: object[] }).hits[0]).toEqual({
      id: 'kptc', name: 'Korea Post and Telecommunications Corporation', type: expect.any(String), score: 1,
    });
  });

  test('a search that finds nothing has exit code 1', async () => {
    expect(await run('search', 'qqqqqqqq')).toMatchObject({ code: 1 });
  });

  test('info counts by type', async () => {
    const { json } = await run('info', 'graph-data/north-korea-telecom.json', '--json');
    expect(json()).toMatchObject({
      format: 'throughline', entities: expect.any(Number), entityTypes: { jointVenture: expect.any(Number) },
      relationshipTypes: { owns: expect.any(Number) },
    });
  });

  test('the bundled case is valid, a broken file is not, and says where', async () => {
    expect(await run('validate', 'graph-data/north-korea-telecom.json', '--json')).toMatchObject({ code: 0 });
    const broken = file('broken.json', '{ "format": "throughline/1",\n "id": }');
    const { code, json } = await run('validate', broken, '--json');
    expect(code).toBe(1);
    expect(json()).toMatchObject({ ok: false, issues: [{ severity: 'error', at: expect.stringContaining('line 2') }] });
  });

  test('what is wrong many times over is listed a few times and counted', async () => {
    const many = Array.from({ length: 600 }, (_, i) => ({ id: `r${i}`, type: 'owns', from: 'a', to: 'b', role: `${i}`, claims: [] }));
    const path = file(
      'many.json',
      JSON.stringify({
        format: 'throughline/1', id: 'x', title: 'X', sources: [], entities: ['a', 'b'].map((id) => ({ id, type: 'company', name: id })),
        relationships: many,
      }),
    );
    const { out } = await run('validate', path);
    expect(out.split('\n').filter((line) => line.startsWith('warning unsourced at'))).toHaveLength(10);
    expect(out).toMatch(/warning unsourced: 590 more\.\n.* is valid \(600 warnings\)\.$/);
    expect(await run('validate', path, '--strict')).toMatchObject({
      code: 1, out: expect.stringMatching(/is not valid: 600 issues, of which --strict takes each for an error\.$/),
    });
    expect((await run('info', path, '--json')).json()).toMatchObject({ issues: {}, keptAsProperties: {}, notExpressed: {} });
    const { code, json } = await run('validate', path, '--json');
    expect([code, Object.keys(json())]).toEqual([0, ['ok', 'issues', 'counts']]);
    expect(json()).toMatchObject({ ok: true, counts: { unsourced: 600 } });
    expect((json().issues as unknown as { code: string }[]).at(-1)).toMatchObject({ code: 'more-issues', value: '100' });
  });

  test('a list that breaks off is an error, and what could be read of it is told in figures', async () => {
    const path = file('short.ftm.json', '[\n{"id":"a","schema":"Company","properties":{"name":["Oak"],"notes":["x"]}},\n');
    expect(await run('validate', path)).toMatchObject({ code: 1, out: expect.stringContaining('error cut-short') });
    expect((await run('info', path, '--json')).json()).toMatchObject({ entities: 1, issues: { 'cut-short': 1 } });
    expect((await run('info', path)).out).toMatch(/issues \(validate says where\)\n +1  cut-short/);
  });

  test('a file that is not there is misuse', async () => {
    expect(await run('info', join(folder, 'nothing.json'))).toMatchObject({ code: 2, err: expect.stringContaining('no such file') });
  });
});

describe('convert', () => {
  test('the case goes out as FollowTheMoney and comes back with its ties', async () => {
    const ftm = join(folder, 'case.ftm.json');
    expect(await run('convert', 'graph-data/north-korea-telecom.json', ftm)).toMatchObject({
      code: 0, out: expect.stringContaining('FollowTheMoney'),
    });
    const { code, json } = await run('info', ftm, '--json');
    expect(code).toBe(0);
    expect(json()).toMatchObject({ format: 'ftm', relationshipTypes: { owns: expect.any(Number), partnerIn: expect.any(Number) } });
    expect(await run('trace', 'Huawei', 'Koryolink', '--data', ftm)).toMatchObject({ code: 0 });
  });

  test.each(['case.bods.json', 'case.ftm.json', 'case.gexf', 'case.csv.zip'])(
    'says what it wrote, which is what a reader finds in it: %s',
    async (name) => {
      const figures = async (path: string) => {
        const { entities, relationships, claims, sources } = (await run('info', path, '--json')).json();
        return `${entities} entities, ${relationships} relationships, ${claims} claims, ${sources} sources`;
      };
      const { out } = await run('convert', 'graph-data/north-korea-telecom.json', join(folder, name));
      const [before, after] = [await figures('graph-data/north-korea-telecom.json'), await figures(join(folder, name))];
      expect(out).toContain(`read back, it holds ${after}`);
      expect(out.includes(`The dataset has ${before}.`)).toBe(before !== after);
    },
  );

  test('of a format that is not read, says what the dataset has and that the file was not read back', async () => {
    const { out } = await run('convert', 'graph-data/north-korea-telecom.json', join(folder, 'case.dot'));
    expect(out).toMatch(
      /: Graphviz.*; it cannot be read back to count what it holds\. The dataset has \d+ entities, \d+ relationships, \d+ claims, \d+ sources\.$/,
    );
  });

  test('an ending that no format has is misuse, a file that cannot be read the answer no', async () => {
    expect(await run('convert', 'graph-data/north-korea-telecom.json', join(folder, 'case.xyz'))).toMatchObject({
      code: 2, err: expect.stringContaining('--to'),
    });
    expect(await run('convert', file('nonsense.txt', 'nothing here'), join(folder, 'out.ftm.json'))).toMatchObject({ code: 1 });
  });
});

describe('connect', () => {
  test('tells the smallest set of entities that ties several parties, each hop a sentence with its sources', async () => {
    const { code, out } = await run('connect', 'Huawei', 'Loxley', 'TransTeleCom', 'Orascom', '-k', '2');
    expect(code).toBe(0);
    expect(out).toContain('2 connections; the first is the smallest there is');
    expect(out).toMatch(/## Connection 1: through .*Korea Post/);
    expect(out).toMatch(/- \*\*TransTeleCom\*\* has an agreement with \*\*Korea Post and Telecommunications Corporation\*\* .*\[\^\d+\]/);
    expect(out).toContain('## Sources');
  });

  test('gives the same as JSON, and says no where nothing ties all of them', async () => {
    const { json } = await run('connect', 'Huawei', 'Loxley', 'Orascom', '--json');
    expect(json()).toMatchObject({ exact: true, bound: 1, groups: [expect.any(Array)] });
    const none = await run('connect', 'Huawei', 'Loxley', 'Orascom', '--as-of', '1950');
    expect(none.code).toBe(1);
    expect(none.err).toContain('Nothing here ties all of them.');
    expect((await run('connect', 'Huawei')).code).toBe(2);
    expect((await run('connect', 'Huawei', 'Huawei', 'Loxley')).code).toBe(2);
  });
});

describe('between, ventures, owners', () => {
  test('who stands between two entities', async () => {
    const { code, json } = await run('between', 'Intelsat', 'Loxley', '--json');
    expect(code).toBe(0);
    expect(json()).toMatchObject({ direct: false, onEveryRoute: expect.arrayContaining(['star-jv']), complete: true });
  });

  test('whoever only judges, records or met stands between nobody unless asked for, and the answer says what it left out', async () => {
    const shares = async (...more: string[]) =>
      (await run('between', 'Huawei', 'Koryolink', '--json', ...more)).json() as unknown as {
        share: { entity: string; of: number }[];
        leftOut: object;
        counted: { routes: number };
      };
    const plain = await shares();
    const all = await shares('--through', 'all');
    expect(Object.keys(plain.leftOut)).toEqual(expect.arrayContaining(['sanctions', 'investigates']));
    expect(all.leftOut).toEqual({});
    expect(all.share.length).toBeGreaterThan(plain.share.length);
    expect(plain.share[0]!.of).toBe(plain.counted.routes);
    expect((await shares('--through', 'authority')).leftOut).not.toHaveProperty('sanctions');
    const { out } = await run('between', 'Huawei', 'Koryolink');
    expect(out).toMatch(/How often each lies between, on the \d+ shortest routes of up to 12 hops that pass somebody:/);
    expect(out).toContain('Not counted as ties, since they make nobody an intermediary: ');
    expect((await run('between', 'Huawei', 'Koryolink', '--through', 'hearsay')).code).toBe(2);
  });

  test('a stake without a start is possible at a date, or held where that is asked for, and the answer says that it decides', async () => {
    const path = file(
      'undated.json',
      JSON.stringify({
        format: 'throughline/1',
        id: 'undated',
        title: 'Undated',
        sources: [{ id: 's', title: 'Register', publisher: 'Registry', kind: 'registry' }],
        entities: [
          { id: 'list', type: 'person', name: 'Listed Person' }, { id: 'firm', type: 'company', name: 'Firm' },
        ],
        relationships: [{ id: 'stake', type: 'owns', from: 'list', to: 'firm', share: 60, claims: [{ source: 's', stance: 'asserts' }] }],
      }),
    );
    const answer = async (...more: string[]) =>
      (await run('owners', 'Firm', '--as-of', '2010', '--listed', 'Listed Person', '--data', path, '--json', ...more)).json();
    expect(await answer()).toMatchObject({
      listed: { answer: 'undetermined' }, undated: { relationships: ['stake'], taken: 'possible', otherwise: 'yes' },
    });
    expect(await answer('--undated', 'held')).toMatchObject({
      listed: { answer: 'yes' }, undated: { relationships: ['stake'], taken: 'held', otherwise: 'undetermined' },
    });
    expect((await run('owners', 'Firm', '--as-of', '2010', '--listed', 'Listed Person', '--data', path)).out).toContain(
      '1 stake without a start date counts as possibly held then. If it was held, the 50 per cent rule would answer: yes.',
    );
    expect((await run('trace', 'Listed Person', 'Firm', '--as-of', '2010', '--certainly', '--data', path)).code).toBe(1);
    expect((await run('trace', 'Listed Person', 'Firm', '--as-of', '2010', '--certainly', '--undated', 'held', '--data', path)).code).toBe(
      0,
    );
  });

  test('the ventures of a partner', async () => {
    const { json } = await run('ventures', 'KPTC', '--json');
    const { ventures } = json() as unknown as {
      ventures: { venture: string; partners: { partner: string; relationships: { claims: object[] }[] }[] }[];
    };
    expect(ventures.map((v) => v.venture)).toEqual(expect.arrayContaining(['cheo-technology-jv', 'neat-and-t', 'star-jv']));
    expect(ventures[0]!.partners[0]!.relationships[0]!.claims.length).toBeGreaterThan(0);
  });

  test('an as-of date picks the holder of that time', async () => {
    const holders = async (date: string) =>
      ((await run('owners', 'CHEO', '--as-of', date, '--json')).json() as unknown as { direct: { holder: string }[] }).direct.map(
        (h) => h.holder,
      );
    expect(await holders('2009')).toContain('orascom-telecom-holding');
    expect(await holders('2013')).toContain('otmt');
    expect(await holders('2013')).not.toContain('orascom-telecom-holding');
  });

  test('the 50 per cent rule answers with a proof', async () => {
    const { json } = await run('owners', 'TransTeleCom', '--listed', 'government-of-russia', '--json');
    expect(json()).toMatchObject({ listed: { answer: 'yes', proof: { entity: 'transtelecom', counts: 'yes' } } });
  });
});

describe('the proof of an ownership', () => {
  test.each(['svg', 'html', 'json', 'md', 'png'])('is written as .%s', async (ending) => {
    const path = join(folder, `koryolink.${ending}`);
    const { code, err } = await run('owners', 'Koryolink', '--as-of', '2009', '--listed', 'OTH', '-o', path);
    expect([code, err]).toEqual([0, '']);
    expect(readFileSync(path).length).toBeGreaterThan(1000);
  });

  test('its brief prints the proof as sentences with footnotes', async () => {
    const path = join(folder, 'proof.md');
    await run('owners', 'Koryolink', '--as-of', '2009', '--listed', 'OTH', '-o', path);
    expect(readFileSync(path, 'utf8').replaceAll('\u00a0', ' ')).toContain(
      '  - 100 % of **Koryolink** is held by **CHEO Technology JV Company**[^1], which counts as held (75 % in aggregate).',
    );
  });

  test('to a file with an ending that says nothing it is not written', async () => {
    const { code, err } = await run('owners', 'Koryolink', '-o', join(folder, 'proof.docx'));
    expect([code, err]).toEqual([2, expect.stringContaining('.svg')]);
  });
});

describe('snapshot', () => {
  test.each(['svg', 'html', 'json', 'md', 'png'])('a trace is written as .%s, and the data in it opens again', async (ending) => {
    const path = join(folder, `huawei-koryolink.${ending}`);
    const { code, err } = await run('snapshot', '--trace', 'Huawei', 'Koryolink', '-o', path);
    expect([code, err]).toEqual([0, '']);
    expect(readFileSync(path).length).toBeGreaterThan(1000);
    if (ending !== 'md')
      expect(await run('info', path, '--json')).toMatchObject({ code: 0, out: expect.stringContaining('"relationships"') });
  });

  test('a snapshot that is opened is written in another form as it was frozen', async () => {
    const [json, again, page] = ['frozen.json', 'again.json', 'frozen.html'].map((name) => join(folder, name)) as [string, string, string];
    await run('snapshot', '--trace', 'Huawei', 'Koryolink', '-o', json);
    await run('snapshot', '--data', json, '-o', page);
    await run('snapshot', '--data', page, '-o', again);
    expect(readFileSync(again)).toEqual(readFileSync(json));
  });

  test('of some types only says who of the others is named in it all the same', async () => {
    const { code, err } = await run('snapshot', '--entity-types', 'company,network', '-o', join(folder, 'types.json'));
    expect([code, err]).toEqual([0, expect.stringMatching(/^Hidden, but named in what claims and sources say: .*CHEO Technology JV/)]);
  });

  test.each(['svg', 'html', 'json', 'md', 'png'])(
    'of some entities only holds no other name in its .%s, but for publishers of sources',
    async (ending) => {
      const path = join(folder, `only.${ending}`);
      const { code, err } = await run('snapshot', '--only', 'Huawei', 'Koryolink', '-o', path);
      expect([code, err]).toEqual([
        0, expect.stringMatching(/^Names of others were withheld in \d+ places of what is written: .*Martyn Williams/),
      ]);
      const { entities, sources } = JSON.parse(readFileSync('graph-data/north-korea-telecom.json', 'utf8')) as Dataset;
      const said = new Set(sources.map((s) => s.publisher));
      const text = [...said]
        .sort((a, b) => b.length - a.length)
        .reduce((left, publisher) => left.replaceAll(publisher, ''), readFileSync(path, 'utf8'));
      const kept = entities.filter((e) => ['huawei', 'koryolink'].includes(e.id));
      const own = kept.flatMap((e) => [e.name, e.shortName ?? '', ...(e.aliases ?? [])]).join('\n');
      const others = entities
        .filter((e) => !kept.includes(e))
        .flatMap((e) => [e.id, e.name, e.shortName ?? '', ...(e.aliases ?? [])])
        .filter((name) => name.length > 3 && !own.includes(name));
      const found = others.filter((name) =>
        new RegExp(`(?<![\\p{L}\\p{N}])${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'u').test(text),
      );
      expect(found).toEqual([]);
      if (ending !== 'md') expect(await run('validate', path)).toMatchObject({ code: 0 });
    },
  );

  test.each([
    ['snapshot', '--trace', 'Huawei', 'Koryolink'], ['snapshot', '--only', 'Panda International', 'Koryolink'],
    ['owners', 'Koryolink', '--as-of', '2009'],
  ])('%s names no record that is not in it, and opens without a complaint', async (...command) => {
    const path = join(folder, 'part.json');
    await run(...command, '-o', path);
    const { dataset } = JSON.parse(readFileSync(path, 'utf8')) as { dataset: Dataset };
    const records = [...dataset.entities, ...dataset.relationships];
    const there = new Set(records.map((r) => r.id));
    const grounds = records.flatMap((r) => (r.claims ?? []).flatMap((c) => c.restsOn ?? []));
    expect(grounds.filter((g) => !there.has(g.record))).toEqual([]);
    expect((await run('validate', path)).out).not.toMatch(/ground/);
  });

  test('a picture has the size that is asked for, and its references stand beside it where a page of their own is asked for', async () => {
    const path = join(folder, 'desk.png');
    const { code, out } = await run('snapshot', '--trace', 'Huawei', 'Koryolink', '--size', '1600x900', '--references', 'page', '-o', path);
    expect(code).toBe(0);
    expect(out).toContain(`${join(folder, 'desk-sources.png')}: the sources by the numbers on its lines.`);
    for (const name of ['desk.png', 'desk-sources.png']) {
      const png = readFileSync(join(folder, name));
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1600, 900]);
    }
    const svg = join(folder, 'desk.svg');
    await run('snapshot', '--trace', 'Huawei', 'Koryolink', '--size', 'A4', '--no-references', '-o', svg);
    expect(readFileSync(svg, 'utf8')).toContain('width="210mm" height="297mm"');
  });

  test.each(['letter', '100x900', '1600x', '9000x9000'])('a size that no picture has is refused with what there is: %s', async (size) => {
    expect(await run('snapshot', '--size', size, '-o', join(folder, 'x.svg'))).toMatchObject({
      code: 2, err: expect.stringContaining('16:9, 4:3, 1:1, a4, a4-landscape, or pixels as 1600x900'),
    });
  });

  test('the same snapshot is written with the same bytes', async () => {
    const [a, b] = [join(folder, 'a.html'), join(folder, 'b.html')];
    await run('snapshot', '--trace', 'Huawei', 'Koryolink', '-o', a);
    await run('snapshot', '--trace', 'Huawei', 'Koryolink', '-o', b);
    expect(readFileSync(a).equals(readFileSync(b))).toBe(true);
  });

  test('an ending that says nothing, or two ways of choosing, are misuse', async () => {
    expect(await run('snapshot', '-o', join(folder, 'x.doc'))).toMatchObject({ code: 2, err: expect.stringContaining('.svg') });
    expect(await run('snapshot', '--trace', 'Huawei', 'Koryolink', '--only', 'ZTE', '-o', join(folder, 'x.svg'))).toMatchObject({
      code: 2,
    });
  });
});
