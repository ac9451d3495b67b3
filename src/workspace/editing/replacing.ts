import { editsOfReplacements, replacementsIn, type Replacement, type Replacing } from '../../model';
import { FixedDataError } from '../../store';
import type { Session } from '../session';
import { edit } from './edit';

/** Looks for a text in all that is open, and lists what replacing it would change. Throws `FixedDataError` where that is only read. */
export async function lookFor(session: Session, asked: Replacing): Promise<void> {
  if (!session.opened().whole) throw new FixedDataError();
  session.set({ replacing: { asked, found: session.get().replacing?.found ?? [], asking: true } });
  const found = await session.job('replacing', 'Looking for the text', async () => {
    await session.settled();
    const data = await session.opened().whole?.();
    return data ? replacementsIn(data, asked) : [];
  });
  session.set({ replacing: { asked, found, asking: false } });
}

/** Makes the replacements that were chosen, as one step. */
export async function makeReplacements(session: Session, chosen: readonly Replacement[]): Promise<void> {
  const { replacing } = session.get();
  await session.settled();
  const data = await session.opened().whole?.();
  if (!data || !replacing) return;
  const edits = editsOfReplacements(data, chosen);
  session.set({ replacing: undefined });
  session.setView({ dialog: undefined });
  edit(session, `Replace “${replacing.asked.find}” with “${replacing.asked.replace}”`, edits);
}
