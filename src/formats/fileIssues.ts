import { shown, unexpectedText, type Issue } from '../model';
import type { Format } from './format';
import type { UnreadableFileError } from './fileSource';
import { mib } from './limits';
import { formats } from './registry';

/** How many files a message names. */
const NAMED = 20;

export function emptyFile(): Issue {
  return {
    code: 'empty-file', severity: 'error', at: '(file)', message: 'The file is empty.',
    hint: 'Check that it was saved or downloaded to its end.',
  };
}

export function tooLarge(size: number, largest: number): Issue {
  return {
    code: 'too-large', severity: 'error', at: '(file)', value: mib(size),
    message: `The file has ${mib(size)}; the largest of its format that is read has ${mib(largest)}.`,
    hint: 'Split it, or take out what is not needed.',
  };
}

export function unreadable({ message }: UnreadableFileError): Issue {
  return {
    code: 'unreadable-file', severity: 'error', at: '(file)', value: shown(message),
    message: 'The file cannot be read any more: it was moved, changed or locked after it was chosen.', hint: 'Choose it again.',
  };
}

export function unknownFormat(): Issue {
  return {
    code: 'unknown-format', severity: 'error', at: '(file)', message: 'The content is of no format that is read here.',
    hint: `What is read: ${labelsOf((f) => !f.writeOnly)}.`,
  };
}

/** Files that are read as a folder by no format; each is named with what it is. */
export function noFolder(files: readonly { name: string; format?: Format | undefined }[]): Issue {
  const listed = files
    .slice(0, NAMED)
    .map(({ name, format }) => `${shown(name)}: ${format ? format.label : 'of no format that is read here'}`);
  const more = files.length > NAMED ? `; and ${files.length - NAMED} more` : '';
  return {
    code: 'unknown-format',
    severity: 'error',
    at: '(folder)',
    message: `These files are not published as a folder, so none was read (${listed.join('; ')}${more}).`,
    hint: `What is read as a folder: ${labelsOf((f) => f.readFolder !== undefined)}. Open other files one by one.`,
  };
}

/** A file of a folder that the format of the rest does not read. */
export function leftOut(name: string, format: Format, own: Format | undefined): Issue {
  return {
    code: 'file-left-out',
    severity: 'warning',
    at: name,
    value: own?.id ?? 'unknown',
    message: own
      ? `This file was left out: it is “${own.label}”, and the others are “${format.label}”.`
      : 'This file was left out: it is of no format that is read here.',
    hint: own ? 'Open it by itself, or add it to what is open.' : 'Save it in a format that is read, or take it out.',
  };
}

function labelsOf(chosen: (format: Format) => boolean): string {
  return formats.filter(chosen).map((f) => f.label).join(', ');
}

export function noSuchFormat(id: string): Issue {
  return {
    code: 'unknown-format', severity: 'error', at: '(options)', value: shown(id), message: 'There is no format of this name.',
    hint: `Formats: ${formats.map((f) => f.id).join(', ')}.`,
  };
}

/** A reader threw: it has a defect, or there was no memory left. */
export function readerFailed(format: Format, cause: unknown): Issue {
  return {
    code: 'reader-failed', severity: 'error', at: '(file)', value: format.id,
    message: `The reader of "${format.label}" failed on this file: ${unexpectedText(cause)}`, hint: 'Nothing was opened.',
  };
}
