import { slugOf } from '../../entry';
import { writeCase } from '../../formats';
import { emptyCase } from '../../model';
import type { UserSource } from '../platform';

/** The file of a case with nothing in it, as if it had been opened from disk. */
export function newCaseFile(title: string): UserSource {
  const id = slugOf(title, 'case');
  return { kind: 'file', name: `${id}.case.json`, blob: new Blob([writeCase(emptyCase(title, id))], { type: 'application/json' }) };
}
