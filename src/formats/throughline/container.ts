import { shown, type Issue } from '../../model';
import { decodeText } from '../text/decodeText';
import type { Reading, ReadOptions } from '../format';
import { refused } from '../report';
import { readText } from './readThroughline';

/** The keyword and id under which a picture or page carries its snapshot. */
export const SNAPSHOT_KEY = 'throughline-snapshot';

/** The snapshot's JSON that a picture or page carries, or why it gives none. */
export type EmbeddedSnapshot = { json: string; issue?: undefined } | { json?: undefined; issue: Issue };

/** Reads the snapshot that a file carries; lines and columns inside it would mean nothing to the user. Rejects when cancelled. */
export async function readEmbedded(format: string, carried: EmbeddedSnapshot, options: ReadOptions): Promise<Reading> {
  if (carried.issue) return refused(format, 'snapshot', [carried.issue]);
  return readText(carried.json, { ...options, format, places: false });
}

/** Reads the snapshot in a file that is text. */
export async function readCarriedInText(
  format: string, bytes: Uint8Array, extract: (text: string) => EmbeddedSnapshot, options: ReadOptions,
): Promise<Reading> {
  const decoded = decodeText(bytes);
  if (decoded.issue) return refused(format, 'snapshot', [decoded.issue]);
  return readEmbedded(format, extract(decoded.text), options);
}

/** A sound picture or page that Throughline did not make, or that lost its data on the way. */
export function noSnapshot(what: string): EmbeddedSnapshot {
  const hint =
    'Open one that Throughline wrote, as it wrote it: image editors and messengers take the data out. '
    + 'Else open the dataset or its JSON snapshot.';
  return {
    issue: { code: 'no-snapshot', severity: 'error', at: '(file)', message: `This ${what} carries no Throughline snapshot.`, hint },
  };
}

/** A file that breaks the rules of its container. */
export function damaged(what: string, at: string, why: string, value?: unknown): EmbeddedSnapshot {
  const issue: Issue = {
    code: 'damaged-file', severity: 'error', at, message: `The ${what} is damaged: ${why}`, hint: 'Take or download it again.',
  };
  return { issue: value === undefined ? issue : { ...issue, value: shown(value) } };
}

/**
 * What stands inside the first element of this name whose id is `throughline-snapshot`, from after its tag to
 * its closing tag, as it is written; undefined where there is none. Cost O(text).
 */
export function elementText(text: string, element: string): string | undefined {
  const open = new RegExp(`<${element}(?=[\\s>])`, 'gi');
  for (let found = open.exec(text); found; found = open.exec(text)) {
    const end = text.indexOf('>', found.index);
    if (end === -1) return undefined;
    open.lastIndex = end;
    if (!text.slice(found.index, end).includes(SNAPSHOT_KEY)) continue;
    const close = text.indexOf(`</${element}`, end);
    return close === -1 ? undefined : text.slice(end + 1, close);
  }
  return undefined;
}
