import type { Issue } from '../../model';
import { columnMeanings, type TableMapping } from '../../formats';
import { describeDataset, type DatasetDescription } from '../../store';
import { printJson, MisuseError, type ExitCode, type Io } from '../io';
import { issueLines } from '../issueLines';
import { readMapping, writeMapping } from '../mappingFile';
import { readPath } from '../openDataset';
import { isPackedPath, withPacked, withStore, type OpenStore } from '../openStore';
import { tellAssumptions } from '../tableWarnings';

/** What a file holds, in figures, by type; `mappingOut` writes what its tables are taken for first, whether or not they can be read so. */
export async function info(
  file: string | undefined, options: { json?: boolean; mapping?: string; mappingOut?: string; database?: string; dataset?: string }, io: Io,
): Promise<ExitCode> {
  const { json } = options;
  if (options.database !== undefined) {
    if (file !== undefined) throw new MisuseError('Name a file or a database, not both.');
    return withStore(options, io, (opened) => infoOfDatabase(opened, json ?? false, io));
  }
  if (file === undefined) throw new MisuseError('Name a file, or a database with --database.');
  const mapping = await readMapping(options.mapping);
  if (options.mappingOut !== undefined) await writeMapping(file, mapping, options.mappingOut, io);
  if (await isPackedPath(file, io)) return infoOfPacked(file, json ?? false, io);
  const reading = await readPath(file, io, { mapping });
  const dataset = reading.dataset ?? reading.snapshot?.dataset;
  if (!dataset) throw new MisuseError([`${file} cannot be read:`, ...issueLines(reading.report.issues)].join('\n'));
  if (options.mappingOut === undefined) tellAssumptions(reading, file, io);
  const { keptAsProperties = {}, notExpressed = {}, issues } = reading.report;
  const described = describeDataset(dataset);
  const told = {
    format: reading.format, ...figuresOf(described), issues: countsByCode(issues), keptAsProperties, notExpressed,
    tables: reading.mapping?.tables ?? [],
  };
  if (json) printJson(io, told);
  else io.out(linesOf(dataset.title, told, reading.mapping).join('\n'));
  return 0;
}

/** The same of a packed file, of which the columns alone are read, and the files that it was packed from. */
function infoOfPacked(file: string, json: boolean, io: Io): Promise<ExitCode> {
  return withPacked<ExitCode>(file, async (store) => {
    const { origins } = store.directory;
    const described = await store.describe();
    const told = { format: 'throughline-packed', ...figuresOf(described), issues: {}, keptAsProperties: {}, notExpressed: {}, tables: [] };
    const from = origins.map((o) => `packed from ${o.name} (${o.bytes} bytes, SHA-256 ${o.sha256})`);
    if (json) printJson(io, { ...told, packedFrom: origins });
    else io.out([...linesOf(described.title, told), ...from].join('\n'));
    return 0;
  });
}

/** The same of a dataset in a database, as it was counted when it was loaded. */
async function infoOfDatabase({ store }: OpenStore, json: boolean, io: Io): Promise<ExitCode> {
  const described = await store.describe();
  const { engine } = described;
  const told = { format: 'database', ...figuresOf(described), issues: {}, keptAsProperties: {}, notExpressed: {}, tables: [] };
  if (json) printJson(io, { ...told, engine });
  else io.out([...linesOf(described.title, told), `in ${engine}`].join('\n'));
  return 0;
}

function figuresOf({ entities, relationships, claims, sources, entityTypes, relationshipTypes }: DatasetDescription) {
  return { entities, relationships, claims, sources, entityTypes, relationshipTypes };
}

interface Told extends ReturnType<typeof figuresOf> {
  readonly format: string;
  readonly issues: Record<string, number>;
  readonly keptAsProperties: Readonly<Record<string, number>>;
  readonly notExpressed: Readonly<Record<string, number>>;
}

function linesOf(
  title: string,
  { format, entities, relationships, claims, sources, entityTypes, relationshipTypes, issues, keptAsProperties, notExpressed }: Told,
  mapping?: TableMapping,
): string[] {
  const rows = (counts: Partial<Record<string, number>>) =>
    Object.entries(counts).map(([type, n]) => `  ${String(n).padStart(6)}  ${type}`);
  const told = (what: string, counts: Partial<Record<string, number>>) => (Object.keys(counts).length === 0 ? [] : [what, ...rows(counts)]);
  const losses = [
    ...told('issues (validate says where)', issues), ...told('not expressed', notExpressed),
    ...told('kept as properties', keptAsProperties),
  ];
  return [
    `${title} (${format})`, `${entities} entities`, ...rows(entityTypes), `${relationships} relationships`, ...rows(relationshipTypes),
    `${claims} claims, ${sources} sources`, ...columnLines(mapping), ...losses,
  ];
}

/** What each column of each table was taken for, in lines for a terminal; none for a file without tables. */
function columnLines(mapping: TableMapping | undefined): string[] {
  return (mapping?.tables ?? []).flatMap(({ name, role, columns }) => {
    if (role === 'ignore') return [`table “${name}” was left out`];
    const headers = columns.map(({ column, index }) => (column.trim() === '' ? `column ${index + 1}` : column));
    const width = Math.min(40, Math.max(0, ...headers.map((header) => header.length)));
    return [`columns of “${name}” (${role})`, ...columns.map(({ as }, i) => `  ${headers[i]!.padEnd(width)}  ${columnMeanings[as].label}`)];
  });
}

/** How many issues there are of each code; those that are not listed are counted where their number is told. */
function countsByCode(issues: readonly Issue[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const { code, value } of issues) counts.set(code, (counts.get(code) ?? 0) + (code === 'more-issues' ? Number(value) : 1));
  return Object.fromEntries(counts);
}
