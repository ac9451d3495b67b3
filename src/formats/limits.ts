import type { Issue } from '../model';

const MIB = 1024 * 1024;

/**
 * What reading a file may hold and look at. They count what costs: a file of a few bytes may unpack to much, and a byte of
 * it may become a hundred in memory. Together they keep a reading below 2 GiB of memory.
 */
export interface ReadLimits {
  /** The largest file that is read at once, in bytes: a text of more does not fit into one string. */
  readonly file: number;
  /** The largest file that is read piece after piece, in bytes. */
  readonly streamed: number;
  /** The largest file of a zip, and all files of one that are wanted, unpacked, in bytes; and how many of them. */
  readonly entry: number;
  readonly zip: number;
  readonly entries: number;
  /** How many times its packed size a file may have unpacked, once that is more than `packedSize` bytes: real data stays below fifty. */
  readonly packedTimes: number;
  readonly packedSize: number;
  /** What records may take in memory together, and what one JSON text may take, as estimated in bytes. */
  readonly held: number;
  readonly json: number;
  /** How many fields one object or element may have. */
  readonly fields: number;
  /** How many cells are read of the tables of a file, and of those that are read piece after piece. */
  readonly cells: number;
  readonly streamedCells: number;
  /** How many marks (tags) of a workbook are read. */
  readonly tags: number;
}

export const READ_LIMITS: ReadLimits = {
  file: 256 * MIB,
  streamed: 2048 * MIB,
  entry: 512 * MIB,
  zip: 1536 * MIB,
  entries: 1000,
  packedTimes: 100,
  packedSize: 32 * MIB,
  held: 1536 * MIB,
  json: 768 * MIB,
  fields: 1_000_000,
  cells: 30_000_000,
  streamedCells: 300_000_000,
  tags: 16_000_000,
};

/** The limits of a reading: those of the house, but for those that are told. */
export function limitsOf(told: Partial<ReadLimits> | undefined): ReadLimits {
  return told === undefined ? READ_LIMITS : { ...READ_LIMITS, ...told };
}

/** A file passes a limit of reading; nothing of it is opened. */
export class ReadLimitError extends Error {
  override readonly name = 'ReadLimitError';
  constructor(readonly issue: Issue) {
    super(issue.message);
  }
}

/** The issue of a limit that is passed. */
export function limitIssue(code: string, at: string, value: string, message: string, hint: string): Issue {
  return { code, severity: 'error', at, value, message, hint };
}

/** A number of bytes as issues tell it: "12 MiB". */
export function mib(bytes: number): string {
  return `${Math.ceil(bytes / MIB)} MiB`;
}
