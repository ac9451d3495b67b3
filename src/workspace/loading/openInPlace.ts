import { queryOf } from '../address/viewQuery';
import { keepOpened, keptBefore, keptRecord, takeUp, workOf, type KeptWork } from '../persistence';
import { restoreWork } from './restoreWork';
import type { Session } from '../session';
import { askHistogram, askNotes } from '../queries';
import type { StandsOn, UserSource } from '../platform';
import { addSource } from './addSource';
import { openSource, type OpenOptions } from './openSource';

/** A file as the browser hands it over: its bytes stay where they are until the worker reads them. */
export type OpenableFile = Blob & { readonly name: string };

/** A file of the user's as a source. */
export function sourceOfFile(file: OpenableFile): UserSource {
  return { kind: 'file', name: file.name, blob: file };
}

/** Opens the file that is imported: beside what is open where it was imported so, else in its place. Gives whether it was opened. */
export async function openImported(
  session: Session, source: UserSource, options: Pick<OpenOptions, 'doubtful'> = {},
): Promise<boolean> {
  if (session.importedAs === 'beside' && session.source) return addSource(session, source, options);
  const { dataset } = session.get();
  if (source.kind === 'file' && dataset?.base && !dataset.base.there && source.blob.size === dataset.base.bytes)
    return openOverBase(session, source, dataset.base);
  const { importedHandle: handle } = session;
  session.importedHandle = undefined;
  const opened = await openInPlace(session, () => openSource(session, source, options));
  // A case that came with the way to write into its file is saved there from now on.
  const file = opened && session.get().dataset?.charts && handle !== undefined ? await session.deps.ownFiles?.kept(handle) : undefined;
  if (file && source.kind === 'file') await (await import('../ownFile')).bindOpened(session, file, source.blob);
  return opened;
}

/** The case in hand with all that was done to it, over the base that was missing. Another file is refused with what is wrong. */
async function openOverBase(session: Session, { name, blob }: { name: string; blob: Blob }, { sha256 }: StandsOn): Promise<boolean> {
  const work = workOf(session, queryOf(session.get()));
  if (!work || session.source?.kind !== 'file') return false;
  const source = { ...session.source, base: { name, blob, sha256 } };
  if (!(await restoreWork(session, work, source))) return false;
  await keepOpened(session, undefined);
  return true;
}

/** A case of this name is not bundled. */
class UnknownCaseError extends Error {
  override readonly name = 'UnknownCaseError';
  constructor(readonly case_: string, known: readonly string[]) {
    super(`There is no bundled case "${case_}". There is: ${known.join(', ')}.`);
  }
}

/** Opens a bundled case by its name. */
export async function openBundled(session: Session, name: string): Promise<void> {
  const known = session.deps.bundled.map((b) => b.name);
  if (!known.includes(name)) throw new UnknownCaseError(name, known);
  await openInPlace(session, () => openSource(session, { kind: 'bundled', name }));
}

/** Opens kept work as it was left: that of a key, else what was open before the last opening. */
export async function reopen(session: Session, key?: string): Promise<void> {
  const kept = await (key === undefined ? keptBefore(session) : keptRecord(session, key));
  if (!kept) return session.notify('info', key === undefined ? 'Nothing was open before.' : 'This work is not kept any more.');
  if (await openInPlace(session, () => restoreWork(session, kept.work))) await takeUp(session, kept);
}

/** Opens kept work in place of what is open, which is kept, without a word: Back or Forward leads to it. */
export async function goToWork(session: Session, work: KeptWork): Promise<boolean> {
  const before = workOf(session, queryOf(session.get()));
  if (!(await restoreWork(session, work))) return false;
  await keepOpened(session, before);
  return true;
}

/** Begins a case with nothing in it, in place of what is open. What writes and names it is loaded only now. */
export async function openNew(session: Session, title: string): Promise<void> {
  const { newCaseFile } = await import('./newCaseFile');
  await openInPlace(session, () => openSource(session, newCaseFile(title)));
}

/** What was open is kept before something else takes its place, and can be opened again. */
export async function openInPlace(session: Session, open: () => Promise<boolean>): Promise<boolean> {
  const before = workOf(session, queryOf(session.get()));
  if (!(await open())) return false;
  await Promise.all([keepOpened(session, before), askHistogram(session), askNotes(session)]);
  if (before)
    session.notify('info', `${session.get().dataset!.description.title} is open in place of ${before.title}.`, {
      label: `Open ${before.title} again`, command: 'reopen',
    });
  return true;
}
