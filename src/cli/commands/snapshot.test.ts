import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Dataset } from '../../model';
import { openedPdf } from '../testing/openedPdf';
import { run, testFolder } from '../testing/run';

const { at, file } = testFolder('snapshot');

describe('snapshot', () => {
  test.each(['svg', 'html', 'json', 'md', 'png'])('a trace is written as .%s, and the data in it opens again', async (ending) => {
    const path = at(`huawei-koryolink.${ending}`);
    const { code, err } = await run('snapshot', '--trace', 'Huawei', 'Koryolink', '-o', path);
    expect([code, err]).toEqual([0, '']);
    expect(readFileSync(path).length).toBeGreaterThan(1000);
    if (ending !== 'md')
      expect(await run('info', path, '--json')).toMatchObject({ code: 0, out: expect.stringContaining('"relationships"') });
  });

  test('in layers each entity and tie is a group of its own with a readable id, and each line is joined to its two boxes', async () => {
    const path = at('layers.svg');
    expect((await run('snapshot', '--trace', 'Huawei', 'Koryolink', '--layers', '-o', path)).code).toBe(0);
    const svg = readFileSync(path, 'utf8');
    const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map((found) => found[1]!);
    expect(new Set(ids).size).toBe(ids.length);
    expect([...svg.matchAll(/inkscape:groupmode="layer" inkscape:label="(\w+)"/g)].map((found) => found[1])).toEqual([
      'Ties', 'Entities', 'Text',
    ]);
    const { entities, relationships } = JSON.parse((await run('info', path, '--json')).out) as Record<string, number>;
    expect(ids.filter((id) => id.startsWith('entity-'))).toHaveLength(entities!);
    expect(ids.filter((id) => id.startsWith('tie-'))).toHaveLength(relationships!);
    const joined = [...svg.matchAll(/inkscape:connection-start="#([^"]+)" inkscape:connection-end="#([^"]+)"/g)];
    expect(joined).toHaveLength(relationships!);
    for (const [, from, to] of joined) expect([from, to].filter((id) => !ids.includes(id!))).toEqual([]);
    const tie = svg.slice(svg.indexOf('id="tie-huawei-supplies-koryolink"'));
    expect(tie.slice(0, tie.indexOf('id="tie-', 10))).toMatch(/connection-start="#entity-huawei" [^]*supplied · to 2016/);
    for (const [, marker] of svg.matchAll(/marker-end="url\(#([^)]+)\)"/g)) expect(ids).toContain(marker);
  });

  test('for print nothing is told by colour: all of it is grey, and every line has words, which the legend explains', async () => {
    const path = at('print.svg');
    expect((await run('snapshot', '--theme', 'print', '--references', 'none', '-o', path)).code).toBe(0);
    const svg = readFileSync(path, 'utf8');
    const colours = new Set([...svg.matchAll(/(?:fill|stroke)="#([0-9a-f]{6})"/g)].map((found) => found[1]!));
    expect([...colours].filter((c) => !(c.slice(0, 2) === c.slice(2, 4) && c.slice(2, 4) === c.slice(4)))).toEqual([]);
    const abbreviated = [...svg.matchAll(/>((?:own|vent|oper|supp|fin|auth|pers|oth)\.)<\/text>/g)].map((found) => found[1]!);
    for (const short of new Set(abbreviated)) expect(svg).toMatch(new RegExp(`>${short.replace('.', '\\.')} \\w+</text>`));
    const labelled = new Set([...svg.matchAll(/<text class="label"/g)]).size;
    const ties = (JSON.parse((await run('info', path, '--json')).out) as { relationships: number }).relationships;
    expect(labelled).toBeGreaterThanOrEqual(ties);
  });

  test('a trace is written as a PDF, the same bytes each time, its sources on a page of their own where that is asked', async () => {
    const [one, two, apart] = ['one.pdf', 'two.pdf', 'apart.pdf'].map(at) as [string, string, string];
    for (const path of [one, two]) await run('snapshot', '--trace', 'Huawei', 'Koryolink', '--size', 'a4', '-o', path);
    expect(readFileSync(one).equals(readFileSync(two))).toBe(true);
    const { document, text, roles } = await openedPdf(one);
    expect((await document.getPage(1)).view.map(Math.round)).toEqual([0, 0, 595, 842]);
    expect(roles).toContain('Figure');
    expect(text).toContain('Panda International');
    await run('snapshot', '--trace', 'Huawei', 'Koryolink', '--references', 'page', '-o', apart);
    expect((await openedPdf(apart)).document.numPages).toBe(2);
  });

  test('a snapshot that is opened is written in another form as it was frozen', async () => {
    const [json, again, page] = ['frozen.json', 'again.json', 'frozen.html'].map(at) as [string, string, string];
    await run('snapshot', '--trace', 'Huawei', 'Koryolink', '-o', json);
    await run('snapshot', '--data', json, '-o', page);
    await run('snapshot', '--data', page, '-o', again);
    expect(readFileSync(again)).toEqual(readFileSync(json));
  });

  test('of some types only says who of the others is named in it all the same', async () => {
    const { code, err } = await run('snapshot', '--entity-types', 'company,network', '-o', at('types.json'));
    expect([code, err]).toEqual([0, expect.stringMatching(/^Hidden, but named in what claims and sources say: .*CHEO Technology JV/)]);
  });

  test.each(['svg', 'html', 'json', 'md', 'png'])(
    'of some entities only holds no other name in its .%s, but for publishers of sources',
    async (ending) => {
      const path = at(`only.${ending}`);
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
    const path = at('part.json');
    await run(...command, '-o', path);
    const { dataset } = JSON.parse(readFileSync(path, 'utf8')) as { dataset: Dataset };
    const records = [...dataset.entities, ...dataset.relationships];
    const there = new Set(records.map((r) => r.id));
    const grounds = records.flatMap((r) => (r.claims ?? []).flatMap((c) => c.restsOn ?? []));
    expect(grounds.filter((g) => !there.has(g.record))).toEqual([]);
    expect((await run('validate', path)).out).not.toMatch(/ground/);
  });

  test('a picture has the size that is asked for, and its references stand beside it where a page of their own is asked for', async () => {
    const path = at('desk.png');
    const { code, out } = await run('snapshot', '--trace', 'Huawei', 'Koryolink', '--size', '1600x900', '--references', 'page', '-o', path);
    expect(code).toBe(0);
    expect(out).toContain(`${at('desk-sources.png')}: the sources by the numbers on its lines.`);
    for (const name of ['desk.png', 'desk-sources.png']) {
      const png = readFileSync(at(name));
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1600, 900]);
    }
    const svg = at('desk.svg');
    await run('snapshot', '--trace', 'Huawei', 'Koryolink', '--size', 'A4', '--no-references', '-o', svg);
    expect(readFileSync(svg, 'utf8')).toContain('width="210mm" height="297mm"');
  });

  test.each(['letter', '100x900', '1600x', '9000x9000'])('a size that no picture has is refused with what there is: %s', async (size) => {
    expect(await run('snapshot', '--size', size, '-o', at('x.svg'))).toMatchObject({
      code: 2, err: expect.stringContaining('16:9, 4:3, 1:1, a4, a4-landscape, or pixels as 1600x900'),
    });
  });

  test('the same snapshot is written with the same bytes', async () => {
    const [a, b] = [at('a.html'), at('b.html')];
    await run('snapshot', '--trace', 'Huawei', 'Koryolink', '-o', a);
    await run('snapshot', '--trace', 'Huawei', 'Koryolink', '-o', b);
    expect(readFileSync(a).equals(readFileSync(b))).toBe(true);
  });

  test('an entity whose every tie the filter takes is left out, as on the screen; one that is asked for by name stays', async () => {
    const tied = ({ relationships }: Dataset) => new Set(relationships.flatMap((r) => [r.from, r.to]));
    const written = async (name: string, ...args: string[]) => {
      expect(await run('snapshot', '--families', 'ownership', ...args, '-o', at(name))).toMatchObject({ code: 0 });
      return (JSON.parse(readFileSync(at(name), 'utf8')) as { dataset: Dataset }).dataset;
    };
    const whole = JSON.parse(readFileSync('graph-data/north-korea-telecom.json', 'utf8')) as Dataset;
    const drawn = await written('ownership.json');
    expect(drawn.relationships.length).toBeGreaterThan(0);
    expect(drawn.entities.filter((e) => tied(whole).has(e.id) && !tied(drawn).has(e.id))).toEqual([]);
    const chosen = await written('chosen.json', '--only', 'Huawei', 'Koryolink');
    expect([chosen.entities.map((e) => e.id).sort(), chosen.relationships]).toEqual([['huawei', 'koryolink'], []]);
  });

  test('an entity with the id of every object’s prototype stands where it was drawn, in a file that opens again', async () => {
    const entities = ['__proto__', 'b'].map((id) => ({ id, type: 'company', name: `Firm ${id}` }));
    const relationships = [{ id: 'ab', type: 'owns', from: '__proto__', to: 'b', claims: [] }];
    const data = file('prototype.json', { format: 'throughline/1', id: 'p', title: 'P', sources: [], entities, relationships });
    const [json, again] = [at('drawn.json'), at('drawn-again.json')];
    expect(await run('snapshot', '--data', data, '-o', json)).toMatchObject({ code: 0, err: '' });
    expect(await run('validate', json)).toMatchObject({ code: 0 });
    expect(await run('snapshot', '--data', json, '-o', at('drawn.svg'))).toMatchObject({ code: 0, err: '' });
    expect(readFileSync(at('drawn.svg'), 'utf8')).toContain('>Firm __proto__</text>');
    expect(await run('snapshot', '--data', json, '-o', again)).toMatchObject({ code: 0, err: '' });
    expect(readFileSync(again)).toEqual(readFileSync(json));
  });

  test('an ending that says nothing, or two ways of choosing, are misuse', async () => {
    expect(await run('snapshot', '-o', at('x.doc'))).toMatchObject({ code: 2, err: expect.stringContaining('.svg') });
    expect(await run('snapshot', '--trace', 'Huawei', 'Koryolink', '--only', 'ZTE', '-o', at('x.svg'))).toMatchObject({
      code: 2,
    });
  });
});
