import type { Session } from '../session';

/** Shows what a pasted text would be as a source, as it is typed. Nothing is asked of anybody. */
export async function typeSource(session: Session, text: string): Promise<void> {
  session.set({ entry: { ...session.get().entry, text } });
  const { readSource } = await import('../../entry');
  const { entry } = session.get();
  if (entry.open !== 'source' || entry.text !== text) return;
  session.set({ entry: { ...entry, read: readSource(text, today(session)) } });
}

export function today({ deps }: Session): string {
  return new Date(deps.now()).toISOString().slice(0, 10);
}
