import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  applyDatasetDiff, applyDiff, contentText, diffBetween, diffDatasets, drop, edited, inOrderOfIds, invertDatasetDiff, invertDiff,
  isEmptyDatasetDiff, listChanges, put, recordLists, recordsIn, statusChanges, withEdits, NO_EDITS,
  type Dataset, type Edit, type Edits, type RecordList,
} from '..';
import { datasets, edits } from './testing/randomDatasets';

const ids = (data: Dataset, list: RecordList) => new Map(recordsIn(data, list).map((r) => [r.id, r]));

describe('the difference of two datasets', () => {
  test('tells exactly what a random edit script did, list by list and field by field', () => {
    fc.assert(fc.property(datasets, edits, (before, script) => {
      const after = edited(before, withEdits(NO_EDITS, script));
      const diff = diffDatasets(before, after);
      for (const list of recordLists) {
        const [was, is] = [ids(before, list), ids(after, list)];
        const { added, removed, changed } = listChanges(list, diff[list] as never);
        expect(added).toEqual([...is.keys()].filter((id) => !was.has(id)).sort());
        expect(removed).toEqual([...was.keys()].filter((id) => !is.has(id)).sort());
        const expected = [...is.keys()].filter((id) => was.has(id) && contentText(was.get(id)) !== contentText(is.get(id))).sort();
        expect(changed.map((c) => c.id)).toEqual(expected);
        for (const { id, fields } of changed) {
          const [x, y] = [was.get(id), is.get(id)] as unknown as [Record<string, unknown>, Record<string, unknown>];
          expect(new Set(fields)).toEqual(
            new Set([...Object.keys(x), ...Object.keys(y)].filter((f) => contentText(x[f]) !== contentText(y[f]))),
          );
        }
      }
    }), { numRuns: 1000 });
  });

  test('applied to the one gives the other, and inverted gives it back', () => {
    fc.assert(fc.property(datasets, datasets, (a, b) => {
      const diff = diffDatasets(a, b);
      expect(inOrderOfIds(applyDatasetDiff(a, diff))).toEqual(inOrderOfIds(b));
      expect(inOrderOfIds(applyDatasetDiff(b, invertDatasetDiff(diff)))).toEqual(inOrderOfIds(a));
      expect(isEmptyDatasetDiff(diffDatasets(a, applyDatasetDiff(b, invertDatasetDiff(diff))))).toBe(true);
    }), { numRuns: 1000 });
  });

  test('is empty for the same records in another order, with fields in another order', () => {
    fc.assert(fc.property(datasets, (data) => {
      const turned = Object.fromEntries(Object.entries(data).reverse()) as unknown as Dataset;
      expect(
        isEmptyDatasetDiff(
          diffDatasets(data, {
            ...turned, entities: [...data.entities].reverse().map((e) => Object.fromEntries(Object.entries(e).reverse()) as never),
          }),
        ),
      ).toBe(true);
    }));
  });

  test('says whose status changed, also where only a source became another', () => {
    const claim = (source: string) => ({ source, stance: 'asserts' as const });
    const a: Dataset = {
      format: 'throughline/1',
      id: 'x',
      title: 'X',
      sources: [{ id: 's', title: 'S', publisher: 'P', kind: 'news' }],
      entities: [
        { id: 'a', type: 'company', name: 'A' }, { id: 'b', type: 'company', name: 'B' },
      ],
      relationships: [
        { id: 'r', type: 'owns', from: 'a', to: 'b', claims: [claim('s')] }, { id: 'q', type: 'supplies', from: 'a', to: 'b', claims: [] },
      ],
    };
    const b = { ...a, sources: [{ ...a.sources[0]!, kind: 'registry' as const }] };
    expect(statusChanges(a, b)).toEqual([{ relationship: 'r', before: 'reported', after: 'confirmed' }]);
    expect(statusChanges(a, a)).toEqual([]);
  });
});

describe('edits laid over a dataset', () => {
  test('are the same whichever way they came about, and undone step by step leave the bytes of before', () => {
    fc.assert(fc.property(datasets, edits, fc.nat(), (base, script, cut) => {
      const states: Edits[] = [NO_EDITS];
      for (const edit of script) states.push(withEdits(states.at(-1)!, [edit]));
      const at = cut % states.length;
      const before = JSON.stringify(edited(base, states[at]!));
      const steps = states.slice(1).map((after, i) => diffBetween(states[i]!, after));
      const undone = steps.slice(at).reduceRight<Edits>((now, step) => applyDiff(now, invertDiff(step)), states.at(-1)!);
      expect(JSON.stringify(edited(base, undone))).toBe(before);
      const shuffled = new Map([...states.at(-1)!].reverse());
      expect(JSON.stringify(edited(base, shuffled))).toBe(JSON.stringify(edited(base, states.at(-1)!)));
    }));
  });

  test('leave the dataset that they are laid over as it is', () => {
    const base: Dataset = {
      format: 'throughline/1', id: 'x', title: 'X', sources: [], entities: [{ id: 'b', type: 'company', name: 'B' }], relationships: [],
    };
    const more: Edit[] = [
      put('entities', { id: 'b', type: 'person', name: 'B' }), put('entities', { id: 'a', type: 'company', name: 'A' }),
      drop('entities', 'none'),
    ];
    const after = edited(base, withEdits(NO_EDITS, more));
    expect(after.entities.map((e) => [e.id, e.type])).toEqual([['b', 'person'], ['a', 'company']]);
    expect(base.entities).toEqual([{ id: 'b', type: 'company', name: 'B' }]);
    expect(edited(base, withEdits(NO_EDITS, [put('notes', { id: 'n', text: 'Ask.' })])).notes).toEqual([{ id: 'n', text: 'Ask.' }]);
  });
});
