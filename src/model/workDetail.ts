import { timeLeftText } from './timeLeft';

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

const MEGABYTE = 1_000_000;

/** "128 of 200 MB · 312,000 rows · about 20 s left", as far as it is known. Megabytes are of a million bytes. */
export function workText({ bytes, totalBytes, rows }: WorkDetail, secondsLeft?: number): string {
  const size =
    bytes !== undefined && totalBytes !== undefined && totalBytes >= MEGABYTE ? [`${megabytes(bytes)} of ${megabytes(totalBytes)} MB`] : [];
  const read = rows === undefined ? [] : [`${rows.toLocaleString('en')} ${rows === 1 ? 'row' : 'rows'}`];
  return [...size, ...read, ...(secondsLeft === undefined ? [] : [timeLeftText(secondsLeft)])].join(' · ');
}

/** Whole ones, but for the first ten. */
function megabytes(bytes: number): string {
  const n = bytes / MEGABYTE;
  return n < 10 ? n.toFixed(1) : Math.round(n).toLocaleString('en');
}
