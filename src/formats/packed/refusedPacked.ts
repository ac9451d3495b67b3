import type { PackedFileError } from '../../packed';
import type { Reading } from '../format';
import { refused } from '../report';

/** The reading of a packed file that is refused. */
export function refusedPacked({ fault: code, at, message }: PackedFileError): Reading {
  const hint = 'Get the file again, or pack the data anew.';
  return refused('throughline-packed', 'dataset', [{ code, severity: 'error', at, message, hint }]);
}
