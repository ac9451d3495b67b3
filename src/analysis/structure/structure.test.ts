import { expect, test } from 'vitest';
import { buildIndex } from '../../graph';
import type { DatasetPart, Entity, Relationship } from '../../model';
import { structureOf } from './structure';

function partOf(pairs: readonly string[], alone: readonly string[] = []): DatasetPart {
  const ids = [...new Set([...pairs.flatMap((p) => p.split('-')), ...alone])];
  const entities = ids.map((id): Entity => ({ id, type: 'company', name: id }));
  const relationships = pairs.map((p, i): Relationship => ({ id: `r${i}`, type: 'supplies', from: p.split('-')[0]!, to: p.split('-')[1]!, claims: [] }));
  return { entities, relationships, sources: [] };
}
const TWO_TRIANGLES = ['a-b', 'b-c', 'c-a', 'c-d', 'd-e', 'e-f', 'f-d'];

test('two triangles joined by one tie are two communities of one component, and the tie is where routes pass', () => {
  const rows = structureOf(buildIndex(partOf(TWO_TRIANGLES, ['z'])), {});
  const of = (id: string) => rows.find((r) => r.entity === id)!;
  expect(rows.map((r) => r.component)).toEqual([0, 0, 0, 0, 0, 0, 1]);
  expect(of('a').community).toBe(of('c').community);
  expect(of('a').community).not.toBe(of('f').community);
  // c lies on the routes from a and b to d, e and f: 6 of the 15 pairs of six others.
  expect(of('c').betweenness).toBeCloseTo(6 / 15, 9);
  expect(of('a').betweenness).toBe(0);
  expect(of('z')).toEqual({ entity: 'z', degree: 0, component: 1, community: 2, betweenness: 0 });
});

test('parallel relationships, loops and the order of the file change nothing', () => {
  const once = structureOf(buildIndex(partOf(TWO_TRIANGLES)), {});
  const again = structureOf(buildIndex(partOf([...TWO_TRIANGLES, 'a-b', 'b-a', 'd-d'].reverse())), {});
  expect(again).toEqual(once);
});

test('what the filter leaves out does not count', () => {
  expect(structureOf(buildIndex(partOf(['a-b'])), { relationshipTypes: ['owns'] }).map((r) => r.degree)).toEqual([0, 0]);
});
