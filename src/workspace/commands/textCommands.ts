import { put, type CapturedFile } from '../../model';
import { edit } from '../editing';
import { keepCaptured } from '../persistence/capturedFiles';
import type { Session } from '../session';
import type { SourceText } from '../state';
import { command, undoable } from './command';
import { openLine } from './entryCommands';


/** Puts a passage into the line behind what is typed, as the quote of the next claim with its page. */
async function quote(session: Session, { passage, page }: { passage: string; page?: number }): Promise<void> {
  if (passage.trim() === '') return;
  const { quotedPassage } = await import('../../entry');
  const { open, text } = session.get().entry;
  const before = open === 'claim' && text.trim() !== '' ? `${text.trimEnd()} ` : '';
  const quoted = quotedPassage(passage, page);
  await openLine(session, before === '' ? ` ${quoted}` : `${before}${quoted} `, before === '' ? 0 : before.length + quoted.length + 1);
}

/** Says of the active source that it was read from this file; `keep`: the file is kept, and goes along with the case. */
async function capture(session: Session, { file, keep }: { file: CapturedFile; keep?: Blob | undefined }): Promise<void> {
  const { source } = session.get().entry;
  if (!source) return session.notify('info', 'Name the source first (N); then say that it was read from this file.');
  const captured = { ...source, file };
  if (keep) await keepCaptured(session, new Map([[file.sha256, keep]]));
  const [known] = await session.opened().sources({ ids: [source.id] });
  if (known) {
    edit(session, `Say which file “${source.title}” was read from`, [put('sources', { ...known, file })]);
  }
  session.set({ entry: { ...session.get().entry, source: captured } });
  if (keep) session.notify('info', `${file.name} is kept here, and goes along where the case is saved with its files.`);
}

/** The text of a source, read beside the chart. */
export const textCommands = {
  openText: command<SourceText | undefined>({
    label: 'Open a text', group: 'entry', run: (session, sourceText) => session.set({ sourceText }),
  }),
  quotePassage: command<{ passage: string; page?: number }>({ label: 'Quote a passage in the next claim', group: 'entry', run: quote }),
  captureFile: undoable<{ file: CapturedFile; keep?: Blob | undefined }>({
    label: 'Say which file the source was read from', group: 'entry', run: capture,
  }),
};
