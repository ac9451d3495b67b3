import type { CheckRow } from '../../model';
import type { Writing } from '../format';
import { Losses } from '../output';
import { workbookOf } from './writeWorkbook';

/** A column of the sheet: its header, its width in characters, and what stands in it. */
type SheetColumn = readonly [header: string, width: number, text: (row: CheckRow) => string];

const COLUMNS: readonly SheetColumn[] = [
  ['Sentence', 48, (r) => r.sentence], ['Claim', 40, (r) => r.statement], ['Stance', 10, (r) => r.stance], ['Quote', 48, (r) => r.quote],
  ['Source', 40, (r) => [r.sourceTitle, r.publisher].filter((text, i, all) => text !== '' && all.indexOf(text) === i).join(', ')],
  ['Locator', 12, (r) => r.locator], ['Link', 32, (r) => r.link], ['Archive', 32, (r) => r.archived], ['Hash', 16, (r) => r.hash],
  ['Checked by', 16, (r) => r.checkedBy], ['On', 12, (r) => r.checkedOn], ['Record', 24, (r) => `${r.list}/${r.record}`],
  ['Key', 10, (r) => r.key],
];

export async function writeRows(rows: readonly CheckRow[]): Promise<Writing> {
  const table = {
    name: 'Check sheet', header: COLUMNS.map(([header]) => header), rows: rows.map((row) => COLUMNS.map(([, , text]) => text(row))),
  };
  return workbookOf([table], new Losses('XLSX'), { widths: COLUMNS.map(([, width]) => width), wrap: true });
}
