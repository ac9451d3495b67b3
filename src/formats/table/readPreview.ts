import { DatasetBuilder } from '../builder';
import type { NamedFile, ReadOptions } from '../format';
import { applyMapping, type AppliedTable } from './applyMapping';
import { countsOf } from './columnValues';
import { guessMapping } from './guessMapping';
import type { TableMapping } from './mapping';
import { openFolder, openTables } from './openTables';
import { surveyTable, type Survey } from './surveyTable';
import type { TablePreview } from './tablePreview';

/** The tables of a file or folder, and what they are to be read as. */
interface MappedTables {
  readonly mapping: TableMapping;
  readonly tables: readonly AppliedTable[];
  readonly surveys: readonly Survey[];
}

/**
 * Opens the tables and guesses their mapping, or takes the one of the options, unless that has no columns;
 * what is unsure or wrong goes to the builder. `whole`: the tables are gone through even where their mapping is given.
 */
export async function openMapped(input: Uint8Array | readonly NamedFile[], builder: DatasetBuilder, whole: boolean): Promise<MappedTables> {
  const given = builder.options.mapping;
  const told = { encoding: given?.encoding, delimiter: given?.delimiter };
  const raw = input instanceof Uint8Array ? await openTables(input, told, builder) : await openFolder(input, told, builder);
  if (given && !isBlank(given) && !whole) return { mapping: given, tables: applyMapping(given, raw, builder), surveys: [] };
  const surveys: Survey[] = [];
  builder.phase = 'Looking at columns';
  for (const [i, table] of raw.entries()) surveys.push(await surveyTable(table, headerGiven(given, table.name, raw.length, i), builder));
  if (given && !isBlank(given)) {
    const tables = applyMapping(given, raw, builder);
    return { mapping: { ...given, tables: tables.map(({ mapping }) => mapping) }, tables, surveys };
  }
  const { mapping: guessed, doubts } = guessMapping(surveys);
  for (const issue of doubts) builder.add(issue);
  const mapping: TableMapping = {
    ...guessed, ...(given?.encoding === undefined ? {} : { encoding: given.encoding }),
    ...(given?.delimiter === undefined ? {} : { delimiter: given.delimiter }),
  };
  return { mapping, surveys, tables: raw.map((table, i) => ({ table, mapping: mapping.tables[i]! })) };
}

/** A mapping without columns only says the encoding, the delimiter and where headers stand; the rest is guessed. */
function isBlank({ tables }: TableMapping): boolean {
  return tables.every(({ columns, role }) => columns.length === 0 && role !== 'ignore');
}

function headerGiven(given: TableMapping | undefined, name: string, tables: number, index: number): number | null | undefined {
  if (given === undefined) return undefined;
  const found = given.tables.find((one) => one.name === name) ?? (tables === given.tables.length ? given.tables[index] : undefined);
  return found?.header;
}

/** The tables of a file, its first rows, and the mapping that is guessed or given. Rejects when cancelled, or with `ReadLimitError`. */
export async function readPreview(input: Uint8Array | readonly NamedFile[], options: ReadOptions): Promise<TablePreview> {
  const builder = new DatasetBuilder('table', options);
  const { mapping, surveys } = await openMapped(input, builder, true);
  const text = surveys.find(({ table }) => table.encoding !== undefined)?.table;
  return {
    tables: surveys.map(({ table, headers, rows, total, columns }) => ({
      name: table.name, header: headers, rows, total, values: columns.map(countsOf), ...(table.hidden ? { hidden: true } : {}),
    })),
    ...(text?.encoding === undefined ? {} : { encoding: text.encoding }),
    ...(text?.delimiter === undefined ? {} : { delimiter: text.delimiter }), mapping, doubts: builder.issues(),
  };
}
