import { messageOf } from '../queries/message';
import type { Session } from '../session';

/** The files that sources were read from, by their SHA-256: what is in one never changes. */
const PREFIX = 'captured/';

/** Keeps captured files, so that they can be read again and go along with the case. */
export async function keepCaptured(session: Session, files: ReadonlyMap<string, Blob>): Promise<void> {
  const { keep } = session.deps;
  try {
    for (const [hash, blob] of files) await keep.set(`${PREFIX}${hash}`, blob);
  } catch (error) {
    session.notify('error', `The captured files cannot be kept in this browser. ${messageOf(error)}`);
  }
}

/** Every captured file that is kept, by its SHA-256. */
export async function keptCaptured({ deps: { keep } }: Pick<Session, 'deps'>): Promise<ReadonlyMap<string, Blob>> {
  const hashes = (await keep.keys()).filter((key) => key.startsWith(PREFIX)).map((key) => key.slice(PREFIX.length));
  const found = await Promise.all(hashes.map(async (hash) => [hash, await keep.get(`${PREFIX}${hash}`)] as const));
  return new Map(found.flatMap(([hash, blob]) => (blob instanceof Blob ? [[hash, blob] as const] : [])));
}

/** A captured file by its SHA-256, if it is kept. */
export async function keptCapturedFile({ deps: { keep } }: Pick<Session, 'deps'>, hash: string): Promise<Blob | undefined> {
  const found = await keep.get(`${PREFIX}${hash}`);
  return found instanceof Blob ? found : undefined;
}
