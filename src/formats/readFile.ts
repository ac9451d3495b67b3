import { Turns, type Issue } from '../model';
import type { Format, NamedFile, Reading, ReadOptions } from './format';
import { sourceOfBytes, UnreadableFileError, type FileSource } from './fileSource';
import { emptyFile, leftOut, noFolder, noSuchFormat, readerFailed, tooLarge, unknownFormat, unreadable } from './fileIssues';
import { limitsOf, READ_LIMITS, ReadLimitError } from './limits';
import { isZip, zipFault } from './records';
import { formatOf, guessFormat, HEAD_BYTES } from './registry';
import { refused, withFirst } from './report';
import { unpackedName, unpackedSource } from './unpackedSource';

/** The largest file that is read at once, and the largest that is read piece after piece, in bytes (256 MiB and 2 GiB). */
export const LARGEST_FILE = READ_LIMITS.file;
export const LARGEST_STREAMED = READ_LIMITS.streamed;

/** What reading takes; `format` is a format's id, for a file whose content does not tell. */
export interface ReadFileOptions extends ReadOptions {
  format?: string;
}

/**
 * Reads a file of any format, packed by gzip or zstd or not, guessed from its content unless `format` names one; piece after piece where
 * the format can. Whatever it holds, it gives a report; it rejects only when cancelled, with the signal's reason.
 */
export async function readFile(file: Uint8Array | FileSource, options: ReadFileOptions = {}): Promise<Reading> {
  options.signal?.throwIfAborted();
  const source = file instanceof Uint8Array ? sourceOfBytes(file) : file;
  try {
    const { source: plain, issue } = await unpackedSource(source, limitsOf(options.limits), options.signal);
    const name = options.name ?? source.name;
    const reading = await readSource(
      plain, name === undefined ? options : { ...options, name: plain === source ? name : unpackedName(name) },
    );
    return issue ? withFirst(reading, issue) : reading;
  } catch (cause) {
    options.signal?.throwIfAborted();
    if (cause instanceof ReadLimitError) return refused(options.format ?? 'unknown', 'dataset', [cause.issue]);
    if (!(cause instanceof UnreadableFileError)) throw cause;
    return refused('unknown', 'dataset', [unreadable(cause)]);
  }
}

async function readSource(source: FileSource, options: ReadFileOptions): Promise<Reading> {
  const { file, streamed } = limitsOf(options.limits);
  const head = await contentHead(source, options.signal);
  if (head === undefined) return refused('unknown', 'dataset', [emptyFile()]);
  const format = options.format === undefined ? guessFormat(head, options.name) : formatOf(options.format);
  const streams = format?.readStream !== undefined && !isZip(head);
  const largest = streams ? streamed : file;
  if (source.size > largest) return refused(format?.id ?? 'unknown', 'dataset', [tooLarge(source.size, largest)]);
  if (format === undefined && options.format !== undefined) return refused('unknown', 'dataset', [noSuchFormat(options.format)]);
  if (streams) return held(format, options, () => format.readStream!(source, options));
  const bytes = await source.bytes();
  if (format === undefined) return refused('unknown', 'dataset', [(isZip(head) && zipFault(bytes)) || unknownFormat()]);
  return held(format, options, () => format.read(bytes, options));
}

/**
 * Reads the files of a folder as one dataset: the format of the most of them that is published as a folder (ICIJ, GLEIF),
 * unless `format` names one. Files of other formats are left to `readFile`, one by one.
 * Rejects only when cancelled, with the signal's reason.
 */
export async function readFolder(packed: readonly NamedFile[], options: ReadFileOptions = {}): Promise<Reading> {
  options.signal?.throwIfAborted();
  const { files, issues } = await unpackedFiles(packed, options);
  const guessed = files.map((file) => ({ ...file, format: guessFormat(file.bytes, file.name) }));
  const format = options.format === undefined ? formatOfMost(guessed.map((file) => file.format)) : formatOf(options.format);
  if (format?.readFolder === undefined) return refused('unknown', 'dataset', [noFolder(guessed)]);
  const foreign = guessed.filter((file) => isForeign(file, format));
  const own = guessed.filter((file) => !isForeign(file, format));
  const reading = await held(format, options, () => format.readFolder!(own, options));
  return [
    ...issues, ...foreign.filter(({ name }) => !OF_THE_SYSTEM.test(name)).map((file) => leftOut(file.name, format, file.format)),
  ].reduceRight(withFirst, reading);
}

/** What systems put into folders by themselves; nobody means such a file. */
const OF_THE_SYSTEM = /(^|\/)(\.[^/]*|Thumbs\.db|desktop\.ini|__MACOSX\/.*)$/i;

/** The format of the most, among those that are published as a folder. */
function formatOfMost(found: readonly (Format | undefined)[]): Format | undefined {
  const counts = new Map<Format, number>();
  for (const format of found) if (format?.readFolder) counts.set(format, (counts.get(format) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/**
 * What neither its content nor its ending makes a file of the format that the folder is read as. Tables say so themselves, file by file.
 */
function isForeign({ name, bytes, format: own }: NamedFile & { format: Format | undefined }, format: Format): boolean {
  if (format.id === 'table' || own === format || isZip(bytes)) return false;
  return !format.extensions.some((extension) => name.toLowerCase().endsWith(extension));
}

/**
 * Files of which some may be packed by gzip or zstd, as what is in them. One that passes a limit is left out;
 * the issues say so, and what is damaged.
 */
export async function unpackedFiles(
  packed: readonly NamedFile[], { limits, signal }: Pick<ReadOptions, 'limits' | 'signal'> = {},
): Promise<{ files: NamedFile[]; issues: Issue[] }> {
  const files: NamedFile[] = [];
  const issues: Issue[] = [];
  for (const { name, bytes } of packed) {
    try {
      const { source, issue } = await unpackedSource(sourceOfBytes(bytes, name), limitsOf(limits), signal);
      files.push({ name: source.name ?? name, bytes: await source.bytes() });
      if (issue) issues.push({ ...issue, at: `${name}, ${issue.at}` });
    } catch (cause) {
      if (!(cause instanceof ReadLimitError)) throw cause;
      issues.push({ ...cause.issue, at: name });
    }
  }
  return { files, issues };
}

/** A file that passes a limit is refused, and so is one at which a reader throws by a defect of its own. */
async function held(format: Format, options: ReadOptions, read: () => Promise<Reading>): Promise<Reading> {
  try {
    const reading = await read();
    options.signal?.throwIfAborted();
    return reading;
  } catch (cause) {
    options.signal?.throwIfAborted();
    if (cause instanceof UnreadableFileError) throw cause;
    if (cause instanceof ReadLimitError) return refused(format.id, 'dataset', [cause.issue]);
    return refused(format.id, 'dataset', [readerFailed(format, cause)]);
  }
}

/** The first bytes from where a file is no longer blank, for guessing; undefined where all of it is. */
async function contentHead(source: FileSource, signal: AbortSignal | undefined): Promise<Uint8Array | undefined> {
  const isContent = (byte: number) => byte > 0x20;
  const head = await source.head(HEAD_BYTES);
  if (head.some(isContent)) return head;
  const turns = new Turns({ signal });
  for await (const piece of source.pieces()) {
    const at = piece.findIndex(isContent);
    if (at !== -1) return piece.subarray(at, at + HEAD_BYTES);
    if (turns.over) await turns.next();
  }
  return undefined;
}
