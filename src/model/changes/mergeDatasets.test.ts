import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { edited, inOrderOfIds, integrityIssues, mergeDatasets, NO_EDITS, withEdits, type Dataset } from '..';
import { datasets, edits, wholeDatasets } from './testing/randomDatasets';

const source = (id: string) => ({ id, title: id, publisher: id, kind: 'news' as const });
const base: Dataset = {
  format: 'throughline/1', id: 'x', title: 'X', sources: [source('s1'), source('s2'), source('s3')],
  entities: [{ id: 'a', type: 'company', name: 'A', aliases: ['Ay'] }, { id: 'b', type: 'company', name: 'B' }],
  relationships: [{ id: 'r', type: 'owns', from: 'a', to: 'b', claims: [{ source: 's1', stance: 'asserts' }] }],
};
const withTie = (change: Partial<Dataset['relationships'][number]>): Dataset => ({
  ...base, relationships: [{ ...base.relationships[0]!, ...change }],
});

describe('a merge', () => {
  test('keeps what either side added, and claims that contradict each other side by side', () => {
    const ours = withTie({ claims: [...base.relationships[0]!.claims, { source: 's2', stance: 'denies' }] });
    const theirs = withTie({
      start: '2008', claims: [...base.relationships[0]!.claims, { source: 's3', stance: 'asserts', locator: 'p. 4' }],
    });
    const { dataset, conflicts } = mergeDatasets(base, ours, theirs);
    expect(conflicts).toEqual([]);
    expect(dataset.relationships).toEqual([{
      ...base.relationships[0],
      start: '2008',
      claims: [
        { source: 's1', stance: 'asserts' }, { source: 's3', stance: 'asserts', locator: 'p. 4' }, { source: 's2', stance: 'denies' },
      ],
    }]);
  });

  test('tells a field that both sides changed otherwise, and keeps ours', () => {
    const { dataset, conflicts } = mergeDatasets(base, withTie({ share: 75 }), withTie({ share: 70 }));
    expect(dataset.relationships[0]!.share).toBe(75);
    expect(conflicts).toEqual([{ list: 'relationships', id: 'r', field: 'share', ours: 75, theirs: 70, kept: 'ours' }]);
  });

  test('keeps a record that one side took away and the other changed, and tells it', () => {
    const { dataset, conflicts } = mergeDatasets(base, { ...base, relationships: [] }, withTie({ start: '2008' }));
    expect(dataset.relationships.map((r) => r.start)).toEqual(['2008']);
    expect(conflicts).toMatchObject([{ list: 'relationships', id: 'r', kept: 'theirs' }]);
  });

  test('brings back the entity that one side took away and the other tied', () => {
    const ours = { ...base, entities: base.entities.filter((e) => e.id !== 'b'), relationships: [] };
    const theirs = {
      ...base, relationships: [...base.relationships, { id: 'q', type: 'supplies' as const, from: 'b', to: 'a', claims: [] }],
    };
    const { dataset, conflicts } = mergeDatasets(base, ours, theirs);
    expect(dataset.entities.map((e) => e.id)).toEqual(['a', 'b']);
    expect(dataset.relationships.map((r) => r.id)).toEqual(['q']);
    expect(conflicts).toMatchObject([{ list: 'entities', id: 'b' }]);
  });
});

describe('for any three datasets', () => {
  test('a side that did nothing gives the other side', () => {
    fc.assert(fc.property(wholeDatasets, edits, (data, script) => {
      const other = edited(data, withEdits(NO_EDITS, script));
      const restored = (one: Dataset) => integrityIssues(one).every((i) => i.severity !== 'error');
      fc.pre(restored(other));
      for (const { dataset, conflicts } of [mergeDatasets(data, other, data), mergeDatasets(data, data, other)]) {
        expect(conflicts).toEqual([]);
        expect(inOrderOfIds(dataset)).toEqual(inOrderOfIds(other));
      }
    }));
  });

  test('it does not matter which side is which, where there is no conflict', () => {
    fc.assert(fc.property(datasets, edits, edits, (data, one, two) => {
      const [ours, theirs] = [edited(data, withEdits(NO_EDITS, one)), edited(data, withEdits(NO_EDITS, two))];
      const [there, back] = [mergeDatasets(data, ours, theirs), mergeDatasets(data, theirs, ours)];
      expect(there.conflicts.length === 0).toBe(back.conflicts.length === 0);
      if (there.conflicts.length === 0) expect(there.dataset).toEqual(back.dataset);
    }), { numRuns: 1000 });
  });

  test('what was sound on both sides is sound in one', () => {
    const sound = (one: Dataset) => integrityIssues(one).every((i) => i.severity !== 'error');
    fc.assert(fc.property(wholeDatasets, edits, edits, (data, one, two) => {
      const [ours, theirs] = [edited(data, withEdits(NO_EDITS, one)), edited(data, withEdits(NO_EDITS, two))];
      fc.pre(sound(data) && sound(ours) && sound(theirs));
      expect(integrityIssues(mergeDatasets(data, ours, theirs).dataset).filter((i) => i.severity === 'error')).toEqual([]);
    }));
  });
});
