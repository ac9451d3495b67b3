import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildIndex, compileFilter } from '../graph';
import { families, relationshipTypeIds, statuses, type Filter } from '.';
import { smallCase } from '../workspace/testing/smallCase';
import { admissionBy } from './admission';

const sources = smallCase.sources.map((s) => s.id);
const subset = <T>(of: readonly T[]) => fc.option(fc.subarray([...of]), { nil: undefined });
const year = fc.integer({ min: 1993, max: 2021 });
const period = fc.option(
  fc.tuple(year, year).map(([a, b]) => ({ from: `${Math.min(a, b)}`, to: `${Math.max(a, b)}` })), { nil: undefined },
);
const anyFilter: fc.Arbitrary<Filter> = fc.record({
  relationshipTypes: subset(relationshipTypeIds), families: subset(families), statuses: subset(statuses),
  sources: subset(sources), withoutSources: subset(sources), period, certainly: fc.boolean(),
});

test('record by record a filter admits what the index admits', () => {
  const index = buildIndex(smallCase);
  const entityOf = (id: string) => smallCase.entities.find((e) => e.id === id);
  const sourceOf = (id: string) => smallCase.sources.find((s) => s.id === id);
  fc.assert(
    fc.property(anyFilter, (filter) => {
      const compiled = compileFilter(index, filter);
      const judge = admissionBy(filter, sourceOf, entityOf);
      const ours = smallCase.relationships.map((r) => judge(r).out === undefined);
      expect(ours).toEqual(smallCase.relationships.map((_, i) => compiled.admits(i)));
    }),
    { numRuns: 400 },
  );
});

test('what a filter leaves out is left out for the same reason as in the index', () => {
  const index = buildIndex(smallCase);
  const entityOf = (id: string) => smallCase.entities.find((e) => e.id === id);
  const sourceOf = (id: string) => smallCase.sources.find((s) => s.id === id);
  const group = { status: 'status', ended: 'period', notBegun: 'period', uncertain: 'period', type: 'type', source: 'source' } as const;
  fc.assert(
    fc.property(anyFilter, (filter) => {
      const judge = admissionBy(filter, sourceOf, entityOf);
      const counts = { status: 0, period: 0, type: 0, source: 0 };
      for (const r of smallCase.relationships) {
        const { out } = judge(r);
        if (out) counts[group[out]]++;
      }
      expect(counts).toEqual(compileFilter(index, filter).excluded);
    }),
    { numRuns: 400 },
  );
});
