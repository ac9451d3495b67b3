import { describe, expect, test } from 'vitest';
import { DATASET_FORMAT, type Claim, type Dataset, type Entity, type Relationship, type Source } from '../../model';
import { LINT_LIMIT, lintDataset } from './lintDataset';

const sources: Source[] = [
  { id: 'times', title: 'A', publisher: 'The Times', published: '2010', kind: 'news' },
  { id: 'times-2', title: 'B', publisher: 'the  times', kind: 'news' },
  { id: 'post', title: 'C', publisher: 'The Post', kind: 'news' },
  { id: 'register', title: 'D', publisher: 'Registry', kind: 'registry' },
];
const company = (id: string, more: Partial<Entity> = {}): Entity => ({ id, type: 'company', name: id, ...more });
const by = (...ids: string[]): Claim[] => ids.map((source) => ({ source, stance: 'asserts' }));
const owns = (from: string, to: string, more: Partial<Relationship> = {}): Relationship => ({
  id: `${from}-${to}-${more.start ?? ''}`, type: 'owns', from, to, claims: by('times', 'post'), ...more,
});
const data = (entities: Entity[], relationships: Relationship[]): Dataset => ({
  format: DATASET_FORMAT, id: 'x', title: 'X', sources, entities, relationships,
});
const codes = (d: Dataset, about: RegExp) => lintDataset(d).issues.filter((i) => about.test(i.code)).map((i) => `${i.code} ${i.at}`);
const [a, b, c] = [company('a'), company('b'), company('c')];

describe('the evidence', () => {
  test('of a relationship without a claim is missing, with one publisher it is single', () => {
    const relationships = [
      owns('a', 'b', { claims: [] }), owns('a', 'c', { claims: by('times', 'times-2') }), owns('b', 'c'),
      owns('c', 'a', { claims: by('register') }),
    ];
    expect(codes(data([a, b, c], relationships), /sourced|single/)).toEqual([
      'unsourced relationships[0].claims', 'single-source relationships[1].claims',
    ]);
  });

  test('of two who copy one is told, and so are sources that derive from one another', () => {
    const copying: Source[] = [
      { ...sources[0]! }, { ...sources[2]!, derivedFrom: ['times'] }, { ...sources[1]!, derivedFrom: ['echo'] },
      { id: 'echo', title: 'E', publisher: 'Echo', kind: 'news', derivedFrom: ['times-2'] }, sources[3]!,
    ];
    const said = { ...data([a, b, c], [owns('a', 'b'), owns('b', 'c', { claims: by('post', 'register') })]), sources: copying };
    expect(codes(said, /copied|circular|single/)).toEqual([
      'copied-source relationships[0].claims', 'circular-origin sources[2].derivedFrom', 'circular-origin sources[3].derivedFrom',
    ]);
    expect(lintDataset(said).issues.find((i) => i.code === 'copied-source')!.message).toBe(
      'The Times and The Post say so, and it goes back to one: The Times.',
    );
  });

  test('that nothing cites is named', () => {
    expect(codes(data([a, b], [owns('a', 'b')]), /unused/)).toEqual(['unused-source sources[1].id', 'unused-source sources[3].id']);
  });
});

describe('shares', () => {
  test('above 100 % at one date are named with that date', () => {
    const { issues } = lintDataset(
      data([a, b, c], [owns('a', 'c', { share: 75, start: '2008' }), owns('b', 'c', { share: { min: 30, max: 40 }, start: '2010-05-01' })]),
    );
    const issue = issues.find((i) => i.code === 'shares-above-100')!;
    expect(issue).toMatchObject({ at: 'relationships[0].share', value: '105 %', severity: 'warning' });
    expect(issue.message).toContain('2010-05-01');
    expect(issue.message).toContain('a 75 %, b 30 %');
  });

  test('of one holder after another, or of exactly 100 %, are sound', () => {
    const handedOver = [owns('a', 'c', { share: 75, end: '2011' }), owns('b', 'c', { share: 75, start: '2011' })];
    expect(codes(data([a, b, c], handedOver), /shares/)).toEqual([]);
    expect(codes(data([a, b, c], [owns('a', 'c', { share: 33.4 }), owns('b', 'c', { share: 66.6 })]), /shares/)).toEqual([]);
  });

  test('are handed over on the day on which one ends and the next begins', () => {
    const handedOver = [owns('a', 'c', { share: 75, end: '2011-05-05' }), owns('b', 'c', { share: 75, start: '2011-05-05' })];
    expect(codes(data([a, b, c], handedOver), /shares/)).toEqual([]);
  });

  test('leave out what is indirect: it sums up direct stakes', () => {
    const through = [owns('a', 'c', { share: 100 }), owns('b', 'a', { share: 100 }), owns('b', 'c', { share: 100, indirect: true })];
    expect(codes(data([a, b, c], through), /shares/)).toEqual([]);
  });

  test('count a holder once, with the largest stake that any source gives it', () => {
    const twice = [
      owns('a', 'c', { id: 'one', share: 60 }), owns('a', 'c', { id: 'two', share: { min: 50, max: 75 } }), owns('b', 'c', { share: 40 }),
    ];
    expect(codes(data([a, b, c], twice), /shares/)).toEqual([]);
    const { issues } = lintDataset(data([a, b, c], [...twice, owns('b', 'c', { id: 'three', share: 45 })]));
    expect(issues.find((i) => i.code === 'shares-above-100')).toMatchObject({ value: '105 %' });
  });

  test('without any date add up all the same', () => {
    expect(codes(data([a, b, c], [owns('a', 'c', { share: 60 }), owns('b', 'c', { share: 60 })]), /shares/)).toEqual([
      'shares-above-100 relationships[0].share',
    ]);
  });
});

describe('dates', () => {
  test('that run backwards are named, those that only may are not', () => {
    const relationships = [
      owns('a', 'b', { start: '2010', end: '2008' }), owns('a', 'c', { start: '2010-06', end: '2010' }),
      owns('b', 'c', { start: '2010', end: '..' }),
    ];
    expect(codes(data([company('a', { start: '2001', end: '2000' }), b, c], relationships), /reversed/)).toEqual([
      'reversed-dates entities[0].end', 'reversed-dates relationships[0].end',
    ]);
  });

  test('before an end exists, or after the source that claims them, are impossible', () => {
    const relationships = [
      owns('a', 'b', { start: '1990' }),
      owns('b', 'a', {
        claims: [
          { source: 'times', stance: 'asserts', made: '2011' }, { source: 'post', stance: 'asserts' },
        ],
      }),
    ];
    expect(codes(data([company('a', { start: '1995' }), b], relationships), /impossible/)).toEqual([
      'impossible-date relationships[0].start', 'impossible-date relationships[1].claims[0].made',
    ]);
  });
});

describe('duplicates', () => {
  const tied = (...entities: Entity[]) => data(entities, [owns(entities[0]!.id, entities[1]!.id)]);

  test('are entities of one type whose names differ in case, marks, script or legal form', () => {
    expect(codes(tied(company('a', { name: 'Órascom Telecom S.A.E.' }), company('b', { name: 'ORASCOM TELECOM' })), /duplicate/)).toEqual([
      'probable-duplicate entities[1].name',
    ]);
    expect(
      codes(
        tied(company('a', { name: 'Huawei Technologies Co., Ltd.', aliases: ['华为'] }), company('b', { name: 'Huawei' })), /duplicate/,
      ),
    ).toEqual(['probable-duplicate entities[1].name']);
  });

  test('are not a network named as its company, nor what a relationship tells apart', () => {
    expect(codes(tied(company('a', { name: 'Koryolink' }), { id: 'b', type: 'network', name: 'Koryolink' }), /duplicate/)).toEqual([]);
    const apart: Relationship = { id: 's', type: 'succeeds', from: 'b', to: 'a', claims: by('times') };
    expect(codes(data([company('a', { name: 'X' }), company('b', { name: 'X Ltd' })], [apart]), /duplicate/)).toEqual([]);
  });

  test('are relationships recorded twice', () => {
    const twice = [owns('a', 'b', { id: 'one' }), owns('a', 'b', { id: 'two' }), owns('a', 'b', { id: 'three', start: '2009' })];
    expect(codes(data([a, b], twice), /duplicate/)).toEqual(['duplicate-relationship relationships[1].id']);
  });
});

describe('ends', () => {
  test('that are not there are errors, entities without any are named', () => {
    const { issues } = lintDataset(data([a, b, c], [owns('a', 'b'), owns('a', 'nobody')]));
    expect(issues.find((i) => i.code === 'dangling-end')).toMatchObject({ severity: 'error', at: 'relationships[1].to', value: 'nobody' });
    expect(issues.find((i) => i.code === 'isolated-entity')).toMatchObject({ at: 'entities[2].id', value: 'c' });
  });
});

describe('a list of many', () => {
  const unsourced = Array.from({ length: LINT_LIMIT + 7 }, (_, i) => owns('a', 'b', { id: `r${i}`, role: `${i}`, claims: [] }));
  const { issues, counts } = lintDataset(data([a, b, c], unsourced));

  test('ends at the limit of each code, says how many more there are and hides no other code', () => {
    expect(issues.filter((i) => i.code === 'unsourced')).toHaveLength(LINT_LIMIT);
    expect(issues.filter((i) => i.code === 'more-issues')).toMatchObject([
      { severity: 'warning', value: '7', message: '7 more issues “unsourced” are not listed.' },
    ]);
    expect(issues.find((i) => i.code === 'isolated-entity')).toMatchObject({ value: 'c' });
  });

  test('is counted whole by code', () => {
    expect(counts).toEqual({ unsourced: LINT_LIMIT + 7, 'isolated-entity': 1, 'unused-source': sources.length });
  });
});
