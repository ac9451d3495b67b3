import { expect, test } from 'vitest';
import type { Entity } from '../../model';
import { legendOf } from '../visualLanguage';
import { legendItems } from '../picture';
import { buildScene } from './buildScene';
import { figuresOf, percentText } from './figures';

const entities = ['a', 'b', 'c'].map((id): Entity => ({ id, type: 'company', name: id }));
const part = { entities, relationships: [{ id: 'ab', type: 'owns' as const, from: 'a', to: 'b', claims: [] }], sources: [] };
const positions = new Map([['a', { x: 0, y: 0 }], ['b', { x: 400, y: 0 }], ['c', { x: 400, y: 200 }]]);

test('groups have a ground each, beyond the eighth none, and always their number', () => {
  const looks = figuresOf({ figure: 'community', as: 'colour', values: { a: 0, b: 8 } }, entities);
  expect(looks.get('a')).toEqual({ figure: { figure: 'community', tint: 'group1', tag: '1' } });
  expect(looks.get('b')).toEqual({ figure: { figure: 'community', tag: '9' } });
  expect(looks.has('c')).toBe(false);
});

test('an entity without a value shows none, whatever it is called', () => {
  const named = ['constructor', '__proto__'].map((id): Entity => ({ id, type: 'company', name: id }));
  expect(figuresOf({ figure: 'degree', as: 'size', values: { a: 4 } }, [...entities, ...named])).toEqual(
    new Map([['a', { figure: { figure: 'degree', tag: '4' }, grown: 10 }]]),
  );
});

test('amounts are told by steps of the root of their part of the largest', () => {
  const looks = figuresOf({ figure: 'degree', as: 'colour', values: { a: 0, b: 4, c: 16 } }, entities);
  expect(['a', 'b', 'c'].map((id) => looks.get(id)?.figure?.tint)).toEqual(['step1', 'step3', 'step5']);
});

test('a size grows the box around its text and says the number', () => {
  const plain = buildScene({ part, positions });
  const sized = buildScene({ part, positions, shown: { figure: 'betweenness', as: 'size', values: { a: 0, b: 0.21, c: 0.021 } } });
  expect(sized.boxes.map((b, i) => b.width - plain.boxes[i]!.width)).toEqual([0, 20, 6]);
  expect(sized.boxes.map((b) => b.figure?.tag)).toEqual(['0 %', '21 %', '2.1 %']);
});

test('the legend explains figures, rings and what held only possibly, and only where they are drawn', () => {
  const scene = buildScene({
    part, positions, possibly: new Set(['ab']), shown: { figure: 'community', as: 'colour', values: { a: 0, b: 1, c: 0 } },
    emphasis: { ringed: ['b'] },
  });
  const labels = (of: typeof scene) => legendItems(legendOf(of)).lines.map((i) => i.label);
  expect(labels(scene)).toEqual(
    expect.arrayContaining(['community 1', 'community 2', 'ringed: without these, no route', 'may not have held then']),
  );
  expect(labels(buildScene({ part, positions })).join()).not.toMatch(/community|ringed|possibly/);
});

test('a line that held only possibly says so even where its words find no room', () => {
  const close = new Map([['a', { x: 0, y: 0 }], ['b', { x: 60, y: 0 }], ['c', { x: 400, y: 200 }]]);
  const [line] = buildScene({ part, positions: close, possibly: new Set(['ab']) }).lines;
  expect(line).toMatchObject({ possibly: true, label: { possibly: true } });
});

test('what is ringed is never dimmed, and what is faint is', () => {
  const { boxes } = buildScene({ part, positions, emphasis: { ringed: ['c'], faint: ['b'] } });
  expect(boxes.map((b) => [b.emphasis, b.ring ?? false])).toEqual([['plain', false], ['dimmed', false], ['plain', true]]);
});

test('parts are told in percent, small ones with a decimal', () => {
  expect([0.5, 0.021, 0.0004, 0].map(percentText)).toEqual(['50 %', '2.1 %', '0 %', '0 %']);
});
