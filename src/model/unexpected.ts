/** What a browser means by an error of its own, by the error's name. */
const BROWSER_SAYS: Readonly<Record<string, string>> = {
  QuotaExceededError: 'There is no room left for it in this browser. Free some space, or allow more of it for this page.',
  NotAllowedError: 'The browser does not allow this. Look up what it allows this page to do.',
  SecurityError: 'The browser does not allow this. Look up what it allows this page to do.',
  NotFoundError: 'It is not there any more. Choose it again.',
  NotReadableError: 'The file cannot be read any more: it was moved, changed or locked. Choose it again.',
  TimeoutError: 'It took too long. Try again.',
};

/**
 * An error that nobody expected, as a sentence for a person: what it means where that can be told, and what to do. What the engine says
 * ("Cannot read properties of undefined") is for whoever mends it, and belongs into the log.
 */
export function unexpectedText(cause: unknown): string {
  if (isOutOfMemory(cause)) return 'It needs more memory than there is. Close other files, or open a smaller part of it.';
  if (cause instanceof TypeError && /fetch|network|load failed|loading dynamically|importing a module/i.test(cause.message))
    return 'The server cannot be reached. Check that it is running, and try again.';
  if (cause instanceof RangeError && /call stack/i.test(cause.message))
    return 'It nests deeper than can be followed. Please report this, with the file.';
  if (isOfTheBrowser(cause))
    return BROWSER_SAYS[cause.name] ?? 'The browser could not do this, and does not say why. Reload the page, and try again.';
  return 'The program made a mistake. Please report this, with the file and what you did.';
}

/**
 * What an error says to a person: our own errors say it themselves, a sentence stands in place of what any other says. Those want logging:
 * see `isUnexpected`.
 */
export function errorText(error: unknown): string {
  if (typeof error === 'string') return error;
  return isUnexpected(error) ? unexpectedText(error) : (error as Error).message;
}

/** The names of errors whose words are for whoever mends the program: those that an engine or a library throws, and errors of no name. */
const FOR_MENDING: ReadonlySet<string> = new Set([
  'Error', 'TypeError', 'RangeError', 'ReferenceError', 'SyntaxError', 'URIError', 'EvalError', 'InternalError', 'AggregateError',
  'ZodError', '$ZodError',
]);

/**
 * Whether an error is none of our own: one that the engine, the browser or a library throws by itself, of whatever realm.
 * Every error of ours has a name of its own.
 */
export function isUnexpected(error: unknown): boolean {
  return !(error instanceof Error) || FOR_MENDING.has(error.name) || isOfTheBrowser(error);
}

function isOfTheBrowser(error: unknown): error is DOMException {
  return typeof DOMException !== 'undefined' && error instanceof DOMException;
}

/** Whether an error says that there is no memory left, in the words of any engine. */
function isOutOfMemory(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false;
  return (
    /out of memory|allocation (failed|size)|invalid (string|array|typed array|array buffer) length|array buffer allocation|cannot create a string longer/i.test(
      cause.message,
    )
    || ('code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY')
  );
}
