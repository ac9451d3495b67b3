import type { Issue } from '../../model';
import { MemoryStore } from '../../store';
import { printJson, MisuseError, type ExitCode, type Io } from '../io';
import { columnLines } from '../columnLines';
import { issueLines } from '../issueLines';
import { readMapping, writeMapping } from '../mappingFile';
import { readPath } from '../openDataset';
import { tellAssumptions } from '../tableWarnings';

/** What a file holds, in figures, by type; `mappingOut` writes what its tables are taken for first, whether or not they can be read so. */
export async function info(file: string, options: { json?: boolean; mapping?: string; mappingOut?: string }, io: Io): Promise<ExitCode> {
  const { json } = options;
  const mapping = await readMapping(options.mapping);
  if (options.mappingOut !== undefined) await writeMapping(file, mapping, options.mappingOut, io);
  const reading = await readPath(file, io, { mapping });
  const dataset = reading.dataset ?? reading.snapshot?.dataset;
  if (!dataset) throw new MisuseError([`${file} cannot be read:`, ...issueLines(reading.report.issues)].join('\n'));
  if (options.mappingOut === undefined) tellAssumptions(reading, file, io);
  const store = await MemoryStore.open(dataset);
  const { entities, relationships, claims, sources, entityTypes, relationshipTypes } = await store.describe();
  const { keptAsProperties = {}, notExpressed = {}, issues: found } = reading.report;
  const issues = countsByCode(found);
  const answer = { format: reading.format, entities, relationships, claims, sources, entityTypes, relationshipTypes, issues, keptAsProperties, notExpressed, tables: reading.mapping?.tables ?? [] };
  if (json) printJson(io, answer);
  else {
    const rows = (counts: Partial<Record<string, number>>) => Object.entries(counts).map(([type, n]) => `  ${String(n).padStart(6)}  ${type}`);
    const told = (what: string, counts: Partial<Record<string, number>>) => (Object.keys(counts).length === 0 ? [] : [what, ...rows(counts)]);
    const losses = [...told('issues (validate says where)', issues), ...told('not expressed', notExpressed), ...told('kept as properties', keptAsProperties)];
    io.out([`${dataset.title} (${reading.format})`, `${entities} entities`, ...rows(entityTypes), `${relationships} relationships`, ...rows(relationshipTypes), `${claims} claims, ${sources} sources`, ...columnLines(reading.mapping), ...losses].join('\n'));
  }
  return 0;
}

/** How many issues there are of each code; those that are not listed are counted where their number is told. */
function countsByCode(issues: readonly Issue[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const { code, value } of issues) counts.set(code, (counts.get(code) ?? 0) + (code === 'more-issues' ? Number(value) : 1));
  return Object.fromEntries(counts);
}
