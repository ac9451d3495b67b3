import { previewTables, ReadLimitError, tableMapping, type TableMapping } from '../formats';
import { givenJson } from './givenFile';
import { MisuseError, type Io } from './io';
import { issueLines } from './issueLines';
import { inputOf } from './openDataset';
import { writeOutput } from './outputFile';

/** The mapping that a file holds. Throws MisuseError, with the places, where it is none. */
export async function readMapping(path: string | undefined): Promise<TableMapping | undefined> {
  if (path === undefined) return undefined;
  const read = tableMapping.safeParse(await givenJson(path));
  if (read.success) return read.data;
  throw new MisuseError(
    [
      `${path} is no mapping of tables:`,
      ...read.error.issues.slice(0, 20).map((issue) => `${issue.path.join('.') || '(root)'}: ${issue.message}`),
      'Write one with: throughline info FILE --mapping-out MAPPING.json',
    ].join('\n'),
  );
}

/**
 * Writes what the tables of a file are taken for, for editing; the doubts go to `err`. A file without tables gives a mapping without any.
 */
export async function writeMapping(file: string, mapping: TableMapping | undefined, to: string, io: Io): Promise<void> {
  const { input, name, issues } = await inputOf(file, io);
  const preview = await previewTables(input, { name, ...(mapping ? { mapping } : {}) }).catch((cause: unknown) => {
    if (!(cause instanceof ReadLimitError)) throw cause;
    throw new MisuseError([`${file} cannot be read:`, ...issueLines([cause.issue])].join('\n'));
  });
  await writeOutput(to, `${JSON.stringify(preview.mapping, null, 2)}\n`);
  const doubts = [...issues, ...preview.doubts];
  if (doubts.length > 0) io.err(issueLines(doubts).join('\n'));
  io.err(
    `${to}: the mapping of ${preview.tables.length === 1 ? 'one table' : `${preview.tables.length} tables`}. `
    + `Edit it, and read with --mapping ${to}`,
  );
}
