import { snapshot as schema, type Snapshot } from '../../model';
import { canonicalJson } from './canonicalJson';

/** A snapshot as the text of its file, canonical as a dataset's is; positions are ordered by entity id. */
export function writeSnapshot(snapshot: Snapshot): string {
  return canonicalJson(snapshot, schema);
}
