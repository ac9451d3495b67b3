import { statuses } from '../../model';
import type { Session } from '../session';

/** How many neighbours the panel of an entity lists at most. */
const LISTED = 500;

/** Asks the whole dataset for the ties of the entity that is looked at, denied ones too, for the panel on the right. */
export async function lookAtTies(session: Session): Promise<void> {
  const { selection, looking } = session.get();
  if (selection?.kind !== 'entity') {
    session.cancel('looking');
    return;
  }
  if (looking?.entity === selection.id) return;
  const { id } = selection;
  const answer = await session.job('looking', 'Looking up ties', (ask) =>
    session.opened().neighbours({ entity: id, limit: LISTED, filter: { statuses: [...statuses] } }, ask),
  );
  if (session.get().selection?.id !== id) return;
  session.addRecords(answer);
  session.set({ looking: { entity: id, more: answer.more, relationships: answer.relationships.map((r) => r.id) } });
}
