import { unexpectedText } from '../../model';

/** The names of errors that a JavaScript engine throws by itself: what they say is for whoever mends the program. */
const OF_THE_ENGINE: ReadonlySet<string> = new Set(['TypeError', 'RangeError', 'ReferenceError', 'SyntaxError', 'URIError', 'EvalError', 'InternalError']);

/** What an error says to the user. What the engine says goes into the log, and a sentence stands in its place. */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (!OF_THE_ENGINE.has(error.name)) return error.message;
  console.error(error);
  return unexpectedText(error);
}
