import type { Overview } from '../../analysis';
import { sharedBytes, type RecordTable } from '../../graph';
import type { Case, CaseChart } from '../../model';
import {
  openPackedFile, openSharedFile, shareFile, type ByteSource, type Directory, type PackedFile, type SharedFile,
} from '../../packed';
import { OWN_QUESTIONS, type GraphStore, type QuestionName } from '../graphStore';
import { DatasetReader, storeOver } from '../memory';
import { caseOver, editsOfCase, heldToBase } from './caseOnBase';
import type { NameSource, OverviewSource } from '../memory/datasetReader';
import type { NameParts } from '../memory/names';

/** How many records one answer may be made of. */
const MOST_RECORDS = 250_000;

/** What is not asked of a packed file that one has to oneself: it is edited, and neither matched nor handed out whole. */
const NOT_PACKED: readonly QuestionName[] = ['matches', 'revise', 'whole', 'lint', 'claims'];

/** A store over a packed file, which stays as it is: edits are laid over it. */
export interface PackedStore extends GraphStore {
  /** What the file says of itself. */
  readonly directory: Directory;
  /** Its records, for what goes through all of them. */
  readonly table: RecordTable;
  /** Begins to read the names, so that the first search need not wait for it. */
  prepareSearch(): void;
  /** What is laid over the file, with charts, as a case that stands on it. */
  asCase(charts: readonly CaseChart[]): Promise<Case>;
  /** Lays a case over the file, on which it stands; what is edited is laid over both. Rejects with `OtherBaseError`. */
  standUnder(one: Case): Promise<void>;
}

/**
 * Opens a packed file: its columns are read at once, its names at the first search, its records when an answer is made of them.
 * Rejects with `PackedFileError`.
 */
export async function openPackedStore(source: ByteSource): Promise<PackedStore> {
  const file = await openPackedFile(source);
  // The tables of other scripts are loaded with what searches by them.
  return storeOf(source, file, {
    names: async () => (await import('./packedNames')).readPackedNames(file.table, file.sections),
    overview: async () => (await import('./packedOverview')).readPackedOverview(file.index, file.sections),
  }, NOT_PACKED);
}

/** A packed file in shared memory: what questions need at once, and the names, which take as long again to be read. */
export interface SharedStore {
  readonly file: SharedFile;
  readonly overview: Overview | undefined;
  /** Rejects with `PackedFileError`. Asked for once. */
  names(): Promise<NameParts>;
}

/** Opens a packed file for other threads of this process. Rejects with `PackedFileError`. */
export async function sharePackedStore(source: ByteSource): Promise<SharedStore> {
  // What is read goes where it stays.
  const file = await openPackedFile({ ...source, allocate: sharedBytes });
  return {
    file: shareFile(file),
    overview: await (await import('./packedOverview')).readPackedOverview(file.index, file.sections),
    names: async () => {
      const { readPackedNames, shareNames } = await import('./packedNames');
      return shareNames(await readPackedNames(file.table, file.sections));
    },
  };
}

/** A store over what another thread has opened and shared, which is not edited. Searches wait for the names. */
export function openSharedStore(
  source: ByteSource, { file: shared, overview, names }: Omit<SharedStore, 'names'> & { readonly names: Promise<NameParts> },
): PackedStore {
  const file = openSharedFile(source, shared);
  return storeOf(source, file, {
    names: async () => (await import('./packedNames')).sharedNames(file.table, await names), overview: async () => overview,
  }, OWN_QUESTIONS);
}

function storeOf(
  source: ByteSource, { directory, index, table }: Omit<PackedFile, 'sections'>, beside: { names: NameSource; overview: OverviewSource },
  without: readonly QuestionName[],
): PackedStore {
  const reader = new DatasetReader(table, index, { mostRecords: MOST_RECORDS, ...beside });
  const all = Object.entries(storeOver(reader));
  const answered = all.filter(([name]) => !without.some((one) => one === name));
  const store = Object.fromEntries(answered) as unknown as GraphStore & Pick<PackedStore, 'prepareSearch'>;
  return {
    ...store, directory, table,
    asCase: (charts) => caseOver(store, source, reader.laid(), charts),
    standUnder: async (one) => {
      await heldToBase(one.base!, source);
      await reader.standOn(await editsOfCase(store, one));
    },
    close: async () => source.close?.(),
  };
}
