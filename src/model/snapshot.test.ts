import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSnapshot, routeQuestion, SNAPSHOT_FORMAT } from './index';

function taken() {
  return {
    format: SNAPSHOT_FORMAT,
    title: 'Huawei to Koryolink',
    origin: { id: 'case', title: 'A case' },
    dataset: {
      format: 'throughline/1', id: 'case', title: 'A case', sources: [],
      entities: [{ id: 'a', type: 'company', name: 'A' }, { id: 'b', type: 'network', name: 'B' }],
      relationships: [{ id: 'r', type: 'supplies', from: 'a', to: 'b', claims: [] as unknown[] }],
    },
    chart: { layout: 'organic', positions: { a: { x: 0, y: 0 }, b: { x: 120.5, y: -3 } }, pinned: ['a'] },
    filter: { statuses: ['confirmed'], period: { from: '2009', to: '2009' } },
    selection: { kind: 'relationship', id: 'r' },
    trace: {
      question: routeQuestion.parse({ from: 'a', to: 'b' }),
      answer: { from: 'a', to: 'b', routes: [], complete: true, excluded: { status: 0, period: 0, type: 0, source: 0 } },
      active: 0,
      only: true,
    },
    hidden: '3 denied relationships are hidden.',
  };
}

describe('reading a snapshot', () => {
  test('gives back all that was taken', () => {
    expect(readSnapshot(taken())).toEqual({ snapshot: taken(), issues: [] });
  });

  test('fills in what an early one leaves out', () => {
    const { format, title, origin, dataset, chart } = taken();
    const { snapshot } = readSnapshot({ format, title, origin, dataset, chart: { layout: chart.layout, positions: {} } });
    expect(snapshot).toMatchObject({ filter: {}, chart: { pinned: [] } });
    expect(snapshot!.trace).toBeUndefined();
  });

  test('says where it is broken in the same words as a dataset', () => {
    const broken = taken();
    broken.dataset.entities[1]!.type = 'thing';
    broken.dataset.relationships[0]!.claims.push({ source: 'x', stance: 'shrugs' });
    expect(readSnapshot(broken).issues.map((i) => [i.code, i.at, i.value])).toEqual([
      ['bad-value', 'dataset.entities[1].type', 'thing'],
      ['bad-value', 'dataset.relationships[0].claims[0].stance', 'shrugs'],
    ]);
  });

  test('holds the dataset inside to the rules of every dataset', () => {
    const broken = taken();
    broken.dataset.relationships[0]!.to = 'nowhere';
    const { snapshot, issues } = readSnapshot(broken);
    expect(snapshot).toBeUndefined();
    expect(issues).toMatchObject([{ code: 'dangling-end', at: 'dataset.relationships[0].to', value: 'nowhere' }]);
  });

  test('keeps one whose dataset only earns a warning', () => {
    const odd = taken();
    odd.dataset.relationships[0]!.type = 'employs';
    const { snapshot, issues } = readSnapshot(odd);
    expect(snapshot).toBeDefined();
    expect(issues).toMatchObject([{ code: 'unusual-ends', severity: 'warning', at: 'dataset.relationships[0].type' }]);
  });

  test('refuses an answer that is none, and a missing chart', () => {
    const broken = taken() as Record<string, unknown>;
    broken.trace = {
      question: { from: 'a', to: 'b' },
      answer: { from: 'a', to: 'b', routes: 'none', complete: true, excluded: { status: 0, period: 0, type: 0, source: 0 } },
    };
    delete broken.chart;
    expect(readSnapshot(broken).issues.map((i) => [i.code, i.at])).toEqual([
      ['missing-field', 'chart'], ['bad-value', 'trace.answer.routes'],
    ]);
  });

  test('never throws, whatever it is given', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => {
      for (const data of [value, { ...taken(), dataset: value }, { ...taken(), trace: value }, { ...taken(), chart: value }]) {
        const { snapshot, issues } = readSnapshot(data);
        expect(snapshot === undefined).toBe(issues.some((i) => i.severity === 'error'));
      }
    }));
  });
});
