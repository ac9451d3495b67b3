import type { Session } from '../session';
import { keptWork, writtenWork, type KeptWork } from './keptWork';

/** Kept work with the key under which it is, and the tab that kept it ('' where an earlier version did, which knew no tabs). */
export interface KeptRecord {
  readonly key: string;
  readonly tab: string;
  readonly work: KeptWork;
}

/** Where earlier versions kept the one work in hand, and the one before it. */
const EARLIER_VERSIONS = ['work-before', 'work'];
const PREFIX = 'work/';
/** Where kept data that cannot be read is set aside: it is not thrown away. */
const ASIDE = '-unreadable';

/** Every opening of every tab has a key of its own, so that none is written over by another. */
export function keyOf(tab: string, { stamp }: Pick<KeptWork, 'stamp'>): string {
  return `${PREFIX}${tab}/${stamp}`;
}

/** Under which key it is kept in which file of the user's the work of an opening is saved. */
export const ownFileKey = (stamp: string) => `own-file/${stamp}`;

/** All work that is kept, of all tabs, the latest first. What cannot be read is set aside and told. */
export async function keptRecords(session: Session): Promise<KeptRecord[]> {
  const keys = (await session.deps.keep.keys()).filter(
    (key) => (key.startsWith(PREFIX) || EARLIER_VERSIONS.includes(key)) && !key.endsWith(ASIDE),
  );
  const records = await Promise.all(keys.map((key) => keptRecord(session, key)));
  return records.filter((r) => r !== undefined).sort((a, b) => timeOf(b) - timeOf(a));
}

/** Work of earlier versions has no time; it is older than any that has. */
function timeOf({ key, work }: KeptRecord): number {
  return work.at ?? EARLIER_VERSIONS.indexOf(key) - EARLIER_VERSIONS.length;
}

export async function keptRecord(session: Session, key: string): Promise<KeptRecord | undefined> {
  const { keep } = session.deps;
  const found = await keep.get(key);
  if (found === undefined) return undefined;
  const parsed = keptWork.safeParse(found);
  if (parsed.success) return { key, tab: key.startsWith(PREFIX) ? key.split('/')[1]! : '', work: parsed.data };
  await keep.set(`${key}${ASIDE}`, found);
  await keep.delete(key);
  session.notify('error', 'The work that was kept in this browser cannot be read. It was set aside, and the case is opened afresh.');
  return undefined;
}

export async function writeRecord(session: Session, tab: string, work: KeptWork): Promise<string> {
  const key = keyOf(tab, work);
  await session.deps.keep.set(key, writtenWork(work));
  return key;
}
