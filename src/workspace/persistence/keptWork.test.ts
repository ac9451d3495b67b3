import { expect, test } from 'vitest';
import { keptWork, writtenWork } from './keptWork';

/** Work as the first version kept it. */
const FIRST = {
  version: 1,
  stamp: '1',
  source: { kind: 'bundled', name: 'north-korea-telecom' },
  title: 'A case',
  query: '?a=1',
  chart: {
    entities: ['a', 'b'], positions: { a: { x: 1, y: 2 } }, pinned: ['a'], hidden: ['b'], expanded: { a: ['b'] }, layout: 'organic',
    joined: { b: 'a' },
  },
  filter: { families: ['ownership'] },
  trace: { question: { from: '', to: '', k: 10, maxHops: 6, direction: 'any', filter: {}, avoid: [], places: false }, only: false },
  view: { mode: 'chart', table: 'entities' },
};

test('work that the first version kept opens, its filter in the chart document', () => {
  const { chart, ...rest } = keptWork.parse(FIRST);
  expect(rest.version).toBe(2);
  expect(chart).toEqual({
    entities: new Set(['a', 'b']), positions: new Map([['a', { x: 1, y: 2 }]]), pinned: new Set(['a']), hidden: new Set(['b']),
    expanded: new Map([['a', ['b']]]), layout: 'organic', joined: new Map([['b', 'a']]), ventures: new Map(), decided: new Map(),
    filter: { families: ['ownership'] },
  });
});

test('work is read as it was written', () => {
  const work = keptWork.parse(FIRST);
  expect(keptWork.parse(JSON.parse(JSON.stringify(writtenWork(work))))).toEqual(work);
});

test('what is not work is refused', () => {
  for (const other of [undefined, null, 1, 'work', {}, { version: 1 }, { ...FIRST, chart: null }, { ...FIRST, version: 3 }])
    expect(keptWork.safeParse(other).success).toBe(false);
});
