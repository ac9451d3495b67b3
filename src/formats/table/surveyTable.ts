import type { DatasetBuilder } from '../builder';
import { limitsOf } from '../limits';
import { CellCount } from '../records';
import { ColumnFacts } from './columnFacts';
import { headerRowOf } from './headerRow';
import { ownTableOf, type OwnTable } from './ownTables';
import { textOf, type RawTable } from './rawTable';
import { PREVIEW_ROWS } from './tablePreview';

/** So many rows are looked at for the header. */
const FIRST_ROWS = 60;
/** How many rows of a table are read: more relationships than that do not fit into the memory of a browser (2 million). */
export const MOST_ROWS = 2_000_000;
/** The columns of which facts are gathered; the rest are kept as properties. */
const MOST_COLUMNS = 500;

/** A table as far as it tells of itself. */
export interface Survey {
  readonly table: RawTable;
  /** Which row is the header, from 0; null where there is none. */
  readonly header: number | null;
  /** The texts of the header, as wide as the widest row. */
  readonly headers: readonly string[];
  readonly columns: readonly ColumnFacts[];
  readonly rows: readonly (readonly string[])[];
  /** Of `MOST_ROWS` at most. */
  readonly total: number;
  /** The header is a guess of which the rows leave doubt. */
  readonly unsure: boolean;
  /** Which of our own tables it is. */
  readonly own?: OwnTable;
}

/**
 * Goes through a table once: its header, what its columns hold, its first rows, how many there are.
 * Where `header` is given it is not guessed. Gives the thread back now and then.
 */
export async function surveyTable(table: RawTable, header: number | null | undefined, builder: DatasetBuilder): Promise<Survey> {
  const first: string[][] = [];
  for (const { cells } of table.rows()) if (first.push(cells.map(textOf)) >= FIRST_ROWS) break;
  const own = header === undefined && first[0] !== undefined ? ownTableOf(first[0]) : undefined;
  const found = own ? { row: 0, unsure: false } : header === undefined ? headerRowOf(first) : { row: header, unsure: false };
  const start = found.row === null ? 0 : found.row + 1;
  const columns: ColumnFacts[] = [];
  const rows: string[][] = [];
  let total = -start;
  const count = new CellCount(limitsOf(builder.options.limits).cells);
  let width = found.row === null ? 0 : (first[found.row]?.length ?? 0);
  for (const { cells, done, at } of table.rows()) {
    count.add(cells.length, at);
    total += 1;
    if (total <= 0) continue;
    if (total === MOST_ROWS) break;
    width = Math.max(width, cells.length);
    const texts = cells.map(textOf);
    if (rows.length < PREVIEW_ROWS) rows.push(texts);
    for (let i = 0; i < Math.min(texts.length, MOST_COLUMNS); i += 1) (columns[i] ??= new ColumnFacts()).add(texts[i]!);
    if (builder.turnIsOver) await builder.nextTurn(done / 2);
  }
  const texts = found.row === null ? [] : (first[found.row] ?? []);
  const headers = Array.from({ length: width }, (_, i) => texts[i] ?? '');
  return {
    table, header: found.row, headers, columns: Array.from({ length: width }, (_, i) => columns[i] ?? new ColumnFacts()), rows,
    total: Math.max(0, total), unsure: found.unsure, ...(own ? { own } : {}),
  };
}
