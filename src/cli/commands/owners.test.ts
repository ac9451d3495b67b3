import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { runForJson as run, testFolder } from '../testing/run';

const { at, file } = testFolder('owners');

describe('owners', () => {
  test('a stake without a start is possible at a date, or held where that is asked for, and the answer says that it decides', async () => {
    const path = file('undated.json', {
      format: 'throughline/1', id: 'undated', title: 'Undated',
      sources: [{ id: 's', title: 'Register', publisher: 'Registry', kind: 'registry' }],
      entities: [{ id: 'list', type: 'person', name: 'Listed Person' }, { id: 'firm', type: 'company', name: 'Firm' }],
      relationships: [{ id: 'stake', type: 'owns', from: 'list', to: 'firm', share: 60, claims: [{ source: 's', stance: 'asserts' }] }],
    });
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
    const path = at(`koryolink.${ending}`);
    const { code, err } = await run('owners', 'Koryolink', '--as-of', '2009', '--listed', 'OTH', '-o', path);
    expect([code, err]).toEqual([0, '']);
    expect(readFileSync(path).length).toBeGreaterThan(1000);
  });

  test('its brief prints the proof as sentences with footnotes', async () => {
    const path = at('proof.md');
    await run('owners', 'Koryolink', '--as-of', '2009', '--listed', 'OTH', '-o', path);
    expect(readFileSync(path, 'utf8').replaceAll('\u00a0', ' ')).toContain(
      '  - 100 % of **Koryolink** is held by **CHEO Technology JV Company**[^1], which counts as held (75 % in aggregate).',
    );
  });

  test('to a file with an ending that says nothing it is not written', async () => {
    const { code, err } = await run('owners', 'Koryolink', '-o', at('proof.docx'));
    expect([code, err]).toEqual([2, expect.stringContaining('.svg')]);
  });
});
