import { shown, unexpectedText, type Issue } from '../model';
import type { Format } from './format';
import type { UnreadableFileError } from './fileSource';
import { mib } from './limits';
import { formats } from './registry';

export function emptyFile(): Issue {
  return { code: 'empty-file', severity: 'error', at: '(file)', message: 'The file is empty.', hint: 'Check that it was saved or downloaded to its end.' };
}

export function tooLarge(size: number, largest: number): Issue {
  return { code: 'too-large', severity: 'error', at: '(file)', value: mib(size), message: `The file has ${mib(size)}; the largest of its format that is read has ${mib(largest)}.`, hint: 'Split it, or take out what is not needed.' };
}

export function unreadable({ message }: UnreadableFileError): Issue {
  return { code: 'unreadable-file', severity: 'error', at: '(file)', value: shown(message), message: 'The file cannot be read any more: it was moved, changed or locked after it was chosen.', hint: 'Choose it again.' };
}

export function unknownFormat(): Issue {
  return { code: 'unknown-format', severity: 'error', at: '(file)', message: 'The content is of no format that is read here.', hint: `What is read: ${formats.filter((f) => !f.writeOnly).map((f) => f.label).join(', ')}.` };
}

export function noFolder(): Issue {
  return { code: 'unknown-format', severity: 'error', at: '(folder)', message: 'No files of a format that is published as a folder are in it.', hint: `What is read as a folder: ${formats.filter((f) => f.readFolder).map((f) => f.label).join(', ')}. Open other files one by one.` };
}

export function noSuchFormat(id: string): Issue {
  return { code: 'unknown-format', severity: 'error', at: '(options)', value: shown(id), message: 'There is no format of this name.', hint: `Formats: ${formats.map((f) => f.id).join(', ')}.` };
}

/** A reader threw: it has a defect, or there was no memory left. */
export function readerFailed(format: Format, cause: unknown): Issue {
  return { code: 'reader-failed', severity: 'error', at: '(file)', value: format.id, message: `The reader of "${format.label}" failed on this file: ${unexpectedText(cause)}`, hint: 'Nothing was opened.' };
}
