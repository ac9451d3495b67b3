import type { Issue } from '../../model';
import { messageOf } from '../queries/message';
import type { FileState, OwnFile } from '../platform';
import type { Session } from '../session';
import type { OwnFileState } from '../state';
import { caseBlob, caseFileName } from './caseBlob';
import { followChanges } from './followChanges';
import { keepOwnFile, keptOwnFile } from './keptOwnFile';
import type { OwnFileInHand } from './ownFileInHand';
import { takeChanges, type Preference } from './takeChanges';

export type { Preference } from './takeChanges';

interface Saving {
  /** The user did this: permission may be asked for, and what came of it is told. */
  readonly byHand?: boolean;
  /** Whose values stay where the file was changed meanwhile. */
  readonly prefer?: Preference | undefined;
}

/** Saves the case in the user's own file, which the user names first where there is none; as a download where the browser has no such. */
export async function saveInOwnFile(session: Session, prefer?: Preference): Promise<void> {
  if (session.own && session.get().ownFile?.phase !== 'failed') return saveNext(session, session.own, { byHand: true, prefer });
  await saveInAnother(session);
}

/** The same in a file that the user names now; `withFiles`: with the captured files that are kept here. */
export async function saveInAnother(session: Session, withFiles = false): Promise<void> {
  const { ownFiles } = session.deps;
  const name = await caseFileName(session, withFiles);
  if (!ownFiles) {
    const { blob, issues } = await caseBlob(session, name);
    session.deps.page.save({ name, blob });
    return tellSaved(session, name, issues);
  }
  const file = await ownFiles.choose(name);
  if (!file) return;
  session.own = { file };
  await saveNext(session, session.own, { byHand: true });
}

/** A case was opened from a file that can be written: it is saved there from now on, once the browser allows it. */
export async function bindOpened(session: Session, file: OwnFile, opened: Blob): Promise<void> {
  const { lastModified, size } = await file.read();
  const base = await copyOf(opened);
  session.own = { file, base, seen: { lastModified, size } };
  await keepOwnFile(session, session.own);
  await goOn(session, session.own);
}

/** After a reload: the file in which the work was saved is its file again. */
export async function goOnWithOwnFile(session: Session): Promise<void> {
  const own = await keptOwnFile(session);
  if (!own) return;
  session.own = own;
  // What was taken from the file since it was opened is not in what was opened.
  if (own.head) await withOtherCharts(session, own);
  await goOn(session, own);
}

async function withOtherCharts(session: Session, { file, base }: OwnFileInHand): Promise<void> {
  const { charts = [] } = await session.deps.files.read({ kind: 'file', name: file.name, blob: base! });
  const { dataset } = session.get();
  const first = dataset?.charts?.slice(0, 1) ?? [];
  if (dataset) session.set({ dataset: { ...dataset, charts: [...first, ...charts.filter((c) => c.name !== (first[0]?.name ?? 'Main'))] } });
}

async function goOn(session: Session, own: OwnFileInHand): Promise<void> {
  show(session, own, { phase: 'asks', at: own.seen?.lastModified });
  if (await own.file.allowed(false)) await saveNext(session, own, {});
}

/** One saving after another; of a file that is no longer that of the work, none. */
function saveNext(session: Session, own: OwnFileInHand, saving: Saving): Promise<void> {
  const next = (own.under ?? Promise.resolve()).then(() => (session.own === own ? save(session, own, saving) : undefined));
  own.under = next;
  return next;
}

async function save(session: Session, own: OwnFileInHand, { byHand = false, prefer }: Saving): Promise<void> {
  try {
    if (!(await own.file.allowed(byHand))) return show(session, own, { phase: 'asks' });
    if (session.get().ownFile?.phase !== 'changed' || prefer) show(session, own, { phase: 'saving' });
    await session.settled();
    while (session.own === own) {
      if (!(await inStep(session, own, prefer))) return;
      const { edits, chart } = session.get();
      const { blob, issues } = await caseBlob(session, own.file.name, own.head);
      const seen = await own.file.write(blob, own.seen);
      if (!seen) continue;
      Object.assign(own, { base: blob, seen, written: { edits, chart } });
      await keepOwnFile(session, own);
      const now = session.get();
      if (now.edits === edits && now.chart === chart) show(session, own, { phase: 'saved', at: session.deps.now() });
      if (byHand) tellSaved(session, own.file.name, issues);
      return;
    }
  } catch (error) {
    const message = messageOf(error);
    show(session, own, { phase: 'failed', message });
    if (byHand) session.notify('error', `${own.file.name} was not saved: ${message}`);
  }
}

/** The same words for a file of the user's and a download; files that are not at hand are told. */
function tellSaved(session: Session, name: string, issues: Issue[]): void {
  session.notify('info', `Saved ${name}.`);
  if (issues.length > 0) session.set({ saved: { file: name, format: 'throughline-case-zip', what: 'all', issues } });
}

/** Whether what the file holds is what was saved in it last, or what others made of it has been taken over by now. */
async function inStep(session: Session, own: OwnFileInHand, prefer: Preference | undefined): Promise<boolean> {
  if (!own.base || !own.seen) return true;
  const now = await own.file.read();
  if (sameState(now, own.seen)) return true;
  const { lastModified, size } = now;
  // A file on disk that is changed once more can be read no more; a copy can.
  const copy = await copyOf(now);
  if (await sameBytes(copy, own.base)) {
    own.seen = { lastModified, size };
    return true;
  }
  const taken = await takeChanges(session, { name: own.file.name, base: own.base, now: copy, prefer });
  if ('head' in taken) {
    Object.assign(own, { base: copy, seen: { lastModified, size }, head: taken.head });
    return true;
  }
  if (taken.writeOver) {
    own.seen = { lastModified, size };
    return true;
  }
  show(session, own, { phase: 'changed', message: taken.message, conflicts: taken.conflicts });
  return false;
}

function sameState(a: FileState, b: FileState): boolean {
  return a.lastModified === b.lastModified && a.size === b.size;
}

async function copyOf(blob: Blob): Promise<Blob> {
  return new Blob([await blob.arrayBuffer()], { type: blob.type });
}

async function sameBytes(a: Blob, b: Blob): Promise<boolean> {
  if (a.size !== b.size) return false;
  const [x, y] = [new Uint8Array(await a.arrayBuffer()), new Uint8Array(await b.arrayBuffer())];
  return x.every((byte, i) => byte === y[i]);
}

function show(session: Session, own: OwnFileInHand, state: Omit<OwnFileState, 'file'>): void {
  if (session.own !== own) return;
  followChanges(session, (inHand) => saveNext(session, inHand, {}));
  const { at } = session.get().ownFile ?? {};
  session.set({ ownFile: { file: own.file.name, ...(at === undefined ? {} : { at }), ...state } });
}
