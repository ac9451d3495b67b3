import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { naiveVerdict } from '../analysis/testing/naiveRoutes';
import { randomFilter, randomPart } from '../analysis/testing/randomPart';
import { weakness, type DatasetPart, type Excluded, type Filter } from '../model';
import { compileFilter } from './compileFilter';
import { buildIndex } from './indexBuilder';

/** What the words of `Filter` say of a chart, relationship by relationship. */
function naively(part: DatasetPart, filter: Filter) {
  const excluded: Excluded = { status: 0, period: 0, type: 0, source: 0 };
  const typeOf = new Map(part.entities.map((e) => [e.id, e.type]));
  const admitted = part.relationships.map((r) => {
    const verdict = naiveVerdict(part, filter, r);
    const endsAdmitted = [r.from, r.to].every((id) => filter.entityTypes?.includes(typeOf.get(id)!) ?? true);
    if ('status' in verdict && endsAdmitted) return weakness(verdict.status);
    excluded['status' in verdict || (verdict.out === 'source' && !endsAdmitted) ? 'type' : verdict.out]++;
    return undefined;
  });
  return { admitted, excluded };
}

describe('a compiled filter', () => {
  it('admits what the filter says of records, and counts what it leaves out by the first reason', () => {
    fc.assert(
      fc.property(randomPart, randomFilter, (part, filter) => {
        const compiled = compileFilter(buildIndex(part), filter);
        const expected = naively(part, filter);
        expect(part.relationships.map((_, r) => (compiled.admits(r) ? compiled.verdicts[r] : undefined))).toEqual(expected.admitted);
        expect(compiled.excluded).toEqual(expected.excluded);
      }),
      { numRuns: 1500, seed: 4 },
    );
  });

  it('leaves denied relationships out unless they are asked for', () => {
    const part: DatasetPart = {
      sources: [],
      entities: ['a', 'b'].map((id) => ({ id, name: id, type: 'company' })),
      relationships: [{ id: 'r', type: 'owns', from: 'a', to: 'b', claims: [{ source: 's', stance: 'denies' }] }],
    };
    expect(compileFilter(buildIndex(part), {}).excluded).toEqual({ status: 1, period: 0, type: 0, source: 0 });
    expect(compileFilter(buildIndex(part), { statuses: ['denied'] }).admits(0)).toBe(true);
  });

  it('keeps a relationship that never had a claim when a source is set aside, and drops one that is left with none', () => {
    const part: DatasetPart = {
      sources: [],
      entities: ['a', 'b'].map((id) => ({ id, name: id, type: 'company' })),
      relationships: [
        { id: 'bare', type: 'owns', from: 'a', to: 'b', claims: [] },
        { id: 'lost', type: 'owns', from: 'a', to: 'b', claims: [{ source: 's', stance: 'asserts' }] },
      ],
    };
    const compiled = compileFilter(buildIndex(part), { withoutSources: ['s'] });
    expect([compiled.admits(0), compiled.admits(1)]).toEqual([true, false]);
    expect(compiled.excluded.source).toBe(1);
  });
});
