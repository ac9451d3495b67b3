import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildIndex } from '../../graph';
import { atOnce, DATASET_FORMAT, type Claim, type Dataset, type EntityType, type Relationship } from '../../model';
import { bestConnectedSteps } from './bestConnected';

const claims = (stance: Claim['stance']): Claim[] => [{ source: 's', stance }];
const tie = (from: string, to: string, i: number, stance: Claim['stance'] = 'asserts'): Relationship => ({
  id: `r${i}`, type: 'partnersWith', from, to, claims: claims(stance),
});
const datasetOf = (types: Record<string, EntityType>, relationships: Relationship[]): Dataset => ({
  format: DATASET_FORMAT, id: 'd', title: 'D', sources: [{ id: 's', title: 'S', publisher: 'P', kind: 'news' }],
  entities: Object.entries(types).map(([id, type]) => ({ id, type, name: id })), relationships,
});
const companies = (...ids: string[]) => Object.fromEntries(ids.map((id) => [id, 'company' as const]));
const chosen = (dataset: Dataset, options: Partial<Parameters<typeof bestConnectedSteps>[1]> = {}) => {
  const index = buildIndex(dataset);
  return atOnce(bestConnectedSteps(index, { limit: 25, mostTies: 100, from: 0, ...options })).map((e) => index.entityIdAt(e));
};

/** The same, by looking at everything each time. */
function naive({ entities, relationships }: Dataset, limit: number, mostTies: number): string[] {
  const types = new Map(entities.map((e) => [e.id, e.type]));
  const others = (id: string) =>
    new Set(
      relationships
        .filter((r) => r.from !== r.to && r.claims[0]!.stance !== 'denies' && (r.from === id || r.to === id))
        .map((r) => (r.from === id ? r.to : r.from))
        .filter((o) => types.get(o) !== 'place'),
    );
  const result: string[] = [];
  const out = new Set<string>();
  const between = (ids: readonly string[]) => relationships.filter((r) => ids.includes(r.from) && ids.includes(r.to)).length;
  for (;;) {
    const left = entities.filter((e) => e.type !== 'place' && !result.includes(e.id) && !out.has(e.id)).map((e) => e.id);
    const beside = left.filter((id) => [...others(id)].some((o) => result.includes(o)));
    const [next] = (beside.length > 0 ? beside : left).sort((a, b) => others(b).size - others(a).size || (a < b ? -1 : 1));
    if (next === undefined || result.length === limit) return result;
    if (between([...result, next]) > mostTies) out.add(next);
    else result.push(next);
  }
}

const anyDataset = fc
  .integer({ min: 1, max: 9 })
  .chain((n) =>
    fc.record({
      types: fc.array(fc.constantFrom<EntityType>('company', 'company', 'person', 'place'), { minLength: n, maxLength: n }),
      ties: fc.array(fc.tuple(fc.nat(n - 1), fc.nat(n - 1), fc.constantFrom('asserts' as const, 'asserts' as const, 'denies' as const)), {
        maxLength: 20,
      }),
    }),
  )
  .map(({ types, ties }) =>
    datasetOf(
      Object.fromEntries(types.map((t, i) => [`e${i}`, t])), ties.map(([a, b, stance], i) => tie(`e${a}`, `e${b}`, i, stance)),
    ),
  );

describe('the entities to look at first', () => {
  test('are those that looking at everything gives, on any small network', () => {
    fc.assert(fc.property(anyDataset, fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 12 }), (dataset, limit, mostTies) => {
      expect(chosen(dataset, { limit, mostTies })).toEqual(naive(dataset, limit, mostTies));
    }));
  });

  test('hang together: the best connected, then whoever of those beside it is tied to most others', () => {
    const ties = [
      ['hub', 'a'], ['hub', 'b'], ['hub', 'c'], ['b', 'd'], ['b', 'e'], ['x', 'y'], ['x', 'z'], ['x', 'w'],
    ].map(([from, to], i) => tie(from!, to!, i));
    expect(chosen(datasetOf(companies('a', 'b', 'c', 'd', 'e', 'hub', 'w', 'x', 'y', 'z'), ties), { limit: 7 })).toEqual([
      'b', 'hub', 'a', 'c', 'd', 'e', 'x',
    ]);
  });

  test('ties that are denied, and places, count for nothing', () => {
    const ties = [tie('a', 'p', 1), tie('a', 'q', 2, 'denies'), tie('b', 'c', 3)];
    expect(chosen(datasetOf({ ...companies('a', 'b', 'c', 'q'), p: 'place' }, ties), { limit: 2 })).toEqual(['b', 'c']);
  });

  test('whoever brings more relationships than can be drawn is passed over', () => {
    const many = Array.from({ length: 30 }, (_, i) => tie('a', 'b', i));
    expect(chosen(datasetOf(companies('a', 'b', 'c'), [...many, tie('a', 'c', 99)]), { mostTies: 10 })).toEqual(['a', 'c']);
  });

  test('are found in a part of the dataset alone', () => {
    expect(chosen(datasetOf(companies('a', 'b', 'c', 'd'), [tie('a', 'b', 1), tie('a', 'c', 2), tie('c', 'd', 3)]), { from: 2 })).toEqual([
      'c', 'd',
    ]);
  });
});
