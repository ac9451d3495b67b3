import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { edited, editKey, NO_EDITS, put, drop, withEdits, type Edit, type Edits } from './edits';
import { editsBackTo, recordChanges, undoingOf, type EditStep } from './editLog';
import { contentText, recordsIn } from './recordLists';
import { recordsById } from './datasetDiff';
import type { Dataset } from '../dataset';
import { datasets, edits as scripts } from './testing/randomDatasets';

/** The log of edits that are done one script after another, and the edits after each. */
function logOf(data: Dataset, steps: readonly (readonly Edit[])[]): { log: EditStep[]; states: Edits[] } {
  const log: EditStep[] = [];
  const states: Edits[] = [NO_EDITS];
  for (const [i, step] of steps.entries()) {
    const before = states.at(-1)!;
    const after = withEdits(before, step);
    log.push({ at: i, label: `step ${i}`, changes: recordChanges(before, after, (list, id) => recordsById(data, list).get(id)) });
    states.push(after);
  }
  return { log, states };
}

const contents = (data: Dataset) =>
  (['sources', 'entities', 'relationships', 'notes'] as const).map((list) => recordsIn(data, list).map(contentText).sort());

test('going back to any step gives the records as they were after it', () => {
  fc.assert(
    fc.property(datasets, fc.array(scripts, { maxLength: 6 }), (data, steps) => {
      const { log, states } = logOf(data, steps);
      for (let n = -1; n < log.length; n += 1) {
        const back = edited(data, withEdits(states.at(-1)!, editsBackTo(log, n)));
        expect(contents(back)).toEqual(contents(edited(data, states[n + 1]!)));
      }
    }),
  );
});

test('a step that is undone alone leaves every other record as it is', () => {
  fc.assert(
    fc.property(datasets, fc.array(scripts, { minLength: 1, maxLength: 5 }), fc.nat(), (data, steps, nth) => {
      const { log, states } = logOf(data, steps);
      const step = nth % log.length;
      const now = states.at(-1)!;
      const undoing = undoingOf(log, step, now);
      if ('standsUnder' in undoing) return;
      const own = new Set(log[step]!.changes.map(({ after }) => editKey(after.list, after.id)));
      const after = edited(data, withEdits(now, undoing.edits));
      const before = edited(data, states[step]!);
      for (const list of ['sources', 'entities', 'relationships', 'notes'] as const) {
        const [was, is, then] = [recordsById(edited(data, now), list), recordsById(after, list), recordsById(before, list)];
        for (const id of new Set([...was.keys(), ...is.keys()])) {
          const wanted = own.has(editKey(list, id)) ? then.get(id) : was.get(id);
          expect(contentText(is.get(id))).toBe(contentText(wanted));
        }
      }
    }),
  );
});

describe('a step', () => {
  const base: Dataset = {
    format: 'throughline/1', id: 'x', title: 'X', sources: [{ id: 's', title: 'S', publisher: 'P', kind: 'news' }],
    entities: [{ id: 'oak', type: 'company', name: 'Oak' }], relationships: [],
  };
  const quay = put('entities', { id: 'quay', type: 'company', name: 'Quay' });
  const tie = put('relationships', { id: 'r', type: 'owns', from: 'oak', to: 'quay', claims: [{ source: 's', stance: 'asserts' }] });
  const renamed = put('entities', { id: 'oak', type: 'company', name: 'Oak Ltd' });

  test('that brought an entity cannot be undone alone while a tie ends at it', () => {
    const { log, states } = logOf(base, [[quay], [tie], [renamed]]);
    expect(undoingOf(log, 0, states.at(-1)!)).toEqual({ standsUnder: [{ list: 'relationships', id: 'r' }] });
    expect(undoingOf(log, 1, states.at(-1)!)).toEqual({ edits: [drop('relationships', 'r')] });
    expect(undoingOf(log, 2, states.at(-1)!)).toEqual({ edits: [put('entities', base.entities[0]!)] });
  });

  test('that was changed since cannot be undone alone, and one that would bring back a tie without its end neither', () => {
    const again = put('entities', { id: 'oak', type: 'company', name: 'Oak plc' });
    const renames = logOf(base, [[renamed], [again]]);
    expect(undoingOf(renames.log, 0, renames.states.at(-1)!)).toEqual({ standsUnder: [{ list: 'entities', id: 'oak' }] });
    const gone = logOf(base, [[quay, tie], [drop('relationships', 'r')], [drop('entities', 'quay')]]);
    expect(undoingOf(gone.log, 1, gone.states.at(-1)!)).toEqual({ standsUnder: [{ list: 'relationships', id: 'r' }] });
  });
});
