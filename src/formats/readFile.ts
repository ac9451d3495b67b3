import { shown, type Issue } from '../model';
import type { Format, NamedFile, Reading, ReadOptions } from './format';
import { sourceOfBytes, UnreadableFileError, type FileSource } from './fileSource';
import { isZip } from './records';
import { formatOf, formats, guessFormat, HEAD_BYTES } from './registry';
import { refused } from './report';

/** The largest file that is read at once, in bytes (256 MiB): a text of more does not fit into one string. */
export const LARGEST_FILE = 256 * 1024 * 1024;
/** The largest file that is read piece after piece, in bytes (2 GiB): what it holds has to fit into memory, which takes up to five times as much. */
export const LARGEST_STREAMED = 2 * 1024 * 1024 * 1024;

/** What reading takes; `format` is a format's id, for a file whose content does not tell. */
export interface ReadFileOptions extends ReadOptions {
  format?: string;
}

/**
 * Reads a file of any format, guessed from its content unless `format` names one; piece after piece where the format can.
 * Whatever it holds, it gives a report; it rejects only when cancelled, with the signal's reason.
 */
export async function readFile(file: Uint8Array | FileSource, options: ReadFileOptions = {}): Promise<Reading> {
  options.signal?.throwIfAborted();
  const source = file instanceof Uint8Array ? sourceOfBytes(file) : file;
  const told: ReadFileOptions = source.name === undefined || options.name !== undefined ? options : { ...options, name: source.name };
  try {
    return await readSource(source, told);
  } catch (cause) {
    options.signal?.throwIfAborted();
    if (!(cause instanceof UnreadableFileError)) throw cause;
    return refused('unknown', 'dataset', [unreadable(cause)]);
  }
}

async function readSource(source: FileSource, options: ReadFileOptions): Promise<Reading> {
  const head = await source.head(HEAD_BYTES);
  if (await isBlank(source, head)) return refused('unknown', 'dataset', [emptyFile()]);
  const format = options.format === undefined ? guessFormat(head, options.name) : formatOf(options.format);
  const streams = format?.readStream !== undefined && !isZip(head);
  const largest = streams ? LARGEST_STREAMED : LARGEST_FILE;
  if (source.size > largest) return refused(format?.id ?? 'unknown', 'dataset', [tooLarge(source.size, largest)]);
  if (format === undefined) return refused('unknown', 'dataset', [options.format === undefined ? unknownFormat() : noSuchFormat(options.format)]);
  if (streams) return held(format, options, () => format.readStream!(source, options));
  const bytes = await source.bytes();
  return held(format, options, () => format.read(bytes, options));
}

/**
 * Reads the files of a folder as one dataset: the format of the most of them that is published as a folder (ICIJ, GLEIF),
 * unless `format` names one. Files of other formats are left to `readFile`, one by one.
 */
export async function readFolder(files: readonly NamedFile[], options: ReadFileOptions = {}): Promise<Reading> {
  options.signal?.throwIfAborted();
  const guessed = files.map(({ name, bytes }) => guessFormat(bytes, name)).filter((f) => f?.readFolder !== undefined);
  const counts = new Map<Format, number>();
  for (const format of guessed) counts.set(format!, (counts.get(format!) ?? 0) + 1);
  const format = options.format === undefined ? [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] : formatOf(options.format);
  if (format?.readFolder === undefined) return refused('unknown', 'dataset', [noFolder()]);
  return held(format, options, () => format.readFolder!(files, options));
}

/** A reader that throws has a defect, or ran out of memory; to the user that is a file which could not be read. */
async function held(format: Format, options: ReadOptions, read: () => Promise<Reading>): Promise<Reading> {
  try {
    const reading = await read();
    options.signal?.throwIfAborted();
    return reading;
  } catch (cause) {
    options.signal?.throwIfAborted();
    if (cause instanceof UnreadableFileError) throw cause;
    return refused(format.id, 'dataset', [readerFailed(format, cause)]);
  }
}

/** Whether there is nothing but blanks; what is too large to be looked through is not. */
async function isBlank(source: FileSource, head: Uint8Array): Promise<boolean> {
  const blank = (bytes: Uint8Array) => bytes.every((byte) => byte <= 0x20);
  if (!blank(head) || source.size > LARGEST_FILE) return false;
  return source.size <= head.length || blank(await source.bytes());
}

function emptyFile(): Issue {
  return { code: 'empty-file', severity: 'error', at: '(file)', message: 'The file is empty.', hint: 'Check that it was saved or downloaded to its end.' };
}

function tooLarge(size: number, largest: number): Issue {
  const mib = (n: number) => `${Math.ceil(n / 1024 / 1024)} MiB`;
  return { code: 'too-large', severity: 'error', at: '(file)', value: mib(size), message: `The file has ${mib(size)}; the largest of its format that is read has ${mib(largest)}.`, hint: 'Split it, or take out what is not needed.' };
}

function unreadable({ message }: UnreadableFileError): Issue {
  return { code: 'unreadable-file', severity: 'error', at: '(file)', value: shown(message), message: 'The file cannot be read any more: it was moved, changed or locked after it was chosen.', hint: 'Choose it again.' };
}

function unknownFormat(): Issue {
  return { code: 'unknown-format', severity: 'error', at: '(file)', message: 'The content is of no format that is read here.', hint: `What is read: ${formats.filter((f) => !f.writeOnly).map((f) => f.label).join(', ')}.` };
}

function noFolder(): Issue {
  return { code: 'unknown-format', severity: 'error', at: '(folder)', message: 'No files of a format that is published as a folder are in it.', hint: `What is read as a folder: ${formats.filter((f) => f.readFolder).map((f) => f.label).join(', ')}. Open other files one by one.` };
}

function noSuchFormat(id: string): Issue {
  return { code: 'unknown-format', severity: 'error', at: '(options)', value: shown(id), message: 'There is no format of this name.', hint: `Formats: ${formats.map((f) => f.id).join(', ')}.` };
}

function readerFailed(format: Format, cause: unknown): Issue {
  const why = cause instanceof Error ? cause.message : String(cause);
  return { code: 'reader-failed', severity: 'error', at: '(file)', value: shown(why), message: `The reader of "${format.label}" failed on this file.`, hint: 'Please report this with the file; nothing was opened.' };
}
