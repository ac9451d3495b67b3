import {
  formats, guessFormat, HEAD_BYTES, isCheckSheet, previewTables, READ_LIMITS, readCheckSheet, readFile, ReadLimitError, readFolder,
  sourceOfBlob, unpackedFiles,
  unpackedSource,
  type CheckSheetReading, type FileSource, type Format, type Reading, type Report, type TablePreview,
} from '../../formats';
import type { Issue } from '../../model';
import type { CallOptions } from '../../store';
import { filesOf } from './folderFiles';
import { CHECK_SHEET, isOfTables, TABLES } from './tablesFormat';
import type { FileLook, FileRead, FolderFile, UserSource } from '../platform';

/** A larger text is previewed from its beginning, in bytes (4 MiB); a packed one has to be unpacked as a whole. */
const PREVIEWED = 4 * 1024 * 1024;
/** A guess below this is no more than a suspicion, 0–1. */
const SUSPICION = 0.35;
/** Two guesses nearer to each other than this do not tell which is right. */
const TOO_NEAR = 0.05;

/** What a file is, or several that were chosen together, on whatever thread it is called. */
export async function lookAt(source: UserSource, ask: CallOptions = {}): Promise<FileLook> {
  if (source.kind === 'folder') return lookAtFolder(source, ask);
  const plain = await withinLimits(() => unpackedSource(dataOf(source), READ_LIMITS, ask.signal));
  if (plain === undefined) return BEYOND_LIMITS;
  const { source: data, issue } = plain;
  const name = data.name ?? source.name;
  const head = await data.head(HEAD_BYTES);
  const format = source.format ?? guessFormat(head, name)?.id;
  if (!isOfTables(format))
    return { ...(format === undefined ? {} : { format }), doubtful: source.format === undefined && isDoubtful(head, name), seen: 1 };
  const { bytes, seen } = await beginning(data, head);
  const preview = await withinLimits(() => previewTables(bytes, { name, ...(source.mapping ? { mapping: source.mapping } : {}), ...ask }));
  if (preview === undefined) return BEYOND_LIMITS;
  if (isCheckSheet(preview.tables)) return { format: CHECK_SHEET, doubtful: false, seen };
  return { format: TABLES, doubtful: false, preview: issue ? doubted(preview, [issue]) : preview, seen };
}

/** The ticks of a check sheet. */
export async function ticksIn(source: UserSource, ask: CallOptions = {}): Promise<CheckSheetReading> {
  if (source.kind === 'folder') return readCheckSheet(await filesOf(source.files), { name: source.name, ...ask });
  return readCheckSheet(await dataOf(source).bytes(), { name: source.name, ...ask });
}

/** What is said of files that pass a limit: reading them says which. */
const BEYOND_LIMITS: FileLook = { doubtful: false, seen: 1 };

/** What is found out of a file; undefined where it passes a limit. */
async function withinLimits<T>(found: () => Promise<T>): Promise<T | undefined> {
  try {
    return await found();
  } catch (cause) {
    if (!(cause instanceof ReadLimitError)) throw cause;
    return undefined;
  }
}

function doubted(preview: TablePreview, issues: readonly Issue[]): TablePreview {
  return { ...preview, doubts: [...issues, ...preview.doubts] };
}

/** Reads a file, or several, to the end for the report alone. */
export async function countIn(source: UserSource, ask: CallOptions = {}): Promise<Report> {
  return (await readingOf(source, ask)).report;
}

/** The same for what it holds; nothing where it cannot be used, as the report says. */
export async function readIn(source: UserSource, ask: CallOptions = {}): Promise<FileRead> {
  const { dataset, report, charts } = await readingOf(source, ask);
  const { entities = [], relationships = [], sources = [] } = dataset ?? {};
  return { part: { entities, relationships, sources }, report, ...(charts ? { charts } : {}) };
}

/** A file, or several, read to the end. */
export async function readingOf(source: UserSource, ask: CallOptions): Promise<Reading> {
  const { format, mapping } = source;
  const options = { ...(format === undefined ? {} : { format }), ...(mapping ? { mapping } : {}), ...ask };
  return source.kind === 'folder'
    ? readFolder(await filesOf(source.files), { name: source.name, ...options })
    : readFile(dataOf(source), options);
}

async function lookAtFolder(source: Extract<UserSource, { kind: 'folder' }>, ask: CallOptions): Promise<FileLook> {
  const { known, unknown } = source.format === undefined ? await formatsIn(source.files, ask.signal) : { known: [], unknown: [] };
  if (known.length === 1) return { only: known[0]!.file, unknown, doubtful: false, seen: 1 };
  const format = source.format ?? formatOfMost(known);
  if (!isOfTables(format)) return { ...(format === undefined ? {} : { format }), unknown, doubtful: false, seen: 1 };
  const { files, issues } = await unpackedFiles(await filesOf(source.files), ask.signal ? { signal: ask.signal } : {});
  const preview = await withinLimits(() =>
    previewTables(files, { name: source.name, ...(source.mapping ? { mapping: source.mapping } : {}), ...ask }),
  );
  return preview === undefined
    ? { ...BEYOND_LIMITS, format: TABLES }
    : { format: TABLES, doubtful: false, preview: doubted(preview, issues), seen: 1 };
}

/** A file whose content a format claims. */
interface KnownFile {
  readonly file: FolderFile;
  readonly format: Format;
}

/** The files of which the format is known, and the names of the others. */
async function formatsIn(
  files: readonly FolderFile[], signal: AbortSignal | undefined,
): Promise<{ known: KnownFile[]; unknown: string[] }> {
  const known: KnownFile[] = [];
  const unknown: string[] = [];
  for (const file of files) {
    const plain = await withinLimits(() => unpackedSource(sourceOfBlob(file.blob, file.name), READ_LIMITS, signal));
    const format = plain && guessFormat(await plain.source.head(HEAD_BYTES), plain.source.name);
    if (format) known.push({ file, format });
    else unknown.push(file.name);
  }
  return { known, unknown };
}

/** The format that most files are of, among those that are published as a folder; at least two have to be of it. */
function formatOfMost(known: readonly KnownFile[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { format } of known) if (format.readFolder) counts.set(format.id, (counts.get(format.id) ?? 0) + 1);
  const [first] = [...counts].sort((a, b) => b[1] - a[1]);
  return first && first[1] > 1 ? first[0] : undefined;
}

/** The bytes of a file of the user's. */
function dataOf({ blob, name }: Extract<UserSource, { kind: 'file' }>): FileSource {
  return sourceOfBlob(blob, name);
}

/** As much of a file as a preview needs: of a long text its beginning, to the end of a line. */
async function beginning(data: FileSource, head: Uint8Array): Promise<{ bytes: Uint8Array; seen: number }> {
  const packed = head[0] === 0x50 && head[1] === 0x4b;
  if (packed || data.size <= PREVIEWED) return { bytes: await data.bytes(), seen: 1 };
  const bytes = await data.head(PREVIEWED);
  const end = bytes.lastIndexOf(0x0a) + 1;
  const cut = end > 0 ? bytes.subarray(0, end) : bytes;
  return { bytes: cut, seen: cut.length / data.size };
}

function isDoubtful(head: Uint8Array, name: string): boolean {
  const [first = 0, second = 0] = formats.map((f) => f.guess(head, name)).sort((a, b) => b - a);
  return first < SUSPICION || first - second < TOO_NEAR;
}
