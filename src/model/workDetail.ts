/** What long work is at, besides how far it is: what a screen says of it in words. */
export interface WorkDetail {
  /** What is being done now, as a title: "Reading", "Indexing". */
  readonly phase?: string;
  /** How much of the file has been read, in bytes, of how much. */
  readonly bytes?: number;
  readonly totalBytes?: number;
  /** How many records, lines or rows have been read. */
  readonly rows?: number;
}

/** Told now and then how far long work is, 0–1, never falling, and what it is at where it can tell. */
export type OnProgress = (done: number, detail?: WorkDetail) => void;
