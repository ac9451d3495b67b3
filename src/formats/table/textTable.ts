import Papa from 'papaparse';
import { csvCells, textPieces } from '../records';
import type { DatasetBuilder } from '../builder';
import { declaredDelimiter, DELIMITERS } from './delimiters';
import { isOwnText } from './ownTables';
import type { RawRow, RawTable } from './rawTable';
import { isKnown, encodingByFrequency } from './encodingByFrequency';

/** How a text file is to be read where that is not guessed. */
export interface TextReading {
  readonly encoding?: string | undefined;
  readonly delimiter?: string | undefined;
}

/** How much of a text its delimiter and line breaks are judged by, in characters. */
const HEAD = 65_536;

/** A text file as a table. What is unsure is reported: a guessed encoding, bytes that are no text. */
export function textTable(name: string, bytes: Uint8Array, told: TextReading, alone: boolean, builder: DatasetBuilder): RawTable {
  const encoding = encodingFor(name, bytes, told.encoding, builder);
  const head = headOf(bytes, encoding);
  const delimiter = told.delimiter ?? delimiterOf(head);
  const skipped = declaredDelimiter(head)?.length ?? 0;
  const oldBreaks = head.includes('\r') && !head.includes('\n');
  const place = (line: number) => (alone ? `line ${line}` : `${name}, line ${line}`);
  return {
    name, size: bytes.length, encoding, delimiter,
    *rows(): Generator<RawRow> {
      const perByte = encoding.startsWith('utf-16') ? 2 : 1;
      const pieces = withoutStart(oldBreaks ? withNewlines(textPieces(bytes, encoding)) : textPieces(bytes, encoding), skipped);
      for (const { line, cells, offset, fault, cutShort } of csvCells(pieces, delimiter)) {
        yield {
          at: place(line + (skipped > 0 ? 1 : 0)), cells, done: Math.min(1, (offset * perByte) / (bytes.length || 1)),
          ...(fault === undefined ? {} : { fault }), ...(cutShort ? { cutShort } : {}),
        };
      }
    },
  };
}

function encodingFor(name: string, bytes: Uint8Array, told: string | undefined, builder: DatasetBuilder): string {
  if (told !== undefined && isKnown(told)) return new TextDecoder(told).encoding;
  if (told !== undefined)
    builder.warn(
      'unknown-encoding', name, 'There is no encoding of this name; it was guessed.',
      'Name it as utf-8, utf-16le, windows-1252, windows-1251 or windows-1250.', told,
    );
  const { label, by } = encodingByFrequency(bytes);
  if (by === 'guessed')
    builder.warn(
      'guessed-encoding', name, `The text is not UTF-8. Its encoding was guessed: ${label}.`,
      'If letters look wrong, choose another encoding, or save the file as UTF-8.', label,
    );
  return label;
}

function headOf(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes.subarray(0, HEAD));
}

/** How many rows a delimiter is judged by. */
const ROWS = 60;
/**
 * The delimiter of a table by its first rows: the one that gives the most rows of one width, two fields at least; of
 * those that do, the one that gives the wider rows, then the first of the list. A comma where there is none.
 */
function delimiterOf(text: string): string {
  const declared = declaredDelimiter(text);
  if (declared) return declared.delimiter;
  if (isOwnText(text)) return ',';
  const scored = DELIMITERS.map((delimiter) => ({ delimiter, ...regularity(text, delimiter) }));
  const best = scored.reduce((a, b) => (b.rows > a.rows * 1.2 || (b.rows * 1.2 >= a.rows && b.rows > 0 && b.width > a.width) ? b : a));
  return best.rows > 0 ? best.delimiter : ',';
}

/** How many of the first rows have the commonest width of two fields or more, and that width. */
function regularity(text: string, delimiter: string): { rows: number; width: number } {
  const { data } = Papa.parse<string[]>(text, { delimiter, preview: ROWS, skipEmptyLines: true });
  const widths = new Map<number, number>();
  for (const { length } of data) if (length > 1) widths.set(length, (widths.get(length) ?? 0) + 1);
  const [width, rows] = [...widths].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [0, 0];
  return { rows, width };
}

/** Files of old Macs end their lines with a carriage return alone. */
function* withNewlines(pieces: Iterable<string>): Generator<string> {
  for (const piece of pieces) yield piece.replaceAll('\r', '\n');
}

function* withoutStart(pieces: Iterable<string>, length: number): Generator<string> {
  let left = length;
  for (const piece of pieces) {
    yield piece.slice(left);
    left = Math.max(0, left - piece.length);
  }
}
