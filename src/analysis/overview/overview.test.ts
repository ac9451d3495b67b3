import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildIndex } from '../../graph';
import type { DatasetPart, Entity, Filter, OverviewWay, Relationship } from '../../model';
import { naiveOverview } from '../testing/naiveOverview';
import { randomFilter, randomPart } from '../testing/randomPart';
import { overviewOf, type Overview } from './overview';

const COUNTRIES = [undefined, 'GB', 'KP'];

/** The country of each entity as the index wants it. */
function countriesOf(part: DatasetPart): Uint32Array {
  return Uint32Array.from(part.entities, (e) => COUNTRIES.indexOf(e.jurisdiction));
}

function overviewIn(part: DatasetPart, by: OverviewWay, filter: Filter = {}, groups = 24): Overview {
  return overviewOf(buildIndex(part), { by, filter, groups, members: 25, countries: countriesOf(part) });
}

const counts = <K extends string>(of: Partial<Record<K, number>>) => new Map(Object.entries(of));

/** Random datasets whose entities have countries, in any order. */
const placed = fc.tuple(randomPart, fc.array(fc.constantFrom(...COUNTRIES), { minLength: 9, maxLength: 9 })).map(([part, countries]) => ({
  ...part, entities: part.entities.map((e, i) => (countries[i] === undefined ? e : { ...e, jurisdiction: countries[i] })),
}));
const someFilter = fc.oneof(fc.constant<Filter>({}), randomFilter);

test.each(['communities', 'type-country'] as const)('whatever the dataset, groups by %s are counted as on its records', (by) => {
  fc.assert(
    fc.property(placed, someFilter, fc.integer({ min: 1, max: 4 }), (part, filter, most) => {
      const naive = naiveOverview(part, filter, by, most);
      const { groups, ties, modularity, excluded: _, ...figures } = overviewIn(part, by, filter, most);
      expect(figures).toEqual({
        by, entities: naive.entities, relationships: naive.relationships, places: naive.places, rest: naive.rest,
      });
      expect(groups.map((g) => [g.entities, g.within, new Map(g.types.map((t) => [t.type, t.entities]))])).toEqual(
        naive.groups.map((g) => [g.ids.length, g.within, g.types]),
      );
      const told = new Map(ties.map((t) => [t.groups.join(), [t.relationships, counts(t.families), counts(t.statuses)]]));
      expect(told).toEqual(new Map(naive.ties.map((t) => [t.groups.join(), [t.relationships, t.families, t.statuses]])));
      expect(ties.map((t) => t.relationships)).toEqual(ties.map((t) => t.relationships).sort((a, b) => b - a));
      if (by === 'communities') expect(modularity).toBeCloseTo(naive.modularity, 12);
      for (const [i, group] of groups.entries()) {
        const { ids } = naive.groups[i]!;
        expect(new Set(group.members).size).toBe(group.members.length);
        expect(ids).toEqual(expect.arrayContaining(group.members));
      }
    }),
    { numRuns: 100 },
  );
});

test.each(['communities', 'type-country'] as const)('groups by %s are the same whatever order the records come in', (by) => {
  const shuffled = placed.chain((part) =>
    fc.tuple(
      fc.constant(part), fc.shuffledSubarray(part.entities, { minLength: part.entities.length }),
      fc.shuffledSubarray(part.relationships, { minLength: part.relationships.length }),
    ),
  );
  fc.assert(
    fc.property(shuffled, someFilter, ([part, entities, relationships], filter) => {
      expect(overviewIn({ ...part, entities, relationships }, by, filter)).toEqual(overviewIn(part, by, filter));
    }),
    { numRuns: 100 },
  );
});

const entity = (id: string, type: Entity['type'] = 'company'): Entity => ({ id, type, name: id });
const ties = (pairs: readonly string[], type: Relationship['type'] = 'supplies'): Relationship[] =>
  pairs.map((p, i) => ({
    id: `${type}${i}`, type, from: p.split('-')[0]!, to: p.split('-')[1]!, claims: [{ source: 's', stance: 'alleges' as const }],
  }));

test('two triangles with one tie between are two groups, each led by who is tied to most, and places connect nobody', () => {
  const part: DatasetPart = {
    entities: [...'abcdef'].map((id) => entity(id)).concat(entity('port', 'place')),
    relationships: [
      ...ties(['a-b', 'b-c', 'c-a', 'c-d', 'd-e', 'e-f', 'f-d']), ...ties([...'abcdef'].map((id) => `${id}-port`), 'locatedIn'),
    ],
    sources: [{ id: 's', title: 'S', publisher: 'P', kind: 'news' }],
  };
  const { groups, ties: across, places, relationships } = overviewIn(part, 'communities');
  expect(groups.map((g) => [g.members, g.within])).toEqual([[['c', 'a', 'b'], 3], [['d', 'e', 'f'], 3]]);
  expect(across).toEqual([{ groups: [0, 1], relationships: 1, families: { supply: 1 }, statuses: { alleged: 1 } }]);
  expect([places, relationships]).toEqual([1, 7]);
});

test('members that are told of hang together, the best connected first', () => {
  const spokes = Array.from({ length: 40 }, (_, i) => `hub-n${String(i).padStart(2, '0')}`);
  const part: DatasetPart = {
    entities: ['hub', ...spokes.map((s) => s.split('-')[1]!)].map((id) => entity(id)), relationships: ties([...spokes, 'n39-n38']),
    sources: [],
  };
  const [group] = overviewIn(part, 'type-country').groups;
  expect(group!.members).toHaveLength(25);
  expect(group!.members.slice(0, 4)).toEqual(['hub', 'n38', 'n39', 'n00']);
});
