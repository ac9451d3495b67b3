import type { RecordTable } from '../../graph';
import { openPackedFile, type ByteSource, type Directory } from '../../packed';
import { OWN_QUESTIONS, type GraphStore } from '../graphStore';
import { DatasetReader, storeOver } from '../memory';

/** How many records one answer may be made of. */
export const MOST_RECORDS = 250_000;

/** A store over a packed file. It is neither revised, edited nor matched. */
export interface PackedStore extends GraphStore {
  /** What the file says of itself. */
  readonly directory: Directory;
  /** Its records, for what goes through all of them. */
  readonly table: RecordTable;
  /** Begins to read the names, so that the first search need not wait for it. */
  prepareSearch(): void;
}

/**
 * Opens a packed file: its columns are read at once, its names at the first search, its records when an answer is made of them.
 * Rejects with `PackedFileError`.
 */
export async function openPackedStore(source: ByteSource): Promise<PackedStore> {
  const { directory, index, table, sections } = await openPackedFile(source);
  // The tables of other scripts are loaded with what searches by them.
  const names = async () => (await import('./packedNames')).readPackedNames(table, sections);
  const all = Object.entries(storeOver(new DatasetReader(table, index, { mostRecords: MOST_RECORDS, names })));
  const shared = all.filter(([name]) => !OWN_QUESTIONS.some((own) => own === name));
  return {
    ...(Object.fromEntries(shared) as unknown as Omit<PackedStore, 'directory' | 'table'>), directory, table,
    close: async () => source.close?.(),
  };
}
