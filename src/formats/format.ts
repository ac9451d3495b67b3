import type { CapturedFile, CaseBase, CaseChart, Dataset, Issue, OnProgress, PerspectiveChart, Position, Snapshot } from '../model';
import type { TableMapping } from './table/mapping';
import type { FileSource } from './fileSource';
import type { ReadLimits } from './limits';

/** What every reader may be told besides the bytes. */
export interface ReadOptions {
  /** The file's name; it only breaks ties, the content decides. */
  name?: string;
  /** Cancels the reading: it rejects with the signal's reason. */
  signal?: AbortSignal;
  /** Told now and then how far the reading is, 0–1, and what it is at. */
  onProgress?: OnProgress;
  /** The file was validated when it was bundled: its shape is taken on trust, for a quick start. Never for a user's file. */
  trusted?: boolean;
  /** What the tables and columns of a table file mean; guessed where it is absent. Other formats have no use for it. */
  mapping?: TableMapping;
  /** Limits other than those of the house (`READ_LIMITS`). */
  limits?: Partial<ReadLimits>;
}

/** What a file held, in figures, and everything that was wrong with it, in the order of the file. */
export interface Report {
  /** The id of the format that it was read as; `unknown` where no format fits. */
  format: string;
  entities: number;
  relationships: number;
  claims: number;
  sources: number;
  /**
   * What the model has no field for and was kept in `properties`: how many records had it, by the name of the field.
   * Absent where nothing was.
   */
  keptAsProperties?: Readonly<Record<string, number>>;
  /** What the file said and the dataset does not hold: how many records had it, by its name. Absent where nothing was. */
  notExpressed?: Readonly<Record<string, number>>;
  issues: Issue[];
}

/**
 * What came of reading a file. `dataset` is there when the file could be used; of a snapshot it is the
 * dataset inside. Where neither is there, the report has an error that says why.
 */
export interface Reading {
  kind: 'dataset' | 'snapshot' | 'case';
  format: string;
  dataset?: Dataset;
  snapshot?: Snapshot;
  /** The charts of a case, the one to open with first. */
  charts?: readonly CaseChart[];
  /** What a case stands on; the dataset is then what it adds, and what it cites of that. */
  base?: CaseBase;
  /**
   * Named views that the file draws (a layout of its own, the steps of its story), the one to open with first. Positions
   * are of the centres of boxes, in the file's own units, y downwards; they may be too close for boxes.
   */
  perspectives?: readonly PerspectiveChart[];
  /** The captured files that a case carries, each held against its hash. */
  files?: readonly CarriedFile[];
  /** Of a file of tables: what each table and column was taken for, given or guessed. */
  mapping?: TableMapping;
  report: Report;
}

/** A file that a source was read from, as a case carries it. */
export interface CarriedFile extends CapturedFile {
  readonly content: Uint8Array;
}

/** A file of a folder. */
export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a writer may be told besides the dataset. */
export interface WriteOptions {
  /** The charts of a case; formats that have them write them. */
  charts?: readonly CaseChart[];
  /** What a case stands on. */
  base?: CaseBase;
  /** The files that sources were read from, by SHA-256; a case with its files carries those that its sources name. */
  files?: ReadonlyMap<string, Uint8Array>;
  /** Where entities are drawn: centres, in chart units, y downwards. Formats that have positions write them. */
  positions?: ReadonlyMap<string, Position>;
}

/** A file as written, and what the format could not hold. */
export interface Writing {
  bytes: Uint8Array;
  issues: Issue[];
}

/**
 * A file format: how it is known, read and, where it can be, written. Readers are loaded when the first such file comes,
 * so that a visit that opens none of them carries none.
 */
export interface Format {
  /** Kebab case, stable: `throughline`, `throughline-png`. */
  readonly id: string;
  readonly label: string;
  /** With the dot, lower case; the first is the one that is written. */
  readonly extensions: readonly string[];
  readonly mime: string;
  /** The format is written and not read: a file of it is known, so that this can be said, and refused. */
  readonly writeOnly?: true;
  /** How likely the content is of this format, 0–1, from the first bytes of the file (64 KiB at most). */
  guess(head: Uint8Array, name?: string): number;
  /** Never rejects for what the bytes hold, only when cancelled. */
  read(bytes: Uint8Array, options: ReadOptions): Promise<Reading>;
  /**
   * Reads a file piece after piece, so that larger ones than fit into one string are read, and gives the same as `read`.
   * Zips are not read this way. Rejects as the file does where it cannot be read any more.
   */
  readStream?(source: FileSource, options: ReadOptions): Promise<Reading>;
  /** Reads several files that belong together, where the format is published as a folder. */
  readFolder?(files: readonly NamedFile[], options: ReadOptions): Promise<Reading>;
  /** What it has room for of a case besides records; the rest is counted as lost whenever it is written (`caseLosses`). */
  readonly holds?: readonly ('notes' | 'charts')[];
  /** Cancelled by nothing: writing is quick beside reading. The same dataset gives the same bytes. */
  write?(dataset: Dataset, options?: WriteOptions): Promise<Writing>;
}
