import type { Session } from '../session';

/** The notes of what is open, for the panels. */
export async function askNotes(session: Session): Promise<void> {
  const { store } = session;
  const notes = (await store?.notes?.()) ?? [];
  if (session.store === store) session.set({ notes: new Map(notes.map((n) => [n.id, n])) });
}
