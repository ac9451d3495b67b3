import { messageOf } from '../queries/message';
import { queryOf } from '../address';
import { sizeOf, type DataSource, type FolderFile, type SingleSource, type UserSource } from '../platform';
import { CancelledError, type Session } from '../session';
import { keptRecords, keyOf, ownFileKey, writeRecord, type KeptRecord } from './keptRecords';
import { keptSource, workOf, type KeptWork } from './keptWork';
import { forgetLeft, leaveWork, leftWork, tabsThatLeft } from './leftWork';

/** Under which key a file is kept; `part` counts those that are open side by side. */
const sourceKey = (stamp: string, part?: number) => (part === undefined ? `source-${stamp}` : `source-${stamp}-${part}`);

/** How long changes may wait to be kept, in ms. */
const KEEP_AFTER = 250;

/** How much earlier work is kept besides what is in hand in the tabs that are open. */
const EARLIER_KEPT = 10;

/** The work that was in hand when this tab was left; of a new tab that of the tab it was copied from, else the latest of all. */
export async function keptNow(session: Session, from: string | undefined): Promise<KeptRecord | undefined> {
  await keepLeft(session);
  const records = await keptRecords(session);
  const found = records.find((r) => r.tab === session.tab) ?? records.find((r) => r.tab === from) ?? records[0];
  return found && latestOf(records, found);
}

/** One's own work is one, whichever tab worked on it last; what several only look at, each looks at in its way. */
function latestOf(records: readonly KeptRecord[], found: KeptRecord): KeptRecord {
  return records.find((r) => r.work.edits !== undefined && r.work.stamp === found.work.stamp) ?? found;
}

/** What this tab and those that are closed put down as they were left comes to the rest. */
async function keepLeft(session: Session): Promise<void> {
  const { settings, tabs } = session.deps;
  const open = await tabs.open();
  for (const tab of tabsThatLeft(settings)) {
    if (tab !== session.tab && open?.has(tab)) continue;
    const work = leftWork(settings, tab);
    if (work) await writeRecord(session, tab, work);
    forgetLeft(settings, tab);
  }
}

/** The work that was in hand before the last opening; else the latest of this tab that is not in hand, else of all. */
export async function keptBefore(session: Session): Promise<KeptRecord | undefined> {
  const records = (await keptRecords(session)).filter((r) => r.key !== ownKey(session));
  return records.find((r) => r.key === session.before) ?? records.find((r) => r.tab === session.tab) ?? records[0];
}

/** Work that can be opened again, as it is listed. */
export interface EarlierWork {
  readonly key: string;
  readonly title: string;
  /** In ms since 1970; absent where an earlier version kept it. */
  readonly at?: number;
  /** It is in hand in another tab that is open. */
  readonly inTab: boolean;
}

/** All work that is kept besides what is in hand here, the latest first. */
export async function earlierWork(session: Session): Promise<EarlierWork[]> {
  const open = await session.deps.tabs.open();
  const records = await keptRecords(session);
  const inHand = inHandOf(records, open);
  return records
    .filter((r) => r.key !== ownKey(session) && (r.work.stamp !== session.stamp || r.work.edits === undefined))
    .filter((r) => latestOf(records, r) === r)
    .map(({ key, work: { title, at } }) => ({ key, title, ...(at === undefined ? {} : { at }), inTab: inHand.has(key) }));
}

const ownKey = (session: Session) => keyOf(session.tab, session);

/** The keys of the latest work of each tab that is open. */
function inHandOf(records: readonly KeptRecord[], open: ReadonlySet<string> | undefined): Set<string> {
  const latest = new Map<string, string>();
  for (const { tab, key } of records) if (open?.has(tab) && !latest.has(tab)) latest.set(tab, key);
  return new Set(latest.values());
}

/** The largest file that is kept for a reload, in bytes (1 GiB). */
export const LARGEST_KEPT = 1024 * 1024 * 1024;

/** Where kept work gets its data from; nothing where its file is not kept any more. Earlier versions kept the bytes. */
export async function sourceOf(session: Session, { source, stamp }: Pick<KeptWork, 'source' | 'stamp'>): Promise<DataSource | undefined> {
  if (source.kind === 'server') return isServed(session, source.name) ? source : undefined;
  if (source.kind !== 'combined') return partFrom(session, source, sourceKey(stamp));
  const parts = await Promise.all(source.parts.map((part, i) => partFrom(session, part, sourceKey(stamp, i))));
  const there = parts.filter((part) => part !== undefined);
  return there.length === parts.length ? { ...source, parts: there } : undefined;
}

/** The copies of its files that are kept of an opened source; nothing where not all of them are. */
export function keptCopy(session: Session, source: DataSource, stamp: string): Promise<DataSource | undefined> {
  return sourceOf(session, { source: keptSource(source), stamp });
}

async function partFrom(
  session: Session, source: Exclude<KeptWork['source'], { kind: 'combined' | 'server' }>, key: string,
): Promise<SingleSource | undefined> {
  if (source.kind === 'bundled') return source;
  const { kind, name, served, format, mapping, packed, base } = source;
  const tables = mapping && (await import('./mappingIn')).mappingIn(mapping);
  const readAs = { ...(format === undefined ? {} : { format }), ...(tables ? { mapping: tables } : {}) };
  if (served) {
    const fetched = isServed(session, name) ? await session.deps.served!.fetch() : undefined;
    return fetched && fetched.kind !== 'server' ? { ...fetched, ...readAs } : undefined;
  }
  const kept = await session.deps.keep.get(packed === undefined ? key : baseKey(packed));
  if (kind === 'folder') return Array.isArray(kept) ? { kind, name, files: kept as FolderFile[], ...readAs } : undefined;
  const blob = kept instanceof Uint8Array ? new Blob([kept as BlobPart]) : kept;
  if (!(blob instanceof Blob)) return undefined;
  const below = base && (await keptBase(session, base.sha256));
  return {
    kind, name, blob, ...readAs, ...(packed === undefined ? {} : { packed }),
    ...(base && below ? { base: { ...base, blob: below } } : {}),
  };
}

/** Under which key a packed file is kept, once for all the work that is done on it. */
const baseKey = (sha256: string) => `base/${sha256}`;

/** A packed file that is kept, by what it holds (see `CaseBase`). */
export async function keptBase({ deps: { keep } }: Session, sha256: string): Promise<Blob | undefined> {
  const kept = await keep.get(baseKey(sha256));
  return kept instanceof Blob ? kept : undefined;
}

/** Whether the page's server has what goes by this name. */
export function isServed({ deps }: Session, name: string): boolean {
  return deps.served?.name === name;
}

/** Keeps what has just been opened, and the work that it took the place of, to be opened again. */
export async function keepOpened(session: Session, before: KeptWork | undefined): Promise<void> {
  await keepFiles(session);
  if (before) session.before = await writeRecord(session, session.tab, before);
  await keepWork(session);
  await letOldGo(session);
}

/**
 * Kept work that was opened here is kept as this tab's from now on; it stays another's where that tab is open, or may be. What another tab
 * works on is kept as it came, so that this tab finds it again.
 */
export async function takeUp(session: Session, { key, tab, work }: KeptRecord): Promise<void> {
  if (session.get().elsewhere) return void (await writeRecord(session, session.tab, work));
  await keepWork(session);
  const open = await session.deps.tabs.open();
  if (key !== ownKey(session) && (tab === '' || (open && !open.has(tab)))) await session.deps.keep.delete(key);
}

/** What is earlier than the latest ten is let go, and files that no kept work needs any more. */
async function letOldGo(session: Session): Promise<void> {
  const records = await keptRecords(session);
  const inHand = inHandOf(records, await session.deps.tabs.open());
  const old = records.filter((r) => r.key !== ownKey(session) && !inHand.has(r.key)).slice(EARLIER_KEPT);
  const needed = new Set(records.filter((r) => !old.includes(r)).map((r) => r.work.stamp)).add(session.stamp);
  const basesNeeded = new Set(records.filter((r) => !old.includes(r)).flatMap((r) => basesOf(r.work.source)));
  if (session.source) for (const base of basesOf(keptSource(session.source))) basesNeeded.add(base);
  for (const base of new Set(old.flatMap((r) => basesOf(r.work.source))))
    if (!basesNeeded.has(base)) await session.deps.keep.delete(baseKey(base));
  for (const { key, work } of old) {
    await session.deps.keep.delete(key);
    if (!needed.has(work.stamp)) await letGo(session, work);
  }
}

/** The packed files of kept work. */
function basesOf(source: KeptWork['source']): string[] {
  const parts = source.kind === 'combined' ? source.parts : [source];
  return parts.flatMap((part) => ('packed' in part && part.packed ? [part.packed] : 'base' in part && part.base ? [part.base.sha256] : []));
}

async function keepFiles(session: Session): Promise<void> {
  const { source, stamp } = session;
  if (!source || source.kind === 'bundled' || source.kind === 'server') return;
  if (source.kind === 'file' && source.base) {
    const { name, blob, sha256 } = source.base;
    await keepFile(session, { kind: 'file', name, blob, packed: sha256 }, baseKey(sha256));
  }
  if (source.kind !== 'combined') return keepFile(session, source, sourceKey(stamp));
  for (const [i, part] of source.parts.entries()) if (part.kind !== 'bundled') await keepFile(session, part, sourceKey(stamp, i));
}

async function letGo({ deps: { keep } }: Session, { source, stamp }: KeptWork): Promise<void> {
  const keys = source.kind === 'combined' ? source.parts.map((_, i) => sourceKey(stamp, i)) : [sourceKey(stamp)];
  for (const key of [...keys, ownFileKey(stamp)]) await keep.delete(key);
}

/** The browser copies the file on disk; nothing of it goes through the page. */
async function keepFile(session: Session, source: UserSource, key: string): Promise<void> {
  if (source.served) return;
  const { name } = source;
  const after = 'After a reload, open it again from where it is.';
  const size = (n: number) => `${Math.ceil(n / 1024 / 1024)} MiB`;
  const bytes = sizeOf(source);
  if (bytes > LARGEST_KEPT)
    return session.notify(
      'info', `“${name}” has ${size(bytes)}; files of more than ${size(LARGEST_KEPT)} are not kept in this browser. ${after}`,
    );
  try {
    const { keep } = session.deps;
    if (source.kind === 'folder') await keep.set(key, source.files);
    else if (source.packed === undefined) await keep.set(key, source.blob);
    // The same file is kept once, however often it is opened.
    else if (!(await keptBase(session, source.packed))) await keep.set(baseKey(source.packed), source.blob);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    session.notify('info', `“${name}” cannot be kept in this browser. ${messageOf(error)} ${after}`);
  }
}

/** Keeps the work in hand as it is now. */
async function keepWork(session: Session): Promise<void> {
  const work = workOf(session, queryOf(session.get()));
  if (work) await writeRecord(session, session.tab, work);
}

/** Keeps the work in hand shortly after each change, and when the page is left. Gives how to stop. */
export function startKeeping(session: Session): () => void {
  let dirty = false;
  /** How many writes the database has not come to the end of. */
  let writing = 0;
  let failed = false;
  const flush = async () => {
    if (!dirty) return;
    dirty = false;
    writing += 1;
    const { edits } = session.get();
    try {
      await keepWork(session);
      if (writing === 1) forgetLeft(session.deps.settings, session.tab);
      if (session.get().edits === edits) session.set({ kept: { phase: 'kept', at: session.deps.now() } });
    } catch (error) {
      session.set({ kept: { phase: 'failed', message: messageOf(error) } });
      if (!failed)
        session.notify('error', `The work in hand cannot be kept in this browser. ${messageOf(error)} Save a snapshot before you leave.`);
      failed = true;
    } finally {
      writing -= 1;
    }
  };
  const later = new AbortController();
  const stopListening = session.state.subscribe((now, before) => {
    const same =
      now.chart === before.chart
      && now.camera === before.camera
      && now.selection === before.selection
      && now.trace === before.trace
      && now.view === before.view;
    const edited = now.edits !== before.edits || now.entry.source !== before.entry.source;
    if (edited && now.dataset === before.dataset) {
      // What was typed is kept at once: whoever ends the browser now loses nothing of it.
      dirty = true;
      if (now.edits !== before.edits) session.set({ kept: { phase: 'keeping' } });
      void flush();
      return;
    }
    if (same || dirty) return;
    dirty = true;
    session.deps.wait(KEEP_AFTER, later.signal).then(flush, (error: unknown) => {
      if (!(error instanceof CancelledError)) throw error;
    });
  });
  const stopLeaving = session.deps.page.onLeave(() => {
    if (dirty || writing > 0) leaveWork(session.deps.settings, session.tab, workOf(session, queryOf(session.get())));
    void flush();
  });
  return () => {
    later.abort(new CancelledError('keeping'));
    stopListening();
    stopLeaving();
  };
}
