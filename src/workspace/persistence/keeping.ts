import { queryOf } from '../address';
import { sizeOf, type DataSource, type FolderFile, type SingleSource, type UserSource } from '../platform';
import { CancelledError, type Session } from '../session';
import { keptWork, workOf, writtenWork, type KeptWork } from './keptWork';
import { forgetLeft, leaveWork, leftWork } from './leftWork';

const WORK = 'work';
const BEFORE = 'work-before';
/** Under which key a file is kept; `part` counts those that are open side by side. */
const sourceKey = (stamp: string, part?: number) => (part === undefined ? `source-${stamp}` : `source-${stamp}-${part}`);

/** How long changes may wait to be kept, in ms. */
const KEEP_AFTER = 250;

/** Where kept data that cannot be read is set aside: it is not thrown away. */
const asideKey = (key: string) => `${key}-unreadable`;

/** The work that was in hand when the page was left, if any. What cannot be read is set aside and told. */
export async function keptNow(session: Session): Promise<KeptWork | undefined> {
  return leftWork(session.deps.settings) ?? read(session, WORK);
}

/** The work that was in hand before the last opening. */
export function keptBefore(session: Session): Promise<KeptWork | undefined> {
  return read(session, BEFORE);
}

async function read(session: Session, key: string): Promise<KeptWork | undefined> {
  const { keep } = session.deps;
  const found = await keep.get(key);
  if (found === undefined) return undefined;
  const parsed = keptWork.safeParse(found);
  if (parsed.success) return parsed.data;
  await keep.set(asideKey(key), found);
  await keep.delete(key);
  session.notify('error', 'The work that was kept in this browser cannot be read. It was set aside, and the case is opened afresh.');
  return undefined;
}

/** The largest file that is kept for a reload, in bytes (1 GiB). */
export const LARGEST_KEPT = 1024 * 1024 * 1024;

/** Where kept work gets its data from; nothing where its file is not kept any more. Earlier versions kept the bytes. */
export async function sourceOf(session: Session, { source, stamp }: KeptWork): Promise<DataSource | undefined> {
  if (source.kind !== 'combined') return partFrom(session, source, sourceKey(stamp));
  const parts = await Promise.all(source.parts.map((part, i) => partFrom(session, part, sourceKey(stamp, i))));
  const there = parts.filter((part) => part !== undefined);
  return there.length === parts.length ? { ...source, parts: there } : undefined;
}

async function partFrom(session: Session, source: Exclude<KeptWork['source'], { kind: 'combined' }>, key: string): Promise<SingleSource | undefined> {
  if (source.kind === 'bundled') return source;
  const { kind, name, served, format, mapping } = source;
  const readAs = { ...(format === undefined ? {} : { format }), ...(mapping ? { mapping } : {}) };
  if (served) return isServed(session, name) ? { ...(await session.deps.served!.fetch()), ...readAs } : undefined;
  const kept = await session.deps.keep.get(key);
  if (kind === 'folder') return Array.isArray(kept) ? { kind, name, files: kept as FolderFile[], ...readAs } : undefined;
  const blob = kept instanceof Uint8Array ? new Blob([kept as BlobPart]) : kept;
  return blob instanceof Blob ? { kind, name, blob, ...readAs } : undefined;
}

/** Whether the page's server has what goes by this name. */
export function isServed({ deps }: Session, name: string): boolean {
  return deps.served?.name === name;
}

/** Keeps what has just been opened, and the work that it took the place of, to be opened again. Files that neither needs are let go. */
export async function keepOpened(session: Session, before: KeptWork | undefined): Promise<void> {
  const { keep } = session.deps;
  await keepFiles(session);
  if (before) {
    const last = await read(session, BEFORE);
    await keep.set(BEFORE, writtenWork(before));
    if (last && last.stamp !== before.stamp && last.stamp !== session.stamp) await letGo(session, last);
  }
  await keepWork(session);
}

async function keepFiles(session: Session): Promise<void> {
  const { source, stamp } = session;
  if (!source || source.kind === 'bundled') return;
  if (source.kind !== 'combined') return keepFile(session, source, sourceKey(stamp));
  for (const [i, part] of source.parts.entries()) if (part.kind !== 'bundled') await keepFile(session, part, sourceKey(stamp, i));
}

async function letGo({ deps: { keep } }: Session, { source, stamp }: KeptWork): Promise<void> {
  const keys = source.kind === 'combined' ? source.parts.map((_, i) => sourceKey(stamp, i)) : [sourceKey(stamp)];
  for (const key of keys) await keep.delete(key);
}

/** The browser copies the file on disk; nothing of it goes through the page. */
async function keepFile(session: Session, source: UserSource, key: string): Promise<void> {
  if (source.served) return;
  const { name } = source;
  const after = 'After a reload, open it again from where it is.';
  const size = (n: number) => `${Math.ceil(n / 1024 / 1024)} MiB`;
  const bytes = sizeOf(source);
  if (bytes > LARGEST_KEPT) return session.notify('info', `“${name}” has ${size(bytes)}; files of more than ${size(LARGEST_KEPT)} are not kept in this browser. ${after}`);
  try {
    await session.deps.keep.set(key, source.kind === 'folder' ? source.files : source.blob);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    session.notify('info', `“${name}” cannot be kept in this browser (${error.message}). ${after}`);
  }
}

/** Keeps the work in hand as it is now. */
export async function keepWork(session: Session): Promise<void> {
  const work = workOf(session, queryOf(session.get()));
  if (work) await session.deps.keep.set(WORK, writtenWork(work));
}

/** Keeps the work in hand shortly after each change, and when the page is left. Gives how to stop. */
export function startKeeping(session: Session): () => void {
  let dirty = false;
  let failed = false;
  const flush = async () => {
    if (!dirty) return;
    dirty = false;
    try {
      await keepWork(session);
      forgetLeft(session.deps.settings);
    } catch (error) {
      if (!failed) session.notify('error', `The work in hand cannot be kept in this browser (${String(error)}). Save a snapshot before you leave.`);
      failed = true;
    }
  };
  const later = new AbortController();
  const stopListening = session.state.subscribe((now, before) => {
    const same = now.chart === before.chart && now.filter === before.filter && now.selection === before.selection && now.trace === before.trace && now.view === before.view;
    if (same || dirty) return;
    dirty = true;
    session.deps.wait(KEEP_AFTER, later.signal).then(flush, (error: unknown) => {
      if (!(error instanceof CancelledError)) throw error;
    });
  });
  const stopLeaving = session.deps.page.onLeave(() => {
    if (dirty) leaveWork(session.deps.settings, workOf(session, queryOf(session.get())));
    void flush();
  });
  return () => {
    later.abort(new CancelledError('keeping'));
    stopListening();
    stopLeaving();
  };
}
