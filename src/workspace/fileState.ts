import type { RowRead } from '../entry';
import type { TableMapping, TablePreview } from '../formats';
import type { Issue } from '../model';

/** A file of tables before it is opened: what it holds, and what its columns are taken to mean. */
export interface TableReading {
  file: string;
  preview: TablePreview;
  /** As it is being edited. */
  mapping: TableMapping;
  /** How much of the file the preview is of, 0–1. */
  seen: number;
  /** A file of this shape was read so before. */
  remembered: boolean;
  /** The file is open already, read otherwise. */
  again: boolean;
  /** The keys of the shapes under which the mapping will be remembered. */
  keys: readonly string[];
  /** What reading it by this mapping gives, or by the one before while it is computed anew; absent where the file is too large to try. */
  counts?: ReadingCounts | undefined;
  /** It is rows that were pasted: they are entered in place of being opened. */
  asRows?: true;
  /** What becomes of each of them, and what they contradict. */
  rows?: { readonly rows: readonly RowRead[]; readonly contradicts: readonly string[] } | undefined;
  counting: boolean;
}

/** What reading a file by a mapping gives. */
interface ReadingCounts {
  entities: number;
  relationships: number;
  issues: readonly Issue[];
}

/** A file that was written, and what its format could not hold. */
export interface SavedReport {
  file: string;
  /** The id of the format. */
  format: string;
  what: 'drawn' | 'all';
  /** What was not drawn, and so is not in it. */
  hidden?: string | undefined;
  issues: Issue[];
}

export interface OpenReport {
  file: string;
  /** False: nothing was replaced. */
  opened: boolean;
  /** The id of the format that it was read as; `unknown` where none fits. */
  format?: string | undefined;
  counts?: { entities: number | undefined; relationships: number; claims: number; sources: number };
  /** How many records had a field that was kept as a property, or something that the dataset does not hold, by its name. */
  keptAsProperties?: Readonly<Record<string, number>> | undefined;
  notExpressed?: Readonly<Record<string, number>> | undefined;
  issues: Issue[];
  /** Its content does not tell for sure what it is: another format may be the right one. */
  doubtful?: boolean | undefined;
}

/** Whether the work is saved in the user's own file. */
export interface OwnFileState {
  readonly file: string;
  /**
   * `asks`: the browser wants the user's permission again; `changed`: the file was changed meanwhile, and the user is to decide;
   * `failed`: it could not be written, as `message` says.
   */
  readonly phase: 'saved' | 'saving' | 'asks' | 'changed' | 'failed';
  /** When it was saved last, in ms since 1970. */
  readonly at?: number | undefined;
  readonly message?: string | undefined;
  /** What was changed here and in the file otherwise, a sentence each. */
  readonly conflicts?: readonly string[] | undefined;
}
