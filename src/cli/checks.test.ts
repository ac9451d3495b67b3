import { readFileSync, writeFileSync } from 'node:fs';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import type { Claim, Dataset } from '../model';
import { run, runForJson, testFolder } from './testing/run';

const { at, file } = testFolder('checks');

const data: Dataset = {
  format: 'throughline/1', id: 'harbour', title: 'Harbour',
  sources: [
    {
      id: 'gazette', title: 'Notices', publisher: 'Gazette', kind: 'news', url: 'https://gazette.example/9',
      file: { name: 'notices.pdf', mediaType: 'application/pdf', bytes: 9, sha256: 'a'.repeat(64) },
    },
    { id: 'courier', title: 'Courier', publisher: 'Courier', kind: 'news' },
  ],
  entities: [
    { id: 'oak', type: 'company', name: 'Oak', claims: [{ source: 'courier', stance: 'asserts', statement: 'Has two cranes.' }] },
    { id: 'quay', type: 'company', name: 'Quay' },
  ],
  relationships: [
    {
      id: 'r', type: 'owns', from: 'oak', to: 'quay', share: 75,
      claims: [
        { source: 'gazette', stance: 'asserts', locator: 'p. 4', quote: '=75 per cent' },
        { source: 'courier', stance: 'denies', checked: { by: 'M. Vail', on: '2020-02-01' } },
      ],
    },
  ],
};
const before = file('harbour.json', data);

/** Fills in cells of a sheet, as a spreadsheet program does: by row from 0 and header. */
async function fill(path: string, cells: readonly (readonly [row: number, header: string, value: string | Date | null])[]): Promise<void> {
  const [sheet] = (await readXlsx(new Uint8Array(readFileSync(path)))).sheets;
  const rows = sheet!.rows.map((row) => [...row]);
  for (const [row, header, value] of cells) rows[row + 1]![rows[0]!.indexOf(header)] = value;
  writeFileSync(path, await writeXlsx({ sheets: [{ name: sheet!.name, rows }] }));
}

const claimsOf = (path: string, id: string): readonly Claim[] => {
  const { entities, relationships } = JSON.parse(readFileSync(path, 'utf8')) as Dataset;
  return [...entities, ...relationships].find((record) => record.id === id)!.claims!;
};

describe('checks', () => {
  test('says what is left to check, and exits 1 while a claim is', async () => {
    const { code, json } = await runForJson('checks', before, '--json');
    expect(code).toBe(1);
    expect(json()).toMatchObject({ claims: 3, checked: 1, counts: { 'open-contradiction': 1 } });
    const lines = (await run('checks', before)).out;
    expect(lines).toContain('warning open-contradiction at relationships[0].claims: Sources contradict one another, and 1 of 2 claims is');
    expect(lines).toMatch(/harbour\.json: 1 of 3 claims checked\.$/);
  });

  test('writes a sheet of every claim, in which no text is a formula', async () => {
    const sheet = at('sheet.xlsx');
    expect(await run('checks', before, '-o', sheet)).toMatchObject({ code: 0, out: `${sheet}: a check sheet of 3 claims.` });
    const { rows } = (await readXlsx(new Uint8Array(readFileSync(sheet)))).sheets[0]!;
    expect(rows[0]).toEqual([
      'Sentence', 'Claim', 'Stance', 'Quote', 'Source', 'Locator', 'Link', 'Archive', 'Hash', 'Checked by', 'On', 'Record', 'Key',
    ]);
    expect(rows[1]!.slice(0, 9)).toEqual([
      'Oak owns 75 % of Quay (disputed).', null, 'asserts', '=75 per cent', 'Notices, Gazette', 'p. 4', 'https://gazette.example/9', null,
      'a'.repeat(64),
    ]);
    expect(rows[2]!.slice(9, 11)).toEqual(['M. Vail', '2020-02-01']);
    expect(rows[3]!.slice(0, 2)).toEqual(['Oak', 'Has two cranes.']);
    expect((await run('checks', before, '-o', at('sheet.docx'))).code).toBe(2);
  });

  test('takes the ticks of a sheet, with a date as the program wrote it', async () => {
    const [sheet, out] = [at('ticked.xlsx'), at('ticked.json')];
    await run('checks', before, '-o', sheet);
    await fill(sheet, [
      [0, 'Checked by', 'A. Reed'], [0, 'On', '21/11/2026'], [1, 'Checked by', 'A. Reed'], [2, 'Checked by', 'A. Reed'],
      [2, 'On', '2026-11'],
    ]);
    expect(await run('checks', before, '--import', sheet, '-o', out)).toMatchObject({
      code: 0, out: `${out}: 3 ticks taken from ${sheet}.`, err: '',
    });
    expect(claimsOf(out, 'r').map((c) => c.checked)).toEqual([
      { by: 'A. Reed', on: '2026-11-21' }, { by: 'A. Reed', on: '2020-02-01' },
    ]);
    expect(claimsOf(out, 'oak')[0]!.checked).toEqual({ by: 'A. Reed', on: '2026-11' });
    expect((await run('checks', out)).code).toBe(0);
  });

  test('tells a tick of a claim that was changed since, and takes the others', async () => {
    const [sheet, out] = [at('late.xlsx'), at('late.json')];
    await run('checks', before, '-o', sheet);
    await fill(sheet, [[0, 'Checked by', 'A. Reed'], [2, 'Checked by', 'A. Reed']]);
    const changed = structuredClone(data);
    changed.relationships[0]!.claims[0]!.locator = 'p. 5';
    const { code, err } = await run('checks', file('changed.json', changed), '--import', sheet, '-o', out);
    expect(code).toBe(1);
    expect(err).toContain('tick-of-changed-claim');
    expect(claimsOf(out, 'r')[0]!.checked).toBeUndefined();
    expect(claimsOf(out, 'oak')[0]!.checked!.by).toBe('A. Reed');
  });

  test('refuses a file that is no check sheet, and a case without a place to go', async () => {
    const table = file('table.csv', 'from,to\nOak,Quay\n');
    expect(await run('checks', before, '--import', table, '-o', at('no.json'))).toMatchObject({
      code: 2, err: expect.stringContaining('no-check-sheet'),
    });
    expect((await run('checks', before, '--import', table)).code).toBe(2);
  });
});
