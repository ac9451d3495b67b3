import type { Issue, Tick } from '../../model';
import { DatasetBuilder } from '../builder';
import type { NamedFile, ReadOptions } from '../format';
import { NEEDED, type CheckSheetReading } from './checkSheet';
import { dateIn, orderIn } from './dateText';
import { openFolder, openTables } from './openTables';
import { folded, textOf, type RawRow, type RawTable } from './rawTable';

export async function readTicks(input: Uint8Array | readonly NamedFile[], options: ReadOptions): Promise<CheckSheetReading> {
  const builder = new DatasetBuilder('table', options);
  const tables = input instanceof Uint8Array ? await openTables(input, {}, builder) : await openFolder(input, {}, builder);
  const ticks: Tick[] = [];
  const issues: Issue[] = [];
  let found = false;
  for (const table of tables) {
    const sheet = sheetIn(table);
    if (!sheet) continue;
    found = true;
    const order = sheet.rows.map((row) => orderIn(sheet.text(row, 'On'))).find((one) => one === 'MDY') ?? 'DMY';
    for (const row of sheet.rows) {
      const read = tickIn(row, sheet.text, order);
      if (read.tick) ticks.push(read.tick);
      if (read.issue) issues.push(read.issue);
    }
  }
  if (!found)
    issues.push({
      code: 'no-check-sheet', severity: 'error', at: '(file)', message: `No table has the columns ${NEEDED.join(', ')}.`,
      hint: 'Write a check sheet of the case, tick it, and give that file.',
    });
  return { ticks, issues: [...issues, ...builder.issues()] };
}

type Needed = (typeof NEEDED)[number];
type TextIn = (row: RawRow, column: Needed) => string;

/** The rows below the header of a check sheet; undefined of any other table. */
function sheetIn(table: RawTable): { readonly rows: readonly RawRow[]; readonly text: TextIn } | undefined {
  let columns: ReadonlyMap<string, number> | undefined;
  const rows: RawRow[] = [];
  for (const row of table.rows()) {
    if (columns) rows.push(row);
    else columns = headerIn(row);
  }
  return columns && { rows, text: (row, column) => folded(textOf(row.cells[columns.get(column)!])) };
}

function headerIn({ cells }: RawRow): ReadonlyMap<string, number> | undefined {
  const columns = new Map(cells.map((cell, i) => [folded(textOf(cell)), i] as const).reverse());
  return NEEDED.every((name) => columns.has(name)) ? columns : undefined;
}

function tickIn(row: RawRow, text: TextIn, order: 'DMY' | 'MDY'): { tick?: Tick; issue?: Issue } {
  const [by, on, record, key] = NEEDED.map((name) => text(row, name)) as [string, string, string, string];
  if (by === '' && on === '') return {};
  const [, list, id] = /^(entities|relationships)\/(.+)$/.exec(record) ?? [];
  if (id === undefined || key === '') return { issue: warning(row, record, 'This row does not say which claim it is about.') };
  if (by === '') return { issue: warning(row, on, 'A day stands here and nobody who checked the claim; the tick was not taken.') };
  const { date } = dateIn(on, order);
  const tick: Tick = { list: list as Tick['list'], record: id, key, by, at: row.at, ...(date === undefined ? {} : { on: date }) };
  if (on === '' || date !== undefined) return { tick };
  return { tick, issue: warning(row, on, 'This is no date that exists; the tick was taken without it.') };
}

function warning({ at }: RawRow, value: string, message: string): Issue {
  return {
    code: 'unread-tick', severity: 'warning', at, value, message,
    hint: 'Fill in “Checked by” and “On”, and leave “Record” and “Key” as they were written.',
  };
}
