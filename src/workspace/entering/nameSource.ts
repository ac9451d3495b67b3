import type { Source } from '../../model';
import type { Session } from '../session';
import { today } from './typeSource';

/** What is corrected by hand of a source that was read. */
export type SourceFields = Partial<Omit<Source, 'id'>>;

/**
 * Makes what was pasted the active source, which every claim cites until it is changed. One that says the same of itself as a source that
 * is there is that source; the record comes into the data with the first claim that cites it.
 */
export async function nameSource(session: Session, { text, fields = {} }: { text: string; fields?: SourceFields }): Promise<void> {
  const { readSource } = await import('../../entry');
  const read = readSource(text, today(session));
  if (!read) return;
  const source = await sourceOf(session, { ...read.source, ...fields });
  session.set({
    entry: {
      ...session.get().entry, source, open: 'claim', text: '', read: undefined, line: undefined, preview: undefined, completions: [],
    },
  });
  session.events.emit('announce', { text: `The source is now: ${source.title}. Claims cite it until another is named.` });
}

/** The source of the data that says the same of itself, or a new one with a free id. */
export async function sourceOf(session: Session, said: Omit<Source, 'id'>): Promise<Source> {
  const known = await sourceLike(session, said);
  if (known) return known;
  const { slugOf, freeId } = await import('../../entry');
  const wanted = slugOf(`${said.publisher === 'not told' ? '' : said.publisher} ${said.title}`, 'source');
  return { id: await freshId(session, wanted, freeId), ...said };
}

/** A source of the data with this address, or this title and publisher; one that is not cited yet counts too. */
export async function sourceLike(session: Session, said: Omit<Source, 'id'>): Promise<Source | undefined> {
  const { records, entry } = session.get();
  const whole = session.get().dataset!.description.entities <= 20_000 ? await session.opened().whole?.() : undefined;
  const all = [...(whole?.sources ?? records.sources.values()), ...(entry.source ? [entry.source] : [])];
  return all.find(
    (s) =>
      (said.url !== undefined && s.url === said.url)
      || (s.title === said.title && s.publisher === said.publisher && s.published === said.published),
  );
}

async function freshId(
  session: Session, wanted: string, freeId: (wanted: string, isTaken: (id: string) => boolean) => string,
): Promise<string> {
  const numbered = [wanted, ...Array.from({ length: 40 }, (_, n) => `${wanted}-${n + 2}`)];
  const taken = new Set((await session.opened().sources({ ids: numbered })).map((s) => s.id));
  return freeId(wanted, (id) => taken.has(id));
}
