import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Dataset } from '../../model';
import { documentParts } from '../testing/documentParts';
import { run, runForJson, testFolder } from '../testing/run';

const { at, file } = testFolder('withheld');
const CASE = 'graph-data/north-korea-telecom.json';
const PANDA = ['--withhold', 'panda-international=Company A'];

describe('withholding', () => {
  test.each(['svg', 'png', 'html', 'json', 'md'])(
    'a .%s under another name tells nothing, its routes pass that name, and the texts that told are listed',
    async (ending) => {
      const path = at(`panda.${ending}`);
      const { code, err } = await run('snapshot', '--trace', 'Huawei', 'Koryolink', ...PANDA, '-o', path);
      expect(code).toBe(0);
      expect(err).toMatch(/Texts that name what is withheld, left out or replaced \(\d+\):/);
      expect(err).toContain('What could still give it away:');
      expect(await run('verify-withheld', path, '--case', CASE, ...PANDA)).toMatchObject({ code: 0 });
      if (ending !== 'png') expect(readFileSync(path, 'utf8')).toContain('Company A');
      if (ending !== 'png') expect(readFileSync(path, 'utf8')).not.toMatch(/panda/i);
    },
  );

  const packedCase = async () => {
    const packed = at('korea.throughline');
    if (!existsSync(packed)) expect((await run('pack', CASE, '-o', packed)).code).toBe(0);
    return packed;
  };
  const asText = (path: string) => Object.values(documentParts(path)).join(' ');
  test.each([
    ['snapshot', '.svg', 'something is withheld'], ['snapshot', '.html', 'something is withheld'],
    ['snapshot', '.md', 'Something is withheld.'], ['report', '.docx', 'Something is withheld.'],
    ['story', '.html', 'Something is withheld.'], ['story', '.pptx', 'Something is withheld.'], ['told', '.docx', 'Something is withheld.'],
  ])('a %s as %s says that something is withheld where that is wanted, and else not', async (what, ending, words) => {
    const args = {
      snapshot: ['snapshot', '--trace', 'Huawei', 'Koryolink'], report: ['report', CASE, '--from', 'Huawei', '--to', 'Koryolink'],
      story: ['snapshot', '--story', 'huawei-koryolink'], told: ['report', '--story', 'huawei-koryolink'],
    }[what]!;
    const textAt = async (path: string, ...more: string[]) => {
      expect((await run(...args, ...PANDA, ...more, '-o', path)).code).toBe(0);
      return /docx|pptx/.test(ending) ? asText(path) : readFileSync(path, 'utf8');
    };
    expect(await textAt(at(`said-${what}${ending}`), '--say-withheld')).toContain(words);
    expect(await textAt(at(`unsaid-${what}${ending}`))).not.toMatch(/something is withheld/i);
  });

  test.each([
    ['routes', '.html', ['snapshot', '--trace', 'Huawei', 'Koryolink', '--data']],
    ['a story', '.html', ['snapshot', '--story', 'huawei-koryolink', '--data']],
    ['a story', '.docx', ['report', '--story', 'huawei-koryolink']],
    ['routes', '.docx', ['report', '--from', 'Huawei', '--to', 'Koryolink']],
  ])('%s of a packed dataset as %s holds nothing that is withheld of it', async (what, ending, args) => {
    const [packed, path] = [await packedCase(), at(`packed-${what.replaceAll(' ', '-')}${ending}`)];
    const told = await run(...args, packed, ...PANDA, '--say-withheld', '-o', path);
    expect(told).toMatchObject({ code: 0, err: expect.stringContaining('Texts that name what is withheld') });
    const text = ending === '.docx' ? asText(path) : readFileSync(path, 'utf8');
    expect(text).not.toMatch(/panda/i);
    expect(text).toMatch(/something is withheld/i);
    expect(text).toContain('Company A');
    expect(await run('verify-withheld', path, '--case', packed, ...PANDA)).toMatchObject({ code: 0 });
    expect(await run('verify-withheld', path, '--case', packed, '--withhold', 'huawei')).toMatchObject({ code: 1 });
  });

  test('what is withheld of a packed dataset and not drawn is in no text of what is', async () => {
    const asked = ['snapshot', '--trace', 'Orascom', 'Koryolink', '--data', await packedCase()];
    const [open, path] = [at('weather.json'), at('weather-withheld.json')];
    await run(...asked, '-o', open);
    expect(readFileSync(open, 'utf8')).toContain('Weather Investments');
    const { code, err } = await run(...asked, '--withhold', 'Weather Investments', '-o', path);
    expect(code).toBe(0);
    expect(err).toContain('Texts that name what is withheld');
    expect(readFileSync(path, 'utf8')).not.toMatch(/weather/i);
    const refused = await run(...asked, '--withhold', 'Weather Investments', '--title', 'Weather Investments', '-o', at('titled.json'));
    expect(refused).toMatchObject({ code: 2, err: expect.stringContaining('Write another') });
  });

  test('owners in a packed dataset are written without those who are withheld', async () => {
    const [packed, path] = [await packedCase(), at('owners.html')];
    const withheld = ['--withhold', 'otmt=Company O'];
    expect((await run('owners', 'CHEO', '--data', packed, ...withheld, '--say-withheld', '-o', path)).code).toBe(0);
    expect(readFileSync(path, 'utf8')).toContain('Company O');
    expect(readFileSync(path, 'utf8')).not.toMatch(/otmt/i);
    expect(readFileSync(path, 'utf8')).toMatch(/something is withheld/i);
    expect(await run('owners', 'CHEO', '--data', packed, ...withheld)).toMatchObject({ code: 2, err: expect.stringContaining('with -o') });
  });

  test('what is withheld is not said where nothing is', async () => {
    expect(await run('snapshot', '--say-withheld', '-o', at('nothing.svg'))).toMatchObject({
      code: 2, err: expect.stringContaining('--say-withheld goes with --withhold'),
    });
  });

  test('an entity that is taken out takes its ties along, and routes are those of what is left', async () => {
    await run('snapshot', '--trace', 'Huawei', 'Koryolink', '--withhold', 'panda-international', '-o', at('out.json'));
    const { trace, dataset } = JSON.parse(readFileSync(at('out.json'),
      'utf8')) as { trace: { answer: { routes: unknown[] } }; dataset: Dataset };
    const asked = await runForJson('trace', 'Huawei', 'Koryolink', '--avoid', 'panda-international', '--json');
    const chains = (routes: unknown) => (routes as { entities: string[] }[]).map((r) =>
      r.entities.filter((id) => !id.startsWith('withheld')).length);
    expect(chains(trace.answer.routes).slice(0, 3)).toEqual(chains(asked.json().routes).slice(0, 3));
    expect(JSON.stringify(dataset)).not.toMatch(/panda/i);
  });

  test('a single field is taken out, with every text that repeats it, and the rest of its record stays', async () => {
    const path = file('fields.json', {
      format: 'throughline/1', id: 'fields', title: 'Fields',
      sources: [{ id: 's', title: 'Notices', publisher: 'Gazette', kind: 'news', author: 'Maud Sparrow', url: 'https://gazette.example/7' }],
      entities: [
        {
          id: 'oak', type: 'company', name: 'Oak', summary: 'Runs the northern harbour.',
          identifiers: [{ scheme: 'HR', value: 'HRB 99817' }],
        },
        { id: 'quay', type: 'company', name: 'Quay', summary: 'Its number is HRB 99817.' },
      ],
      relationships: [{
        id: 'r', type: 'owns', from: 'oak', to: 'quay', share: 75,
        claims: [{ source: 's', stance: 'asserts', statement: 'So it is.', checked: { by: 'Maud Sparrow', on: '2026-01-02' } }],
      }],
    });
    const fields = ['--withhold', 'oak.identifiers', '--withhold', 'Oak.summary', '--withhold', 'r.share', '--withhold', 's.author'];
    expect((await run('snapshot', '--data', path, ...fields, '-o', at('fields.html'))).code).toBe(0);
    const html = readFileSync(at('fields.html'), 'utf8');
    expect(html).not.toMatch(/99817|northern harbour|Sparrow|75 %/);
    expect(html).toMatch(/Oak[^]*owns[^]*Quay/);
    expect((await run('verify-withheld', at('fields.html'), '--case', path, ...fields)).code).toBe(0);
    await run('snapshot', '--data', path, '-o', at('told.html'));
    expect(await run('verify-withheld', at('told.html'), '--case', path, ...fields)).toMatchObject({
      code: 1, out: expect.stringContaining('HRB 99817'),
    });
    expect(await run('snapshot', '--data', path, '--withhold', 'oak.share', '-o', at('none.html'))).toMatchObject({
      code: 2, err: expect.stringContaining('may be withheld: shortName, aliases'),
    });
  });

  test('a snapshot, a page or a picture that was frozen before is written again without it', async () => {
    await run('snapshot', '--trace', 'Huawei', 'Koryolink', '-o', at('frozen.html'));
    expect(await run('verify-withheld', at('frozen.html'), '--case', CASE, ...PANDA)).toMatchObject({ code: 1,
      out: expect.stringContaining('Panda') });
    expect(await run('snapshot', '--data', at('frozen.html'), ...PANDA, '-o', at('again.png'))).toMatchObject({ code: 0 });
    expect(await run('verify-withheld', at('again.png'), '--case', CASE, ...PANDA)).toMatchObject({ code: 0 });
  });

  test('a table of everything, and the proof of an ownership, tell nothing of a withheld owner', async () => {
    const owner = ['--withhold', 'Orascom Telecom=Owner A'];
    expect(await run('convert', CASE, at('tables.xlsx'), ...owner)).toMatchObject({ code: 0 });
    expect(await run('owners', 'Koryolink', ...owner, '-o', at('owners.svg'))).toMatchObject({ code: 0 });
    for (const path of ['tables.xlsx', 'owners.svg'].map(at))
      expect(await run('verify-withheld', path, '--case', CASE, ...owner)).toMatchObject({ code: 0 });
  });

  test('a source is withheld with its claims, and its address stands nowhere', async () => {
    const { sources } = JSON.parse(readFileSync(CASE, 'utf8')) as Dataset;
    const { id, url } = sources.find((s) => s.url)!;
    await run('snapshot', '--withhold', id, '-o', at('source.json'));
    expect(readFileSync(at('source.json'), 'utf8')).not.toContain(url);
    expect(await run('verify-withheld', at('source.json'), '--case', CASE, '--withhold', id)).toMatchObject({ code: 0 });
  });

  test.each([
    ['a trace of what is taken out', ['snapshot', '--trace', 'Huawei', 'Koryolink', '--withhold', 'Huawei'],
      'is withheld. Give it another name'],
    ['a title that names it', ['snapshot', '--title', 'On HUAWEI', '--withhold', 'Huawei'], 'names what is withheld'],
    ['another name that tells the first', ['snapshot', '--withhold', 'Huawei=Huawei A'], 'Choose another'],
    ['an empty name', ['snapshot', '--withhold', 'Huawei='], 'write a name'],
    ['a tie under a name', ['snapshot', '--withhold', 'huawei-supplies-koryolink=Tie A'], 'a tie has no name'],
    ['nobody', ['snapshot', '--withhold', 'Nobody At All'], 'Nothing is called'],
  ])('%s is refused', async (_, args, why) => {
    expect(await run(...args, '-o', at('refused.svg'))).toMatchObject({ code: 2, err: expect.stringContaining(why) });
  });

  test('the verifier looks into packed files, base64, escapes and other scripts, and says where', async () => {
    const data = file('case.json', {
      format: 'throughline/1', id: 'c', title: 'C', sources: [], relationships: [],
      entities: [{ id: 'x1', type: 'company', name: 'Koryo Link', aliases: ['华为', 'Корайолинк'] }],
    });
    const found = async (content: string | Uint8Array) => {
      writeFileSync(at('looked.bin'), content);
      return (await run('verify-withheld', at('looked.bin'), '--case', data, '--withhold', 'x1')).code;
    };
    const long = (text: string) => Buffer.from(`${text} ${'and so on '.repeat(8)}`).toString('base64');
    for (const telling of [
      'on KORYOLINK here', 'Koryo-Link', 'koryo%20link', '{"a":"\\u534e\\u4e3a"}', 'Ko&#114;yo Link', '<b>Koryo</b>link',
        `data:text/plain;base64,${long('koryolink')}`,
      'КОРАЙОЛИНК', 'Kory\u00adolink', 'Kóryólink', '由华为经营',
    ]) expect([telling, await found(telling)]).toEqual([telling, 1]);
    expect(await found(gzipSync(long('by Koryo Link')))).toBe(1);
    expect(await found('The Koryo hotel has a link.')).toBe(0);
    expect(await found(gzipSync(long('by nobody')))).toBe(0);
  });
});
