import { mappingKey, type OneTableMapping, type TableMapping } from '../../formats';
import type { CallOptions } from '../../store';
import { messageOf } from '../queries';
import { openImported } from '../loading';
import { sizeOf, type UserSource } from '../platform';
import { CancelledError, type Session } from '../session';
import type { TableReading } from '../state';
import { withTable } from './editMapping';
import { keepMapping } from './keptMappings';
import { remarkInPassing } from './remarkInPassing';
import { TABLES } from './tablesFormat';

/** A larger file is not read on trial after every change, in bytes (4 MiB). */
const TRIED = 4 * 1024 * 1024;
/** How long a change may be followed by another before the file is read on trial, in ms. */
const SETTLED = 150;

/** Edits what the columns of the waiting file mean. */
export async function setMapping(session: Session, mapping: TableMapping): Promise<void> {
  patch(session, { mapping });
  await countReading(session);
}

/**
 * What changes the shape of the tables: the encoding, the delimiter, or the row in which the header of one of them stands (null:
 * it has none).
 */
export type Reshaping = { encoding: string } | { delimiter: string } | { table: number; header: number | null };

/** The last reshaping of each session. */
const underWay = new WeakMap<Session, Promise<void>>();

/**
 * Looks at the waiting file again in another shape, and guesses anew what that concerns: one table, or all of them.
 * Changes that come quickly are made one upon the other.
 */
export async function reshape(session: Session, change: Reshaping): Promise<void> {
  const before = underWay.get(session) ?? Promise.resolve();
  const after = before.catch(() => undefined).then(() => reshapeNow(session, change));
  underWay.set(session, after);
  await after;
}

async function reshapeNow(session: Session, change: Reshaping): Promise<void> {
  const source = waiting(session);
  const before = session.get().reading!.mapping;
  const told = reshaped(before, change);
  const { preview, seen } = await session.job('open', `Looking at ${source.name}`, (ask) =>
    session.deps.files.look({ ...source, format: TABLES, mapping: told }, ask),
  );
  const { reading } = session.get();
  if (!preview || !reading) return;
  const mapping = 'table' in change ? withTable(before, change.table, preview.mapping.tables[change.table]!) : preview.mapping;
  patch(session, { preview, seen, mapping, keys: [...new Set([...reading.keys, mappingKey(preview)])] });
  await countReading(session);
}

/** A mapping without columns, so that they are guessed; headers are looked for anew where the cells are other ones. */
function reshaped(mapping: TableMapping, change: Reshaping): TableMapping {
  if (!('table' in change)) return { ...mapping, ...change, tables: [] };
  const tables = mapping.tables.map((one, i): OneTableMapping => ({
    ...one, role: 'relationships', columns: [], header: i === change.table ? change.header : one.header,
  }));
  return { ...mapping, tables };
}

/** Opens the waiting file as it was settled, and remembers it for files of its shape. */
export async function openMapped(session: Session): Promise<void> {
  const source = waiting(session);
  const { keys, counts, preview, mapping: settled } = session.get().reading!;
  cancelMapping(session);
  const { withAllValues } = await import('./tableValues');
  const mapping = withAllValues(settled, preview.tables);
  const read = { ...source, format: TABLES, mapping };
  if (session.importedAs === 'rows') await (await import('../entering/rows')).enterPasted(session, read);
  else if (!(await openImported(session, read))) return;
  if (counts && session.importedAs !== 'rows') remarkInPassing(session);
  await keepMapping(session.deps.keep, keys, mapping);
}

/** Leaves the waiting file unopened. */
export function cancelMapping(session: Session): void {
  session.cancel('counting');
  session.set({ reading: undefined });
}

/** Reads the waiting file on trial, so that the dialog can say what comes of it. One that is too large is not tried. */
export async function countReading(session: Session): Promise<void> {
  const source = waiting(session);
  const { mapping } = session.get().reading!;
  session.cancel('counting');
  if (sizeOf(source) > TRIED) return patch(session, { counts: undefined, counting: false });
  patch(session, { counting: true });
  try {
    const { rows, counts } = await session.job('counting', 'Reading a sample', async (ask) => {
      await session.deps.wait(SETTLED, ask.signal);
      return triedOn(session, { ...source, format: TABLES, mapping }, ask);
    });
    patch(session, { counts, rows, counting: false });
  } catch (error) {
    if (error instanceof CancelledError) return;
    patch(session, { counts: undefined, counting: false });
    session.notify('error', `A sample of the file cannot be read: ${messageOf(error)}`);
  }
}

/** What reading the file gives; of rows also what becomes of each. */
async function triedOn(session: Session, source: UserSource, ask: CallOptions): Promise<Pick<TableReading, 'counts' | 'rows'>> {
  if (session.importedAs !== 'rows') {
    const { entities, relationships, issues } = await session.deps.files.count(source, ask);
    return { counts: { entities, relationships, issues } };
  }
  const { rowsOutcome } = await import('../entering/rows');
  const { rows, contradicts, report: { entities, relationships, issues } } = await rowsOutcome(session, source, ask);
  return { counts: { entities, relationships, issues }, rows: { rows, contradicts } };
}

function waiting(session: Session): UserSource {
  if (!session.get().reading || !session.imported) throw new NoFileWaitsError();
  return session.imported;
}

/** What is to be done with a waiting file was said while none waits. */
class NoFileWaitsError extends Error {
  override readonly name = 'NoFileWaitsError';
  constructor() {
    super('No file of tables waits to be opened. Choose it again.');
  }
}

function patch(session: Session, change: Partial<TableReading>): void {
  const { reading } = session.get();
  if (reading) session.set({ reading: { ...reading, ...change } });
}
