import { z } from 'zod';
import { ownFileKey } from '../persistence/keptRecords';
import type { Session } from '../session';
import type { OwnFileInHand } from './ownFileInHand';

const written = z.object({
  handle: z.unknown(), base: z.instanceof(Blob), seen: z.object({ lastModified: z.number(), size: z.number() }),
  head: z.object({ id: z.string(), title: z.string(), summary: z.string().exactOptional(), licence: z.string().exactOptional() })
    .exactOptional(),
});

/** Keeps the file in hand over a reload. Where the browser keeps no handles, it is a file of this visit alone. */
export async function keepOwnFile({ deps, stamp }: Session, { file, base, seen, head }: OwnFileInHand): Promise<void> {
  if (!base || !seen) return;
  await deps.keep.set(ownFileKey(stamp), { handle: file.handle, base, seen, ...(head ? { head } : {}) });
}

/** The file that was kept of the opening in hand; nothing where there is none, or it cannot be read. */
export async function keptOwnFile({ deps, stamp }: Session): Promise<OwnFileInHand | undefined> {
  const found = written.safeParse(await deps.keep.get(ownFileKey(stamp))).data;
  const file = found && (await deps.ownFiles?.kept(found.handle));
  return file && { file, base: found.base, seen: found.seen, ...(found.head ? { head: found.head } : {}) };
}
