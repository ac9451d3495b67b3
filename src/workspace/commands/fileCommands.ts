import { namedAllTheSameText } from '../../wording';
import type { Session } from '../session';
import { openBundled, reopen, sourceOfFile, type OpenableFile } from '../loading';
import type { SnapshotRequest } from '../snapshot';
import { isLinkable, LONGEST_LINK, viewLink } from '../address';
import { searchFor } from '../queries';
import type { ExportRequest } from '../exporting';
import type { FolderFile } from '../platform';
import type { PictureChoice } from '../state';
import { command } from './command';
import { mapping } from './parts';

async function takeSnapshot(session: Session, request: SnapshotRequest): Promise<void> {
  const { snapshotFiles } = await import('../snapshot');
  const files = await session.job('snapshot', 'Drawing the snapshot', (ask) => snapshotFiles(session, request, ask));
  for (const file of files) session.deps.page.save(file);
  await tellNamed(session);
  session.notify('info', `Saved ${files.map((file) => file.name).join(' and ')}.`);
}

/** Whoever hid somebody is told where the name is published all the same. */
async function tellNamed(session: Session): Promise<void> {
  const { hiddenAndNamed } = await import('../snapshot/namedAllTheSame');
  const text = namedAllTheSameText(hiddenAndNamed(session.get()));
  if (text !== '')
    session.notify('info', `${text} The file holds these words.`, { label: 'Look at what is published', command: 'openSnapshot' });
}

async function exportAndTell(session: Session, request: ExportRequest): Promise<void> {
  await (await import('../exporting/exportData')).exportData(session, request);
  if (request.what === 'drawn') await tellNamed(session);
}

/** A link that leads nowhere, or that would be cut off on its way, is never given out. */
async function copyLink(session: Session): Promise<void> {
  const { address, page } = session.deps;
  const link = await viewLink(session.get(), address);
  if (!link)
    return session.notify(
      'error', 'A link brings neither a file of your own along nor what you changed in a case. Share it as a file with its view.',
    );
  if (link.tooLong)
    return session.notify(
      'error',
      `The link to this view has ${link.href.length.toLocaleString('en')} characters; `
      + `many programs cut links of more than ${LONGEST_LINK.toLocaleString('en')}. Share it as a file with its view.`,
    );
  await page.copy(link.href);
  session.notify('info', 'The link to this view was copied.');
}

export const fileCommands = {
  openBundled: command<string>({ label: 'Open an included case', group: 'file', step: 'push', run: openBundled }),
  openFile: command<OpenableFile>({
    label: 'Open a file', group: 'file', step: 'push',
    run: (session, file) => mapping((its) => its.importFile(session, sourceOfFile(file))),
  }),
  openFiles: command<readonly FolderFile[]>({
    label: 'Open several files', group: 'file', step: 'push',
    run: (session, files) => mapping((its) => its.importFiles(session, files)),
  }),
  addFile: command<OpenableFile>({
    label: 'Add a file to this chart', group: 'file', step: 'push',
    run: (session, file) => mapping((its) => its.importFile(session, sourceOfFile(file), 'beside')),
  }),
  addFiles: command<readonly FolderFile[]>({
    label: 'Add several files to this chart', group: 'file', step: 'push',
    run: (session, files) => mapping((its) => its.importFiles(session, files, 'beside')),
  }),
  reopen: command<string | undefined>({ label: 'Reopen earlier work', group: 'file', step: 'push', run: reopen }),
  dismissReport: command({ label: 'Close the report', group: 'file', run: (session) => session.set({ report: undefined }) }),
  dismissNotice: command<number>({
    label: 'Dismiss', group: 'file', run: (session, id) => session.set({ notices: session.get().notices.filter((n) => n.id !== id) }),
  }),
  snapshot: command<SnapshotRequest>({
    label: 'Take a snapshot', group: 'file', enabled: (s) => s.chart.entities.size > 0, run: takeSnapshot,
  }),
  choosePicture: command<PictureChoice>({
    label: 'Choose how snapshots look', group: 'file', run: (session, picture) => session.setView({ picture }),
  }),
  exportData: command<ExportRequest | undefined>({
    label: 'Save as data for other tools', group: 'file', listed: true, enabled: (s) => s.dataset !== undefined,
    run: (session, request) => (request ? exportAndTell(session, request) : session.setView({ dialog: 'export' })),
  }),
  dismissSaved: command({
    label: 'Close the report on the saved file', group: 'file', run: (session) => session.set({ saved: undefined }),
  }),
  share: command({
    label: 'Share this view', group: 'file', listed: true, enabled: (s) => s.dataset !== undefined,
    run: (session) => session.setView({ dialog: 'share' }),
  }),
  saveView: command({
    label: 'Save a file with this view', group: 'file', enabled: (s) => s.chart.entities.size > 0,
    run: (session) => takeSnapshot(session, { kind: 'json' }),
  }),
  copyLink: command({ label: 'Copy a link to this view', group: 'file', enabled: isLinkable, run: copyLink }),
  search: command<string>({ label: 'Search', group: 'file', run: searchFor }),
};
