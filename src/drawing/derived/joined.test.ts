import { expect, test } from 'vitest';
import type { DatasetPart, Entity, Relationship } from '../../model';
import { boxFor, withJoined } from './joined';

const entity = (id: string): Entity => ({ id, type: 'company', name: id });
const tie = (id: string, type: Relationship['type'], from: string, to: string): Relationship => ({ id, type, from, to, claims: [] });
const part: DatasetPart = {
  entities: ['a', 'a2', 'b', 'c'].map(entity),
  relationships: [
    tie('1', 'owns', 'a', 'b'), tie('2', 'supplies', 'c', 'a2'), tie('3', 'sameAs', 'a2', 'a'), tie('4', 'owns', 'a', 'a2'),
    tie('5', 'owns', 'b', 'b'),
  ],
  sources: [],
};

test('entities drawn as one have one box, at which the ties of all of them end', () => {
  const { part: drawn, within } = withJoined(part, new Map([['a2', 'a']]));
  expect(drawn.entities.map((e) => e.id)).toEqual(['a', 'b', 'c']);
  expect(drawn.relationships.map((r) => [r.id, r.from, r.to])).toEqual([
    ['1', 'a', 'b'], ['2', 'c', 'a'], ['4', 'a', 'a'], ['5', 'b', 'b'],
  ]);
  expect([...within].map(([id, others]) => [id, others.map((e) => e.id)])).toEqual([['a', ['a2']]]);
});

test('taken apart again the part is the very same records', () => {
  expect(withJoined(part, new Map()).part).toBe(part);
});

test('an entity whose head is not drawn is drawn by itself', () => {
  const without = { ...part, entities: part.entities.filter((e) => e.id !== 'a'), relationships: [part.relationships[1]!] };
  expect(withJoined(without, new Map([['a2', 'a']])).part).toBe(without);
  expect(boxFor(new Map([['a2', 'a']]), new Set(['a2']))('a2')).toBe('a2');
});
