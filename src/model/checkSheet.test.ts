import fc from 'fast-check';
import { expect, test } from 'vitest';
import { edited, NO_EDITS, withEdits } from './changes';
import { datasets } from './changes/testing/randomDatasets';
import { checkRows, claimKeys, takeTicks, type CheckRow, type Tick } from './checkSheet';

const tick = ({ list, record, key }: CheckRow): Tick => ({ list, record, key, by: 'A. Reed', at: 'row 2' });

test('every row of a sheet finds its claim again, and a second taking changes nothing', () => {
  fc.assert(
    fc.property(datasets, (data) => {
      const rows = checkRows(data);
      const { edits, taken, issues } = takeTicks(data, rows.map(tick), '2026-11-28');
      const after = edited(data, withEdits(NO_EDITS, edits));
      expect([taken, issues]).toEqual([rows.length, []]);
      expect(checkRows(after)).toEqual(rows.map((row) => ({ ...row, checkedBy: 'A. Reed', checkedOn: '2026-11-28' })));
      expect(takeTicks(after, rows.map(tick), '2027-01-01')).toEqual({ edits: [], taken: 0, issues: [] });
    }),
  );
});

test('claims of one record that say the same are told apart, and ticking one does not change what it is called', () => {
  const said = { source: 's', stance: 'asserts' } as const;
  const keys = claimKeys([said, { ...said, locator: 'p. 4' }, said]);
  expect(new Set(keys).size).toBe(3);
  expect(claimKeys([{ ...said, checked: { by: 'A. Reed', on: '2026' } }, { ...said, locator: 'p. 4' }, said])).toEqual(keys);
});
