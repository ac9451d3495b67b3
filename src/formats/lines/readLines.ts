import { DATASET_FORMAT, inTurns, readDatasetStepwise } from '../../model';
import type { FileSource } from '../fileSource';
import type { Reading, ReadOptions } from '../format';
import { limitIssue, limitsOf, mib, ReadLimitError } from '../limits';
import { datasetReading, refused } from '../report';
import { HALF_CHARACTERS } from '../text';
import { eachRecordLine, LineError, type LineKind } from './recordLines';

/** What a record takes in memory at least, in bytes. */
const RECORD = 300;

/** Nothing takes checked records where values are taken as they are. */
const UNCHECKED = () => undefined;

/**
 * Reads a file of lines as one dataset, held to the same rules as one in a single JSON text. Throws `ReadLimitError` where that takes more
 * memory than a reading may: such a file is packed.
 */
export async function readLines(source: FileSource, options: ReadOptions): Promise<Reading> {
  const lists: Record<LineKind, unknown[]> = { source: [], entity: [], relationship: [] };
  let head: unknown = {};
  let halves = false;
  const { held } = limitsOf(options.limits);
  const value = (kind: LineKind | 'head', read: unknown, repaired: boolean) => {
    halves ||= repaired;
    if (kind === 'head') head = read;
    else lists[kind].push(read);
  };
  const pause = async () => {
    const records = lists.entity.length + lists.relationship.length;
    if (records * RECORD <= held) return;
    const message = `The records take more than the ${mib(held)} of memory that a reading may; ${records} were read by then.`;
    const hint = 'Pack it (throughline pack), and open what comes of that.';
    throw new ReadLimitError(limitIssue('too-much', '(file)', `${records} records`, message, hint));
  };
  try {
    await eachRecordLine(source, { head: UNCHECKED, source: UNCHECKED, entity: UNCHECKED, relationship: UNCHECKED, value, pause }, options);
  } catch (cause) {
    if (!(cause instanceof LineError)) throw cause;
    const { line, message } = cause;
    const hint = 'Correct the line, or write the file anew.';
    const issue = { code: 'bad-line', severity: 'error' as const, at: `line ${line}`, message, hint };
    return refused('throughline-lines', 'dataset', [issue]);
  }
  const { source: sources, entity: entities, relationship: relationships } = lists;
  const whole = { ...(head as object), format: DATASET_FORMAT, sources, entities, relationships };
  const { dataset, issues } = await inTurns(readDatasetStepwise(whole), options.signal ? { signal: options.signal } : {});
  const told = halves ? [HALF_CHARACTERS, ...issues] : issues;
  return dataset ? datasetReading('throughline-lines', dataset, told) : refused('throughline-lines', 'dataset', told);
}
