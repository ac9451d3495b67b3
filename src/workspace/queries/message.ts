import { errorText, isUnexpected } from '../../model';

/** What an error says to the user. What none of our own errors says goes into the log, and a sentence stands in its place. */
export function messageOf(error: unknown): string {
  if (typeof error !== 'string' && isUnexpected(error)) console.error(error);
  return errorText(error);
}
