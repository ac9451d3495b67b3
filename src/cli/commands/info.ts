import { MemoryStore } from '../../store';
import { printJson, MisuseError, type ExitCode, type Io } from '../io';
import { issueLines } from '../issueLines';
import { readPath } from '../openDataset';

/** What a file holds, in figures, by type. */
export async function info(file: string, { json }: { json?: boolean }, io: Io): Promise<ExitCode> {
  const reading = await readPath(file, io);
  const dataset = reading.dataset ?? reading.snapshot?.dataset;
  if (!dataset) throw new MisuseError([`${file} cannot be read:`, ...issueLines(reading.report.issues)].join('\n'));
  const store = await MemoryStore.open(dataset);
  const { entities, relationships, claims, sources, entityTypes, relationshipTypes } = await store.describe();
  const answer = { format: reading.format, entities, relationships, claims, sources, entityTypes, relationshipTypes };
  if (json) printJson(io, answer);
  else {
    const rows = (counts: Partial<Record<string, number>>) => Object.entries(counts).map(([type, n]) => `  ${String(n).padStart(6)}  ${type}`);
    io.out([`${dataset.title} (${reading.format})`, `${entities} entities`, ...rows(entityTypes), `${relationships} relationships`, ...rows(relationshipTypes), `${claims} claims, ${sources} sources`].join('\n'));
  }
  return 0;
}
