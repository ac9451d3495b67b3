import { encodingOf } from '../text/decodeText';
import type { FileSource } from '../fileSource';
import { limitsOf } from '../limits';
import { CellCount } from './cellCount';
import { CsvRows, type CsvRow } from './csvRows';
import { LenientDecoder } from '../text';
import type { DatasetBuilder } from '../builder';
import { JsonRecords, type JsonRecord } from './jsonRecords';

/** How the reading of a file's records is told. */
interface EachOptions {
  /** What stands before every place: the name of the file in a zip. */
  where?: string;
  /** The progress (0–1) when this share of the file has been read; the share itself by default. */
  progress?: (share: number) => number;
}

/**
 * Visits the JSON records of a file, piece after piece; the text of one comes along where it says the same.
 * Their issues are reported, and bytes that are no text in one. Rejects when cancelled, with the signal's reason.
 */
export async function eachJsonRecord(
  source: FileSource, builder: DatasetBuilder, visit: (value: unknown, at: string, text?: string) => void,
  { where = '', progress = (share) => share }: EachOptions = {},
): Promise<void> {
  const records = new JsonRecords();
  const decoder = new LenientDecoder();
  const take = async (found: Iterable<JsonRecord>, share: number) => {
    for (const { value, issue, at, text } of found) {
      if (issue) builder.add({ ...issue, at: where + issue.at });
      if (value !== undefined) visit(value, where + at, text);
      builder.rows += 1;
      if (builder.turnIsOver) await builder.nextTurn(progress(share));
    }
  };
  await eachPiece(source, builder, async (piece, share) => {
    await take(records.push(piece === undefined ? decoder.end() : decoder.push(piece)), share);
    if (piece === undefined) await take(records.end(), share);
  });
  if (decoder.issue) builder.addFirst({ ...decoder.issue, at: where + decoder.issue.at });
}

/** Visits the rows of a CSV file, piece after piece. Bytes that are no text become U+FFFD. Rejects as `eachJsonRecord` does. */
export async function eachCsvRow(
  source: FileSource, builder: DatasetBuilder, visit: (row: CsvRow) => void,
  { where = '', progress = (share) => share }: EachOptions = {},
): Promise<void> {
  const rows = new CsvRows();
  const count = new CellCount(limitsOf(builder.options.limits).streamedCells);
  const decoder = new TextDecoder(encodingOf(await source.head(4)));
  const take = async (found: Iterable<CsvRow>, share: number) => {
    for (const row of found) {
      count.add(row.fields.size, `${where}line ${row.line}`);
      visit(row);
      builder.rows += 1;
      if (builder.turnIsOver) await builder.nextTurn(progress(share));
    }
  };
  await eachPiece(source, builder, async (piece, share) => {
    await take(rows.push(decoder.decode(piece, { stream: piece !== undefined })), share);
    if (piece === undefined) await take(rows.end(), share);
  });
}

/** Takes a file piece after piece, and `undefined` when it has ended; counts how much of it has been read. */
async function eachPiece(
  source: FileSource, builder: DatasetBuilder, take: (piece: Uint8Array | undefined, share: number) => Promise<void>,
): Promise<void> {
  const before = builder.bytes;
  builder.totalBytes = Math.max(builder.totalBytes, before + source.size);
  let bytes = 0;
  for await (const piece of source.pieces()) {
    builder.options.signal?.throwIfAborted();
    await take(piece, bytes / source.size);
    bytes += piece.length;
    builder.bytes = before + bytes;
  }
  await take(undefined, 1);
}
