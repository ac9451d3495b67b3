import { asList, asObject, decodeLeniently, isZip, jsonRecords, zipEntries, type Gathering } from '../gather';
import { statementOf, type Statement } from './statement';

/** The statements of a file: a list, lines, single objects, packages with a list of statements, or a zip of such files. */
export async function readStatements(bytes: Uint8Array, gathering: Gathering): Promise<Statement[]> {
  const statements: Statement[] = [];
  if (!isZip(bytes)) {
    await readText(bytes, '', gathering, statements);
    return statements;
  }
  for (const entry of zipEntries(bytes, gathering, (name) => /\.(json|jsonl|ndjson)$/i.test(name) && !name.startsWith('__MACOSX/'))) {
    const unpacked = entry.unpack();
    if (unpacked) await readText(unpacked, `${entry.name}, `, gathering, statements);
  }
  return statements;
}

async function readText(bytes: Uint8Array, where: string, gathering: Gathering, statements: Statement[]): Promise<void> {
  const { text, issue } = decodeLeniently(bytes);
  if (issue) gathering.add({ ...issue, at: where + issue.at });
  for (const record of jsonRecords(text)) {
    if (record.issue) gathering.add({ ...record.issue, at: where + record.issue.at });
    if (record.value !== undefined) readValue(record.value, where + record.at, gathering, statements);
    await gathering.breathe((record.offset / text.length) * 0.6);
  }
}

function readValue(value: unknown, at: string, gathering: Gathering, statements: Statement[]): void {
  const inner = asObject(value)?.statements;
  if (Array.isArray(inner)) asList(inner).forEach((one, i) => readValue(one, `${at}.statements[${i}]`, gathering, statements));
  else {
    const statement = statementOf(value, at);
    if (statement) statements.push(statement);
    else gathering.warn('not-a-statement', at, 'This record has no id and type of a BODS statement; it was not read.', 'Give it statementId, recordId and recordType, or remove it.', JSON.stringify(value));
  }
}
