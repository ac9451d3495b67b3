import {
  CASE_FORMAT, DATASET_FORMAT, inTurns, readCaseStepwise, readDatasetStepwise, readSnapshotStepwise, shown, SNAPSHOT_FORMAT,
  type Dataset, type Issue, type Snapshot, type Steps,
} from '../../model';
import { decodeText } from '../text/decodeText';
import type { Reading, ReadOptions } from '../format';
import { limitsOf } from '../limits';
import { caseReading, datasetReading, refused, snapshotReading } from '../report';
import { HALF_CHARACTERS, wellFormedValue } from '../text';
import { withPlaces } from './issuePlaces';
import { parseJsonStepwise } from './parseJson';

/** Reads the bytes of a dataset or snapshot; which of the two, its `format` says. Rejects only when cancelled, with the signal's reason. */
export async function readThroughline(bytes: Uint8Array, options: ReadOptions): Promise<Reading> {
  const decoded = decodeText(bytes);
  if (decoded.issue) return refused('throughline', 'dataset', [decoded.issue]);
  options.signal?.throwIfAborted();
  options.onProgress?.(0.2);
  if (options.trusted) return trustedReading(JSON.parse(decoded.text));
  return readText(decoded.text, { format: 'throughline', places: true, ...options });
}

/**
 * What reading text takes: the format's id for the report, and whether lines and columns mean something to the user (not inside a picture).
 */
interface TextOptions extends ReadOptions {
  format: string;
  places: boolean;
}

/** Reads text as a dataset or snapshot, in turns. Rejects when cancelled. */
export function readText(text: string, options: TextOptions): Promise<Reading> {
  return inTurns(readTextStepwise(text, options), options.signal ? { signal: options.signal } : {});
}

function* readTextStepwise(text: string, { format, places, onProgress, limits }: TextOptions): Steps<Reading> {
  const parsed = yield* parseJsonStepwise(text, limitsOf(limits));
  if (parsed.issues) return refused(format, 'dataset', parsed.issues);
  onProgress?.(0.5);
  const { value, repaired } = wholeTexts(parsed.value, text);
  const reading = yield* readValue(value, format);
  if (repaired) reading.report.issues.unshift(HALF_CHARACTERS);
  onProgress?.(1);
  if (!places || reading.report.issues.length === 0) return reading;
  return { ...reading, report: { ...reading.report, issues: yield* withPlaces(reading.report.issues, value, text) } };
}

/** A text that was decoded has halves of characters only where it escapes them. */
function wholeTexts(value: unknown, text: string): { value: unknown; repaired: boolean } {
  return /\\u[dD][89a-fA-F]/.test(text) ? wellFormedValue(value) : { value, repaired: false };
}

function* readValue(value: unknown, format: string): Steps<Reading> {
  const wrong = formatIssue(value);
  if (wrong) return refused(format, 'dataset', [wrong]);
  if (isSnapshot(value)) {
    const { snapshot, issues } = yield* readSnapshotStepwise(value);
    return snapshot
      ? snapshotReading(format === 'throughline' ? 'throughline-snapshot' : format, snapshot, issues)
      : refused(format, 'snapshot', issues);
  }
  if (formatNamed(value) === CASE_FORMAT) {
    const { case: read, issues } = yield* readCaseStepwise(value);
    return read ? caseReading(format === 'throughline' ? 'throughline-case' : format, read, issues) : refused(format, 'case', issues);
  }
  const { dataset, issues } = yield* readDatasetStepwise(value);
  return dataset ? datasetReading(format, dataset, issues) : refused(format, 'dataset', issues);
}

/** Bundled files were held to the schema when they were bundled (a test reads them all untrusted). */
function trustedReading(value: unknown): Reading {
  return isSnapshot(value)
    ? snapshotReading('throughline-snapshot', value as Snapshot, [])
    : datasetReading('throughline', value as Dataset, []);
}

function formatNamed(value: unknown): unknown {
  return value !== null && typeof value === 'object' ? (value as { format?: unknown }).format : undefined;
}

function isSnapshot(value: unknown): boolean {
  return formatNamed(value) === SNAPSHOT_FORMAT;
}

function formatIssue(value: unknown): Issue | undefined {
  const issue = { code: 'unknown-format', severity: 'error', at: '(root)' } as const;
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    return {
      ...issue, value: shown(value), message: 'A dataset or snapshot is one JSON object.',
      hint: `It begins { "format": "${DATASET_FORMAT}", … }.`,
    };
  }
  const named = formatNamed(value);
  if (named === DATASET_FORMAT || named === SNAPSHOT_FORMAT || named === CASE_FORMAT) return undefined;
  if (named === undefined)
    return {
      ...issue, message: 'The object has no "format", so it cannot be told what it is.',
      hint: `Add "format": "${DATASET_FORMAT}" if it is a dataset.`,
    };
  const newer = typeof named === 'string' && /^throughline(-snapshot|-case)?\/\d+$/.test(named);
  return {
    ...issue,
    code: newer ? 'newer-format' : 'unknown-format',
    at: 'format',
    value: shown(named),
    message: newer ? 'The file was written by another version of Throughline.' : 'This is no format of Throughline.',
    hint: newer
      ? 'Open it with that version, or update this one.'
      : `It should say "${DATASET_FORMAT}", "${CASE_FORMAT}" or "${SNAPSHOT_FORMAT}".`,
  };
}
