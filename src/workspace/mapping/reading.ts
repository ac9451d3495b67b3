import { mappingKey, type TableMapping } from '../../formats';
import { messageOf } from '../asking';
import { openReplacing } from '../opening';
import { sizeOf, type UserSource } from '../platform';
import { CancelledError, type Session } from '../session';
import type { TableReading } from '../state';
import { keepMapping } from './keptMappings';

/** A larger file is not read on trial after every change, in bytes (4 MiB). */
const TRIED = 4 * 1024 * 1024;
/** How long a change may be followed by another before the file is read on trial, in ms. */
const SETTLED = 150;

/** Edits what the columns of the waiting file mean. */
export async function setMapping(session: Session, mapping: TableMapping): Promise<void> {
  patch(session, { mapping });
  await countReading(session);
}

/** Reads the beginning of the waiting file again, by a mapping whose encoding, delimiter or header row is another one. */
export async function previewAgain(session: Session, mapping: TableMapping): Promise<void> {
  const source = waiting(session);
  patch(session, { mapping });
  const { preview, seen } = await session.job('open', `Looking at ${source.name}`, (ask) => session.deps.files.look({ ...source, mapping }, ask));
  const { reading } = session.get();
  if (!preview || !reading) return;
  patch(session, { preview, seen, mapping: preview.mapping, keys: [...new Set([...reading.keys, mappingKey(preview)])] });
  await countReading(session);
}

/** Opens the waiting file as it was settled, and remembers it for files of its shape. */
export async function openMapped(session: Session): Promise<void> {
  const source = waiting(session);
  const { mapping, keys } = session.get().reading!;
  cancelMapping(session);
  if (await openReplacing(session, { ...source, mapping })) await keepMapping(session.deps.keep, keys, mapping);
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
  if (sizeOf(source) > TRIED) return patch(session, { counts: undefined });
  patch(session, { counts: 'asking' });
  try {
    const { entities, relationships, issues } = await session.job('counting', 'Reading on trial', async (ask) => {
      await session.deps.wait(SETTLED, ask.signal);
      return session.deps.files.count({ ...source, mapping }, ask);
    });
    patch(session, { counts: { entities, relationships, issues } });
  } catch (error) {
    if (error instanceof CancelledError) return;
    patch(session, { counts: undefined });
    session.notify('error', `The file cannot be read on trial: ${messageOf(error)}`);
  }
}

function waiting(session: Session): UserSource {
  if (!session.get().reading || !session.offered) throw new NoFileWaitsError();
  return session.offered;
}

/** What is to be done with a waiting file was said while none waits. */
export class NoFileWaitsError extends Error {
  override readonly name = 'NoFileWaitsError';
  constructor() {
    super('No file of tables waits to be opened. Choose it again.');
  }
}

function patch(session: Session, change: Partial<TableReading>): void {
  const { reading } = session.get();
  if (reading) session.set({ reading: { ...reading, ...change } });
}
