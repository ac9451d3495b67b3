import { zipSync } from 'fflate';
import { readOds } from 'hucre/ods';
import { readXlsx, type Sheet } from 'hucre/xlsx';
import { limitIssue, limitsOf, mib, ReadLimitError } from '../limits';
import { zipEntries } from '../records';
import type { DatasetBuilder } from '../builder';
import { cellOf } from './workbookCell';
import type { Cell, RawRow, RawTable } from './rawTable';

/** The largest workbook that is read, in bytes of what is needed of it when unpacked (256 MiB). */
const LARGEST_WORKBOOK = 256 * 1024 * 1024;
/** How many cells that lie below the first of a merged area are filled, in a sheet. */
const MOST_MERGED_CELLS = 1_000_000;

const TAG = 0x3c;

/** The parts of a workbook that its cells are in; pictures, charts and macros are never unpacked. */
const PARTS = {
  xlsx: /^(\[content_types\]\.xml|_rels\/\.rels|xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|sharedstrings\.xml|styles\.xml|worksheets\/[^/]+\.xml))$/i,
  ods: /^(mimetype|content\.xml|meta-inf\/manifest\.xml)$/i,
} as const;

/** The kinds of workbooks that are read: Office Open XML (ECMA-376) and OpenDocument (ISO/IEC 26300). */
type WorkbookKind = keyof typeof PARTS;

/**
 * The sheets of a workbook as tables. The limits are checked by what the zip declares before anything is unpacked,
 * no more than that is ever unpacked, and the reader of workbooks gets the parts that hold cells and no other. It knows
 * no entities but XML's own, so that no document type can blow up a text.
 * Throws `ReadLimitError`.
 */
export async function workbookTables(bytes: Uint8Array, kind: WorkbookKind, builder: DatasetBuilder): Promise<RawTable[]> {
  const entries = zipEntries(bytes, builder, (name) => PARTS[kind].test(name));
  const size = entries.reduce((n, entry) => n + entry.size, 0);
  if (size > LARGEST_WORKBOOK) {
    builder.warn(
      'too-large', '(file)', `The sheets have ${mib(size)} unpacked; the largest workbook that is read has ${mib(LARGEST_WORKBOOK)}.`,
      'Save the sheets as CSV files, or take out what is not needed.', mib(size),
    );
    return [];
  }
  const parts: [string, Uint8Array][] = [];
  for (const { name, unpack } of entries) {
    const unpacked = await unpack();
    if (unpacked) parts.push([name, unpacked]);
  }
  await holdToTags(parts.map(([, part]) => part), builder);
  const sheets = await sheetsOf(zipSync(Object.fromEntries(parts), { level: 0 }), kind, builder);
  return sheets.map((sheet) => sheetTable(sheet, builder));
}

/**
 * Throws `ReadLimitError` where the parts have more tags than are read:
 * a cell takes about four, a shared text too, and either a hundred bytes.
 */
async function holdToTags(parts: readonly Uint8Array[], builder: DatasetBuilder): Promise<void> {
  const { tags: most } = limitsOf(builder.options.limits);
  let tags = 0;
  for (const part of parts) {
    for (let at = part.indexOf(TAG); at !== -1; at = part.indexOf(TAG, at + 1)) {
      tags += 1;
      if (tags % 65_536 === 0 && builder.turnIsOver) await builder.pause();
    }
    if (tags > most)
      throw new ReadLimitError(
        limitIssue(
          'too-much',
          '(file)',
          `${tags} tags`,
          `The sheets have more than the ${most} tags that are read of a workbook, about ${Math.floor(most / 4)} cells.`,
          'Save the sheets as CSV files, or take out what is not needed.',
        ),
      );
  }
}

async function sheetsOf(workbook: Uint8Array, kind: WorkbookKind, builder: DatasetBuilder): Promise<Sheet[]> {
  try {
    return (await (kind === 'ods' ? readOds : readXlsx)(workbook, { readStyles: true })).sheets;
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    builder.warn(
      'damaged-workbook', '(file)', `The workbook cannot be read: ${cause.message}.`,
      'Open it in a spreadsheet program, save it as .xlsx again, or save its sheets as CSV.',
    );
    return [];
  }
}

function sheetTable(sheet: Sheet, builder: DatasetBuilder): RawTable {
  const { name } = sheet;
  const rows = sheet.rows.map((row, r) => row.map((value, c) => cellOf(value, sheet.cells?.get(`${r},${c}`))));
  fillMerged(sheet, rows, builder);
  warnOfFormulas(sheet, builder);
  if (sheet.hidden || sheet.veryHidden)
    builder.warn(
      'hidden-sheet', `sheet “${name}”`, 'This sheet is hidden in the workbook; it is read like the others.',
      'Ignore it in the mapping if it should not be read.', name,
    );
  return {
    name, size: rows.length * Math.max(1, rows[0]?.length ?? 1), ...(sheet.hidden || sheet.veryHidden ? { hidden: true } : {}),
    *rows(): Generator<RawRow> {
      for (const [r, cells] of rows.entries()) {
        if (cells.some((cell) => cell !== undefined && (typeof cell !== 'string' || cell.trim() !== '')))
          yield { at: `sheet “${name}”, row ${r + 1}`, cells: withoutGaps(cells), done: (r + 1) / rows.length };
      }
    },
  };
}

/** Cells with an empty text where there is none, without those behind the last that is not empty. */
function withoutGaps(cells: readonly (Cell | undefined)[]): Cell[] {
  let end = cells.length;
  while (end > 0 && (cells[end - 1] === undefined || cells[end - 1] === '')) end -= 1;
  return Array.from({ length: end }, (_, i) => cells[i] ?? '');
}

/** What is merged over several rows holds for each of them: the value of the first is put in the rows below. */
function fillMerged(sheet: Sheet, rows: (Cell | undefined)[][], builder: DatasetBuilder): void {
  let filled = 0;
  for (const { startRow, startCol, endRow } of sheet.merges ?? []) {
    const value = rows[startRow]?.[startCol];
    if (value === undefined || value === '') continue;
    for (let r = startRow + 1; r <= Math.min(endRow, rows.length - 1) && filled < MOST_MERGED_CELLS; r += 1) {
      rows[r]![startCol] = value;
      filled += 1;
    }
  }
  if (filled > 0)
    builder.warn(
      'merged-cells',
      `sheet “${sheet.name}”`,
      `Cells are merged with the one above, ${filled} in all; `
      + `they were read with its value${filled === MOST_MERGED_CELLS ? ', and the rest were left empty' : ''}.`,
      'Check that the value holds for each row.',
      String(filled),
    );
}

function warnOfFormulas(sheet: Sheet, builder: DatasetBuilder): void {
  const cells = [...(sheet.cells?.values() ?? [])];
  const empty = cells.filter(
    (cell) =>
      cell.formula !== undefined
      && (cell.formulaResult === undefined || cell.formulaResult === null)
      && (cell.value === null || cell.value === ''),
  ).length;
  const failed = cells.filter((cell) => cell.type === 'error').length;
  const at = `sheet “${sheet.name}”`;
  if (empty > 0)
    builder.warn(
      'formula-without-value',
      at,
      `Formulas have no value in the file, ${empty} in all; formulas are never computed here, so these cells are empty.`,
      'Open the workbook in a spreadsheet program and save it: that stores the values.',
      String(empty),
    );
  if (failed > 0)
    builder.warn(
      'cell-error', at, `Cells hold an error (as #DIV/0! or #REF!) in place of a value, ${failed} in all; they were read as empty.`,
      'Correct their formulas.', String(failed),
    );
}
