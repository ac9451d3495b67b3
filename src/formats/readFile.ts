import { shown, type Issue } from '../model';
import type { Format, NamedFile, Reading, ReadOptions } from './format';
import { formatOf, formats, guessFormat } from './registry';
import { refused } from './report';

/** The largest file that is read, in bytes (256 MiB): a text of more does not fit into one string. */
export const LARGEST_FILE = 256 * 1024 * 1024;

/** What reading takes; `format` is a format's id, for a file whose content does not tell. */
export interface ReadFileOptions extends ReadOptions {
  format?: string;
}

/**
 * Reads a file of any format, guessed from its content unless `format` names one. Whatever the bytes hold, it
 * gives a report; it rejects only when cancelled, with the signal's reason.
 */
export async function readFile(bytes: Uint8Array, options: ReadFileOptions = {}): Promise<Reading> {
  options.signal?.throwIfAborted();
  if (isBlank(bytes)) return refused('unknown', 'dataset', [emptyFile()]);
  if (bytes.length > LARGEST_FILE) return refused('unknown', 'dataset', [tooLarge(bytes.length)]);
  const format = options.format === undefined ? guessFormat(bytes, options.name) : formatOf(options.format);
  if (format === undefined) return refused('unknown', 'dataset', [options.format === undefined ? unknownFormat() : noSuchFormat(options.format)]);
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
    return refused(format.id, 'dataset', [readerFailed(format, cause)]);
  }
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte <= 0x20);
}

function emptyFile(): Issue {
  return { code: 'empty-file', severity: 'error', at: '(file)', message: 'The file is empty.', hint: 'Check that it was saved or downloaded to its end.' };
}

function tooLarge(size: number): Issue {
  const mib = (n: number) => `${Math.ceil(n / 1024 / 1024)} MiB`;
  return { code: 'too-large', severity: 'error', at: '(file)', value: mib(size), message: `The file has ${mib(size)}; the largest that is read has ${mib(LARGEST_FILE)}.`, hint: 'Split it, or take out what is not needed.' };
}

function unknownFormat(): Issue {
  return { code: 'unknown-format', severity: 'error', at: '(file)', message: 'The content is of no format that is read here.', hint: `What is read: ${formats.map((f) => f.label).join(', ')}.` };
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
