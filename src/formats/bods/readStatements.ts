import { sourceOfBytes, type FileSource } from '../fileSource';
import { asList, asObject, eachJsonRecord, isZip, zipEntries } from '../records';
import type { DatasetBuilder } from '../builder';
import { statementOf, type Statement } from './statement';

/** How much of the work is done when the file has been read (0–1). */
export const READING = 0.6;

/** The statements of a file: a list, lines, single objects, packages with a list of statements, or a zip of such files. */
export async function readStatements(source: FileSource, builder: DatasetBuilder): Promise<Statement[]> {
  const statements: Statement[] = [];
  if (!isZip(await source.head(4))) {
    await readText(source, '', builder, statements, (share) => share * READING);
    return statements;
  }
  const entries = zipEntries(
    await source.bytes(), builder, (name) => /\.(json|jsonl|ndjson)$/i.test(name) && !name.startsWith('__MACOSX/'),
  );
  for (const [i, entry] of entries.entries()) {
    const unpacked = await entry.unpack();
    if (unpacked)
      await readText(sourceOfBytes(unpacked), `${entry.name}, `, builder, statements, (share) => ((i + share) / entries.length) * READING);
  }
  return statements;
}

async function readText(
  source: FileSource, where: string, builder: DatasetBuilder, statements: Statement[], progress: (share: number) => number,
): Promise<void> {
  await eachJsonRecord(source, builder, (value, at) => readValue(value, at, builder, statements), { where, progress });
}

function readValue(value: unknown, at: string, builder: DatasetBuilder, statements: Statement[]): void {
  const inner = asObject(value)?.statements;
  if (Array.isArray(inner)) asList(inner).forEach((one, i) => readValue(one, `${at}.statements[${i}]`, builder, statements));
  else {
    const statement = statementOf(value, at);
    if (statement) statements.push(statement);
    else
      builder.warn(
        'not-a-statement', at, 'This record has no id and type of a BODS statement; it was not read.',
        'Give it statementId, recordId and recordType, or remove it.', JSON.stringify(value),
      );
  }
}
