import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex } from '@noble/hashes/utils';
import { zipSync, type Zippable } from 'fflate';
import type { Case, CapturedFile, Issue, Source } from '../../model';
import { DatasetBuilder } from '../builder';
import type { CarriedFile, Reading, ReadOptions, Writing } from '../format';
import { mib, READ_LIMITS } from '../limits';
import { zipEntries } from '../records';
import { refused, withFirst } from '../report';
import { readThroughline } from './readThroughline';
import { writeCase } from './writeCase';

/** What the case is called in the zip, and where the captured files are: each below its hash, under its own name. */
const CASE_NAME = 'case.json';
const FILES = 'files/';
const FORMAT = 'throughline-case-zip';
/** What a file of the zip is dated, so that the same case gives the same bytes: the earliest that a zip can say. */
const NO_DATE = new Date(1980, 0, 1);
/** How much of the zip is left for the case itself and the directory, in bytes (16 MiB). */
const BESIDE_FILES = 16 * 1024 * 1024;

/**
 * A case with the files that its sources were read from, those of `files` by their SHA-256; the same bytes for the same case. A file that
 * is not at hand, or for which there is no room in what can be read again, is told; its hash stays in the case.
 */
export function writeCaseZip(one: Case, files: ReadonlyMap<string, Uint8Array> = new Map()): Writing {
  const packed: Zippable = { [CASE_NAME]: [new TextEncoder().encode(writeCase(one)), { level: 6, mtime: NO_DATE }] };
  const issues: Issue[] = [];
  let [size, count] = [0, 1];
  for (const [hash, { source, file }] of [...captured(one.dataset.sources)].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const bytes = files.get(hash);
    if (!bytes || bytesToHex(sha256(bytes)) !== hash) issues.push(notCarried(source, file, 'is not at hand'));
    else if (count === READ_LIMITS.entries || size + bytes.length > READ_LIMITS.file - BESIDE_FILES)
      issues.push(notCarried(source, file, `does not fit: a case and its files have at most ${mib(READ_LIMITS.file)} together`));
    else {
      // Papers and pictures are packed already.
      packed[`${FILES}${hash}/${safeName(file.name)}`] = [bytes, { level: 0, mtime: NO_DATE }];
      [size, count] = [size + bytes.length, count + 1];
    }
  }
  return { bytes: zipSync(packed), issues };
}

/** The captured files that sources name, by hash, each with the first that names it. */
function captured(sources: readonly Source[]): Map<string, { source: Source; file: CapturedFile }> {
  const found = new Map<string, { source: Source; file: CapturedFile }>();
  for (const source of sources)
    if (source.file && !found.has(source.file.sha256)) found.set(source.file.sha256, { source, file: source.file });
  return found;
}

function notCarried({ id, title }: Source, { name }: CapturedFile, why: string): Issue {
  return {
    code: 'lost-file', severity: 'warning', at: `source ${id}`, value: name.slice(0, 80),
    message: `The file “${name}” of “${title}” ${why}; the case has its hash alone.`,
    hint: 'Open the file beside the chart (B), and keep it with the case.',
  };
}

/** No path of the zip leads anywhere, whatever a file was called. */
function safeName(name: string): string {
  const safe = name.replace(/[^\p{L}\p{N}._ ()-]/gu, '_').replace(/^[._ ]+/, '').slice(0, 120);
  return safe === '' ? 'file' : safe;
}

/**
 * Reads such a case. Each file is held against the hash in its path: one that was changed is told and left out, and so is one that no
 * source names. Never throws for what the bytes hold but `ReadLimitError`.
 */
export async function readCaseZip(bytes: Uint8Array, options: ReadOptions): Promise<Reading> {
  const builder = new DatasetBuilder(FORMAT, options);
  const entries = zipEntries(bytes, builder, (name) => name === CASE_NAME || name.startsWith(FILES));
  const text = await entries.find(({ name }) => name === CASE_NAME)?.unpack();
  if (!text) return refused(FORMAT, 'case', [...builder.issues(), noCase()]);
  const reading = await readThroughline(text, { ...options, trusted: false });
  const { dataset, report } = reading;
  if (!dataset) return { ...reading, format: FORMAT, report: { ...report, format: FORMAT } };
  const named = captured(dataset.sources);
  const files: CarriedFile[] = [];
  for (const entry of entries) {
    if (entry.name === CASE_NAME) continue;
    const hash = entry.name.slice(FILES.length).split('/')[0]!;
    const found = named.get(hash);
    if (!found) builder.add(unknownFile(entry.name));
    else {
      const content = await entry.unpack();
      if (!content) continue;
      if (bytesToHex(sha256(content)) !== hash) builder.add(changedFile(entry.name, found));
      else files.push({ ...found.file, content });
      if (builder.turnIsOver) await builder.pause();
    }
  }
  const there = new Set(files.map((f) => f.sha256));
  for (const [hash, { source, file }] of named)
    if (!there.has(hash) && !entries.some(({ name }) => name.startsWith(`${FILES}${hash}/`))) builder.add(missingFile(source, file));
  const whole = { ...reading, format: FORMAT, files, report: { ...report, format: FORMAT } };
  return builder.issues().reduceRight(withFirst, whole);
}

function noCase(): Issue {
  return {
    code: 'no-case', severity: 'error', at: '(file)', message: `The zip has no ${CASE_NAME} that can be read.`,
    hint: 'Take or download it again.',
  };
}

function changedFile(at: string, { source: { title }, file: { name } }: { source: Source; file: CapturedFile }): Issue {
  return {
    code: 'changed-file', severity: 'warning', at, value: name.slice(0, 80),
    message: `The file “${name}” of “${title}” is not the one that was captured: its hash is another. It was left out.`,
    hint: 'Find out who changed it, and capture the file anew if the source still says what is quoted.',
  };
}

function unknownFile(at: string): Issue {
  return {
    code: 'unknown-file', severity: 'warning', at, message: 'No source of the case was read from this file; it was left out.',
    hint: 'Keep it beside the case, or capture it for its source.',
  };
}

function missingFile({ id, title }: Source, { name }: CapturedFile): Issue {
  return {
    code: 'missing-file', severity: 'warning', at: `source ${id}`, value: name.slice(0, 80),
    message: `The file “${name}” of “${title}” is not in the zip; the case has its hash alone.`,
    hint: 'Open the file beside the chart (B), and keep it with the case.',
  };
}
