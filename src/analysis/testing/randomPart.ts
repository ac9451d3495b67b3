import fc from 'fast-check';
import {
  entityTypeIds, families, relationshipTypeIds, sourceKinds, stances, statuses,
  type DatasetPart, type Filter, type RouteQuestionInput,
} from '../../model';

/**
 * For tests: small datasets with everything that datasets may have: parallel relationships, loops, dates of every precision,
 * contradictions.
 */
const SOURCE_IDS = ['s0', 's1', 's2', 's3', 's4'];
/** Ids whose code-unit order differs from the order of their code points, and one that is the beginning of another. */
export const ENTITY_IDS = ['a', 'ab', 'Z', 'é', '\uFFE5', '\u{1F4DE}', 'b', 'c', 'd'];

const dates = fc.constantFrom('2000', '2001', '2001-06', '2002-02-03', '2003', '2003-12-31', '2004');
const claim = fc.record({ source: fc.constantFrom(...SOURCE_IDS), stance: fc.constantFrom('asserts', ...stances) });

/** Mostly of few types, so that chains survive a question's restrictions. */
const relationshipType = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('owns', 'contracts', 'supplies') },
  { weight: 1, arbitrary: fc.constantFrom(...relationshipTypeIds) },
);
const entityType = fc.oneof(
  { weight: 4, arbitrary: fc.constant('company' as const) }, { weight: 1, arbitrary: fc.constantFrom(...entityTypeIds) },
);

/** Most entities have no dates, and some none at one side. */
const life = {
  start: fc.option(dates, { nil: undefined, freq: 1 }),
  end: fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.oneof(dates, fc.constant('..')) }),
};

export const randomPart: fc.Arbitrary<DatasetPart> = fc.record({
  sources: fc.tuple(
    ...SOURCE_IDS.map((id) =>
      fc.record({
        id: fc.constant(id), title: fc.constant(id), publisher: fc.constantFrom('P', 'Q', 'R'),
        kind: fc.constantFrom('news' as const, ...sourceKinds),
        derivedFrom: fc.option(fc.uniqueArray(fc.constantFrom(...SOURCE_IDS), { minLength: 1, maxLength: 2 }), { nil: undefined, freq: 1 }),
      }),
    ),
  ),
  entities: fc.tuple(...ENTITY_IDS.map((id) => fc.record({ id: fc.constant(id), name: fc.constant(id), type: entityType, ...life }))),
  relationships: fc
    .array(
      fc.record({
        type: relationshipType, from: fc.constantFrom(...ENTITY_IDS), to: fc.constantFrom(...ENTITY_IDS),
        claims: fc.array(claim, { maxLength: 3 }), start: fc.option(dates, { nil: undefined }),
        end: fc.option(fc.oneof(dates, fc.constant('..')), { nil: undefined }),
      }),
      { minLength: 6, maxLength: 44, size: 'max' },
    )
    .map((list) => list.map((r, i) => ({ id: `r${(i * 7) % 47}`, ...r }))),
});

const some = <T>(values: readonly T[], least = 1) => fc.subarray([...values], { minLength: least });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 1 });

export const randomFilter: fc.Arbitrary<Filter> = fc.record({
  entityTypes: maybe(some(entityTypeIds, 6)),
  relationshipTypes: maybe(some(relationshipTypeIds, 20)),
  families: maybe(some(families, 5)),
  statuses: maybe(some(statuses)),
  sources: maybe(some(SOURCE_IDS, 2)),
  withoutSources: maybe(some(SOURCE_IDS, 0)),
  period: maybe(fc.constantFrom({ from: '2001', to: '2001' }, { from: '2002-02', to: '2003-06-30' }, { from: '1990', to: '1999' })),
  certainly: maybe(fc.boolean()),
});

export const randomQuestion: fc.Arbitrary<RouteQuestionInput> = fc.record({
  from: fc.constantFrom(...ENTITY_IDS.slice(0, 4)),
  to: fc.constantFrom(...ENTITY_IDS.slice(4)),
  k: fc.integer({ min: 1, max: 40 }),
  maxHops: fc.integer({ min: 1, max: 8 }),
  direction: fc.constantFrom('any' as const, 'any' as const, 'along' as const),
  filter: fc.oneof(
    { weight: 2, arbitrary: fc.constant<Filter>({}) }, { weight: 2, arbitrary: fc.constant<Filter>({ statuses: [...statuses] }) },
    { weight: 1, arbitrary: randomFilter },
  ),
  avoid: fc.oneof(
    { weight: 3, arbitrary: fc.constant<string[]>([]) }, { weight: 1, arbitrary: some(ENTITY_IDS).map((ids) => ids.slice(0, 2)) },
  ),
  via: fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.constantFrom(...ENTITY_IDS) }),
  hub: fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 9 }) }),
  places: fc.boolean(),
});
