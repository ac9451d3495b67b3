import { describe, expect, test } from 'vitest';
import { runForJson as run, testFolder } from '../testing/run';

const { at, file } = testFolder('info');

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
    const path = file('many.json', {
      format: 'throughline/1', id: 'x', title: 'X', sources: [], entities: ['a', 'b'].map((id) => ({ id, type: 'company', name: id })),
      relationships: many,
    });
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
    expect(await run('info', at('nothing.json'))).toMatchObject({ code: 2, err: expect.stringContaining('no such file') });
  });
});
