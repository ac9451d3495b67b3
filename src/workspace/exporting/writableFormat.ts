import { formatOf, type Format } from '../../formats';
import { NotWritableError } from './notWritableError';

/**
 * A format that is written. The page loads this file, and the registry of formats with it, when something is written.
 * Throws `NotWritableError`.
 */
export function writableFormat(id: string): Format {
  const format = formatOf(id);
  if (!format?.write) throw new NotWritableError(id);
  return format;
}
