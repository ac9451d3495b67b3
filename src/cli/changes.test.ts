import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { writeCase } from '../formats';
import type { Dataset } from '../model';
import { run, testFolder } from './testing/run';

const { at, file } = testFolder('changes');
const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Dataset & { dataset: Dataset };

const base: Dataset = {
  format: 'throughline/1',
  id: 'x',
  title: 'X',
  sources: [
    { id: 's1', title: 'Notices', publisher: 'Gazette', kind: 'news' }, { id: 's2', title: 'Report', publisher: 'Courier', kind: 'news' },
  ],
  entities: [
    { id: 'oak', type: 'company', name: 'Oak' }, { id: 'quay', type: 'company', name: 'Quay' },
    { id: 'pier', type: 'company', name: 'Pier' },
  ],
  relationships: [{ id: 'r', type: 'owns', from: 'oak', to: 'quay', share: 75, claims: [{ source: 's1', stance: 'asserts' }] }],
};
const tie = (change: Partial<Dataset['relationships'][number]>): Dataset => ({
  ...base, relationships: [{ ...base.relationships[0]!, ...change }],
});
const before = file('before.json', base);

describe('diff', () => {
  const after = file('after.json', {
    ...tie({ share: 70, claims: [{ source: 's1', stance: 'asserts' }, { source: 's2', stance: 'asserts', locator: 'p. 4' }] }),
    entities: [base.entities[0], { ...base.entities[1]!, name: 'Quay Ltd' }, { id: 'dock', type: 'company', name: 'Dock' }],
  });

  test('gives one stable object and exits 1 where files differ', async () => {
    const { code, out } = await run('diff', before, after, '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual({
      equal: false,
      entities: { added: ['dock'], removed: ['pier'], changed: [{ id: 'quay', fields: ['name'] }] },
      relationships: { added: [], removed: [], changed: [{ id: 'r', fields: ['share', 'claims'] }] },
      sources: { added: [], removed: [], changed: [] },
      statuses: [{ relationship: 'r', before: 'reported', after: 'confirmed' }],
    });
  });

  test('says it in sentences', async () => {
    const { code, out } = await run('diff', before, after);
    expect(code).toBe(1);
    expect(out.split('\n')).toEqual([
      'Added entity dock: “Dock”.',
      'Removed entity pier: “Pier”.',
      'Changed entity quay: “Quay Ltd”: name changed from “Quay” to “Quay Ltd”.',
      'Changed relationship r: Oak owns 70 % of Quay Ltd: share changed from 75 to 70; claim added: s2 asserts (p. 4).',
      'The status is confirmed, no longer reported: Oak owns 70 % of Quay Ltd.',
    ]);
  });

  test('exits 0 where a dataset, the case made of it and its snapshot say the same', async () => {
    const own = at('same.case.json');
    expect((await run('convert', before, own)).code).toBe(0);
    const { code, out } = await run('diff', before, own, '--json');
    expect({ code, equal: (JSON.parse(out) as { equal: boolean }).equal }).toEqual({ code: 0, equal: true });
    expect(await run('diff', own, own)).toMatchObject({ code: 0, out: `${own} and ${own} say the same.` });
  });

  describe('with two ends', () => {
    const pierOwned: Dataset['relationships'][number] = {
      id: 'p', type: 'owns', from: 'pier', to: 'quay', claims: [{ source: 's1', stance: 'alleges' }],
    };
    const oakPier: Dataset['relationships'][number] = {
      id: 'q', type: 'owns', from: 'oak', to: 'pier', claims: [{ source: 's1', stance: 'asserts' }],
    };
    const around = file('around.json', {
      ...base, relationships: [{ ...base.relationships[0]!, claims: [{ source: 's1', stance: 'alleges' }] }, pierOwned, oakPier],
    });

    test('tells which routes came and whose status changed, in words', async () => {
      const { code, out } = await run('diff', before, around, '--from', 'Oak', '--to', 'quay');
      expect(code).toBe(1);
      expect(out.split('\n').slice(-2)).toEqual([
        'Added route (2 hops, alleged): Oak owns Pier, which allegedly owns Quay.',
        'The route is alleged, no longer reported: Oak allegedly owns 75 % of Quay.',
      ]);
    });

    test('tells them in JSON beside the rest, and the other way round which went', async () => {
      const { out } = await run('diff', around, before, '--from', 'oak', '--to', 'quay', '--json');
      expect((JSON.parse(out) as { routes: unknown }).routes).toEqual({
        from: 'oak', to: 'quay', added: [], removed: [{ entities: ['oak', 'pier', 'quay'], length: 2, strength: 'alleged' }],
        changed: [{ entities: ['oak', 'quay'], before: 'alleged', after: 'reported' }],
      });
    });

    test('an end that one file lacks has no routes there', async () => {
      const { out } = await run('diff', before, after, '--from', 'oak', '--to', 'Dock');
      expect(out.split('\n').at(-1)).toBe('The routes between the two are the same.');
      const without = file('without.json', { ...base, entities: base.entities.slice(0, 1), relationships: [] });
      const gone = await run('diff', before, without, '--from', 'oak', '--to', 'Quay');
      expect(gone.out.split('\n').at(-1)).toBe('Removed route (1 hop, reported): Oak owns 75 % of Quay.');
    });

    test('one end alone, the same twice, or an unknown one is misuse', async () => {
      for (const ends of [['--from', 'oak'], ['--from', 'oak', '--to', 'Oak'], ['--from', 'oak', '--to', 'nobody at all']])
        expect((await run('diff', before, after, ...ends)).code).toBe(2);
    });
  });

  test('of a file that is not there is misuse', async () => {
    expect((await run('diff', before, at('none.json'))).code).toBe(2);
  });
});

describe('a case with its files', () => {
  const paper = new TextEncoder().encode('An annual report.');
  const sha256 = createHash('sha256').update(paper).digest('hex');
  const captured = { ...base.sources[0]!, file: { name: 'report.txt', mediaType: 'text/plain', bytes: paper.length, sha256 } };
  const carrying = (name: string, data: Dataset) => {
    const zip = zipSync({
      'case.json': strToU8(writeCase({ dataset: { ...data, sources: [captured, base.sources[1]!] }, charts: [] })),
      [`files/${sha256}/report.txt`]: paper,
    });
    writeFileSync(at(name), zip);
    return at(name);
  };
  const filesIn = (path: string) => Object.keys(unzipSync(new Uint8Array(readFileSync(path)))).slice(1);

  test('is merged with the files of both sides, and says so where they have no room', async () => {
    const [one, two, three] = ['a', 'b', 'c'].map((n, i) => carrying(`${n}.throughline-case`, tie({ share: [75, 70, 75][i]! })));
    const merged = await run('merge', one!, two!, three!, '-o', at('merged.throughline-case'));
    expect([merged.code, merged.err.trim()]).toEqual([0, '']);
    expect(filesIn(at('merged.throughline-case'))).toEqual([`files/${sha256}/report.txt`]);
    const { err } = await run('merge', one!, two!, three!, '-o', at('merged.case.json'));
    expect(err).toContain('has no room for captured files');
    expect(read(at('merged.case.json')).dataset.relationships[0]!.share).toBe(70);
  });

  test('is converted with its files, and answers like any other', async () => {
    const from = carrying('whole.throughline-case', base);
    const { code, err } = await run('convert', from, at('again.throughline-case'));
    expect([code, err.trim()]).toEqual([0, '']);
    expect(filesIn(at('again.throughline-case'))).toEqual([`files/${sha256}/report.txt`]);
    expect((await run('trace', 'Oak', 'Quay', '--data', from)).code).toBe(0);
    expect(JSON.parse((await run('info', from, '--json')).out)).toMatchObject({ format: 'throughline-case-zip', entities: 3, sources: 2 });
  });
});

describe('merge', () => {
  test('brings both sides together, and may write over one of them as a driver of git does', async () => {
    const ours = file('ours.json', { ...base, entities: [...base.entities, { id: 'dock', type: 'company', name: 'Dock' }] });
    const theirs = file('theirs.json', tie({ claims: [...base.relationships[0]!.claims, { source: 's2', stance: 'denies' }] }));
    const { code, out, err } = await run('merge', before, ours, theirs, '-o', ours);
    expect({ code, out, err }).toEqual({ code: 0, out: `${ours}: 2 sources, 4 entities, 1 relationship; no conflicts.`, err: '' });
    expect(read(ours).entities.map((e) => e.id)).toEqual(['oak', 'quay', 'pier', 'dock']);
    expect(read(ours).relationships[0]!.claims.map((c) => c.stance)).toEqual(['asserts', 'denies']);
  });

  test('tells conflicts, and exits 1', async () => {
    const out = at('merged.json');
    const { code, err } = await run('merge', before, file('o.json', tie({ share: 70 })), file('t.json', tie({ share: 60 })), '-o', out);
    expect(code).toBe(1);
    expect(err).toBe('Relationship r: both sides changed “share”: ours 70, theirs 60. Ours is kept.');
    expect(read(out).relationships[0]!.share).toBe(70);
  });

  test('takes an empty base for a file that both sides added', async () => {
    const out = at('added.json');
    const { code } = await run(
      'merge', file('empty.json', ''), before,
      file('t2.json', { ...base, entities: [...base.entities, { id: 'dock', type: 'company', name: 'Dock' }] }), '-o', out,
    );
    expect(code).toBe(0);
    expect(read(out).entities.map((e) => e.id).sort()).toEqual(['dock', 'oak', 'pier', 'quay']);
  });

  test('refuses what is no dataset or case of ours', async () => {
    const csv = file('x.csv', 'from,to\nOak,Quay\n');
    expect(await run('merge', before, before, csv, '-o', at('no.json'))).toMatchObject({
      code: 2, err: expect.stringContaining('convert it first'),
    });
  });
});

describe('new', () => {
  test('writes an empty case that every command opens, and never over a file that is there', async () => {
    const path = at('harbour.case.json');
    expect((await run('new', path, '--title', 'Who runs the harbour')).code).toBe(0);
    expect(read(path).dataset).toMatchObject({ id: 'who-runs-the-harbour', title: 'Who runs the harbour', entities: [] });
    expect((await run('validate', path)).code).toBe(0);
    expect((await run('info', path)).code).toBe(0);
    expect((await run('search', 'Oak', '--data', path)).code).toBe(1);
    expect(await run('new', path)).toMatchObject({ code: 2, err: expect.stringContaining('is there already') });
  });
});
