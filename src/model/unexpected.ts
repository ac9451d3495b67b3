/**
 * An error that nobody expected, as a sentence for a person: what it means where that can be told, and what to do. What the engine says
 * ("Cannot read properties of undefined") is for whoever mends it, and belongs into the log.
 */
export function unexpectedText(cause: unknown): string {
  if (isOutOfMemory(cause)) return 'It needs more memory than there is. Close other files, or open a smaller part of it.';
  if (cause instanceof TypeError && /fetch|network|load failed/i.test(cause.message)) return 'The server cannot be reached. Check that it is running, and try again.';
  if (cause instanceof RangeError && /call stack/i.test(cause.message)) return 'It nests deeper than can be followed. Please report this, with the file.';
  return 'The program made a mistake. Please report this, with the file and what you did.';
}

/** The names of errors that a JavaScript engine throws by itself: what they say is for whoever mends the program. */
const OF_THE_ENGINE: ReadonlySet<string> = new Set(['TypeError', 'RangeError', 'ReferenceError', 'SyntaxError', 'URIError', 'EvalError', 'InternalError']);

/** Whether an error is one that the engine throws by itself, of whatever realm: a mistake of the program, or a lack of memory. */
export function isOfTheEngine(error: unknown): boolean {
  return error instanceof Error && OF_THE_ENGINE.has(error.name);
}

/** Whether an error says that there is no memory left, in the words of any engine. */
function isOutOfMemory(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false;
  return /out of memory|allocation (failed|size)|invalid (string|array|typed array|array buffer) length|array buffer allocation|cannot create a string longer/i.test(cause.message) || ('code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY');
}
