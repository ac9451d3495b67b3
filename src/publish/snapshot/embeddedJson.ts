import { writeSnapshot } from '../../formats';
import type { Snapshot } from '../../model';

/** The snapshot's JSON on one line; the two non-characters that XML cannot hold are written as JSON escapes. */
export function embeddedJson(snapshot: Snapshot): string {
  return JSON.stringify(JSON.parse(writeSnapshot(snapshot))).replace(/[\ufffe\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16)}`);
}
