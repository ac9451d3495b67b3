import { isOfTheEngine, unexpectedText } from '../../model';

/** What an error says to the user. What the engine says goes into the log, and a sentence stands in its place. */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (!isOfTheEngine(error)) return error.message;
  console.error(error);
  return unexpectedText(error);
}
