import { SameEntityError } from '../analysis';
import { isUnexpected, unexpectedText } from '../model';
import { UnknownEntityError } from './graphStore';

/** An error as it travels between threads and machines. */
export interface PlainError {
  name: string;
  message: string;
  /** The id that an `UnknownEntityError` or `SameEntityError` is about. */
  id?: string;
}

/** The store behind the interface failed or cannot be reached; the question may be asked again. */
export class StoreFailedError extends Error {
  override readonly name = 'StoreFailedError';
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
  }
}

/** An answer would be made of more records than are read for one question. */
export class TooMuchAskedError extends Error {
  override readonly name = 'TooMuchAskedError';
  constructor(records: number, most: number);
  /** As it travelled. */
  constructor(message: string);
  constructor(records: number | string, most?: number) {
    super(
      typeof records === 'string'
        ? records
        : `The answer would be made of ${records} records, and at most ${most} are read for one question. `
          + `Ask about one entity, or narrow the filter.`,
    );
  }
}

/** What a store does not do with its data was asked for (`OWN_QUESTIONS`). */
export class FixedDataError extends Error {
  override readonly name = 'FixedDataError';
  constructor() {
    super(
      'Data on a server are only read here, and packed data are edited but neither matched nor handed out whole. '
      + 'Save what you see as data, and open that.',
    );
  }
}

/**
 * The worker that held the store has ended and answers nothing any more. `underWay`:
 * while the question was being answered, which may be what ended it.
 */
export class StoreLostError extends Error {
  override readonly name = 'StoreLostError';
  constructor(readonly underWay: boolean) {
    super(
      'The part of this page that holds the data has stopped. It may have run out of memory. The chart has not changed. '
      + 'Ask again: the data is then read again.',
    );
  }
}

/**
 * What travels of an error: never its stack. What none of our own errors says is logged where it was thrown,
 * and a sentence travels in its place.
 */
export function plainError(error: unknown): PlainError {
  if (isUnexpected(error)) {
    if (!isAbort(error)) console.error(error);
    return { name: 'StoreFailedError', message: unexpectedText(error) };
  }
  if (isAboutEntity(error)) return { name: error.name, message: error.message, id: error.id };
  const { name, message } = error as Error;
  return { name, message };
}

/** Whether a question was only cancelled. */
function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

/** The error that travelled, in the class that callers tell it by. */
export function restoredError({ name, message, id }: PlainError): Error {
  if (name === 'UnknownEntityError' && id !== undefined) return new UnknownEntityError(id);
  if (name === 'SameEntityError' && id !== undefined) return new SameEntityError(id);
  if (name === 'FixedDataError') return new FixedDataError();
  if (name === 'TooMuchAskedError') return new TooMuchAskedError(message);
  return new StoreFailedError(message);
}

/** Whether an error says what is wrong with a question, so that the asker can put it right. */
export function isAboutEntity(error: unknown): error is UnknownEntityError | SameEntityError {
  return error instanceof UnknownEntityError || error instanceof SameEntityError;
}
