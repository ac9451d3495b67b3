import { mappingKey, type TableMapping, type TablePreview } from '../../formats';
import { openImported } from '../loading';
import type { FileLook, FolderFile, UserSource } from '../platform';
import type { Session } from '../session';
import { keptMapping } from './keptMappings';
import { countReading } from './reading';
import { remarkInPassing } from './remarkInPassing';
import { CHECK_SHEET, TABLES } from './tablesFormat';

/**
 * Opens a file of the user's, or several as one dataset. One of tables is opened once it is settled what its columns
 * mean: at once where files of its shape were read before, else when the user has said so. Nothing is replaced before.
 */
export async function importFile(
  session: Session, source: UserSource, as: Session['importedAs'] = 'instead', handle?: unknown,
): Promise<void> {
  if (source.kind === 'file' && as !== 'rows' && (await isTrayFile(source.blob)))
    return (await import('../proposals')).openTray(session, source);
  session.imported = source;
  session.importedHandle = handle;
  session.importedAs = as;
  const look = await session.job('open', `Looking at ${source.name}`, (ask) => session.deps.files.look(source, ask));
  if (as === 'rows') return askAboutRows(session, source, look);
  if (look.format === CHECK_SHEET) return (await import('../checking/takeSheet')).takeSheet(session, source);
  if (look.preview) return importTables(session, source, look, look.preview);
  if (source.kind === 'folder' && look.only) return importOnly(session, look.only, look.unknown ?? [], as);
  if (source.kind === 'folder' && look.format === undefined) return notTogether(session, source, look.unknown ?? []);
  await openImported(session, source, { doubtful: look.doubtful });
}

/** Whether a file is a review tray: what it holds is shown beside the chart, and takes the place of nothing. */
async function isTrayFile(blob: Blob): Promise<boolean> {
  return /^\s*\{\s*"format"\s*:\s*"throughline-proposals\//.test(await blob.slice(0, 100).text());
}

/**
 * Opens several files that were chosen together: one by itself, several as one dataset if they are published so or are
 * tables. Here is where files that do not belong together could be taken one after another.
 */
export async function importFiles(session: Session, files: readonly FolderFile[], as: Session['importedAs'] = 'instead'): Promise<void> {
  const [first, ...more] = files;
  if (!first) return;
  if (more.length === 0) return importFile(session, { kind: 'file', name: first.name, blob: first.blob }, as, first.handle);
  return importFile(session, { kind: 'folder', name: folderName(files), files: files.map(({ name, blob }) => ({ name, blob })) }, as);
}

/** Reads the file that was imported last, or is open, as a format of the user's choice. */
export async function readAs(session: Session, format: string): Promise<void> {
  const source = session.imported ?? openFileOf(session);
  if (!source) return session.notify('error', 'The file is no longer available. Choose it again.');
  session.set({ report: undefined });
  const { mapping: _, ...rest } = source;
  await importFile(session, { ...rest, format }, session.importedAs);
}

/** Asks once more what the columns of the file mean that is open. */
export async function changeMapping(session: Session): Promise<void> {
  const source = openFileOf(session);
  if (!source?.mapping)
    return session.notify(
      'error',
      session.source?.kind === 'combined'
        ? 'The column mapping of a file cannot be changed while several files are open together. Open it alone.'
        : 'No table is open.',
    );
  session.imported = source;
  session.importedAs = 'instead';
  const look = await session.job('open', `Looking at ${source.name}`, (ask) => session.deps.files.look(source, ask));
  if (look.preview) ask(session, source, look, look.preview, { remembered: true, again: true });
}

/** Rows that were pasted are looked at before they are entered, whatever is known of their shape. */
async function askAboutRows(session: Session, source: UserSource, look: FileLook): Promise<void> {
  if (!look.preview) return session.notify('error', 'What was pasted is no table: copy the cells with their columns, two rows or more.');
  const known = await keptMapping(session.deps.keep, mappingKey(look.preview));
  const preview = known ? { ...look.preview, mapping: namedAs(known, look.preview) } : look.preview;
  ask(session, source, look, preview, { remembered: known !== undefined, again: false });
}

async function importTables(session: Session, source: UserSource, look: FileLook, preview: TablePreview): Promise<void> {
  const known = await keptMapping(session.deps.keep, mappingKey(preview));
  if (!known) return ask(session, source, look, preview, { remembered: false, again: false });
  const mapping = namedAs(known, preview);
  const { unknownValues } = await import('./tableValues');
  // Values that nobody has seen before are asked about, however often files of this shape were read.
  if (unknownValues(mapping, preview.tables).length > 0)
    return ask(session, source, look, { ...preview, mapping }, { remembered: true, again: false });
  const opened = await openImported(session, { ...source, format: TABLES, mapping });
  if (!opened) return;
  remarkInPassing(session);
  session.notify(
    'info', `“${source.name}” was imported with the saved column mapping.`,
    ...(session.importedAs === 'instead' ? [{ label: 'Change mapping…', command: 'changeMapping' }] : []),
  );
}

function ask(
  session: Session, source: UserSource, { seen }: FileLook, preview: TablePreview,
  { remembered, again }: { remembered: boolean; again: boolean },
): void {
  session.set({
    report: undefined,
    reading: {
      file: source.name, preview, mapping: preview.mapping, seen, remembered, again, keys: [mappingKey(preview)], counting: false,
      ...(session.importedAs === 'rows' ? { asRows: true as const } : {}),
    },
  });
  session.setView({ dialog: undefined });
  void countReading(session);
}

/** Sheets and files of the same shape may be called otherwise; the tables are the same ones in the same order. */
function namedAs(mapping: TableMapping, { tables }: TablePreview): TableMapping {
  return { ...mapping, tables: mapping.tables.map((one, i) => ({ ...one, name: tables[i]?.name ?? one.name })) };
}

function openFileOf({ source }: Session): UserSource | undefined {
  return source?.kind === 'file' || source?.kind === 'folder' ? source : undefined;
}

/** The folder that all lie in, else how many there are. */
function folderName(files: readonly FolderFile[]): string {
  const [top] = files[0]!.name.split('/');
  return files.every(({ name }) => name.startsWith(`${top!}/`)) ? top! : `${files.length} files`;
}

/** Of several files the one that is of any format is opened; which are not is said. */
async function importOnly(
  session: Session, { name, blob }: FolderFile, unknown: readonly string[], as: Session['importedAs'],
): Promise<void> {
  await importFile(session, { kind: 'file', name, blob }, as);
  session.notify('info', `${unknownText(unknown)} Only “${name}” was taken.`);
}

/** Files that are of no format that is published as a folder: nothing is opened. */
function notTogether(session: Session, { files }: Extract<UserSource, { kind: 'folder' }>, unknown: readonly string[]): void {
  session.imported = undefined;
  const why = unknown.length > 0 ? ` ${unknownText(unknown)}` : '';
  session.notify(
    'error',
    `These ${files.length} files do not belong to one dataset that is read as a folder (ICIJ, GLEIF, tables). `
    + `Nothing was opened.${why}${unknown.length < files.length ? ' Open the files one by one.' : ''}`,
  );
}

/** How many names a sentence has room for. */
const NAMED = 3;

function unknownText(names: readonly string[]): string {
  const listed = names.slice(0, NAMED).map((name) => `“${name}”`).join(', ');
  const more = names.length > NAMED ? ` and ${names.length - NAMED} more` : '';
  return names.length === 1 ? `${listed} is of no format that is read here.` : `${listed}${more} are of no format that is read here.`;
}
