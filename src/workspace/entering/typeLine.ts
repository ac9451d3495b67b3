import type { Session } from '../session';

const readings = new WeakMap<Session, AbortController>();

/** Shows what a line says, as it is typed. What was being read before is let go; what reads is loaded with the first line. */
export async function typeLine(session: Session, text: string, caret: number): Promise<void> {
  stopReading(session);
  const reading = new AbortController();
  readings.set(session, reading);
  session.set({ entry: { ...session.get().entry, text, confirm: false } });
  const { signal } = reading;
  try {
    await (await import('./readLine')).showRead(session, text, caret, signal);
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

/** Lets go of what is being read. */
export function stopReading(session: Session): void {
  readings.get(session)?.abort();
}
