import type { ClaimLine } from '../../entry';
import type { CallOptions } from '../../store';
import type { Session } from '../session';
import { StoreLexicon } from './lexicon';

/** How often a line is read again with what the store told meanwhile; each reading may ask for names that the one before did not. */
const MOST_READINGS = 5;
/** How many entities a list of completions has. */
const MOST_FOUND = 7;

const lexicons = new WeakMap<Session, { lexicon: StoreLexicon; store: unknown; edits: unknown }>();

/** The names of the data as it is now. */
export function lexiconOf(session: Session): StoreLexicon {
  const { edits } = session.get();
  const known = lexicons.get(session);
  if (known && known.store === session.store && known.edits === edits) return known.lexicon;
  const lexicon = new StoreLexicon(session.opened(), edits);
  lexicons.set(session, { lexicon, store: session.store, edits });
  return lexicon;
}

/** Reads a line with everybody who is in the data. The reader is loaded with the first line. */
export async function readWhole(session: Session, text: string, ask: CallOptions): Promise<ClaimLine> {
  const { readClaimLine } = await import('../../entry');
  // What was entered a moment ago is in the data before the next line is read, and what is entered while that is waited for as well.
  await session.settled();
  const lexicon = lexiconOf(session);
  let line = readClaimLine(text, lexicon);
  for (let n = 0; n < MOST_READINGS && (await lexicon.learn(ask)); n += 1) line = readClaimLine(text, lexicon);
  return line;
}

/** Shows what a line says: what is understood, what it will be, and what may come at the caret; nothing once the signal is given. */
export async function showRead(session: Session, text: string, caret: number, signal: AbortSignal): Promise<void> {
  const line = await readWhole(session, text, { signal });
  if (signal.aborted) return;
  const { completionPlace, completionsFor } = await import('../../entry');
  const place = completionPlace(text, caret, lexiconOf(session));
  const found =
    place.wants === 'name' && place.typed !== '' && place.typed.length <= 200
      ? await session.opened().search({ text: place.typed.replace(/^[@[]/, ''), limit: MOST_FOUND }, { signal })
      : [];
  const preview = await (await import('./preview')).previewOf(session, line, { signal });
  if (signal.aborted) return;
  session.set({ entry: { ...session.get().entry, line, preview, completions: completionsFor(place, found), chosen: 0 } });
}
