import { IDLE_OWNERSHIP } from '../initialState';
import type { Session } from '../session';
import type { OwnershipState } from '../state';

/** Whose owners are asked for, when and with whom listed; `drawn`: with the proof in place of the chart. */
type LeftOwners = Pick<OwnershipState, 'asOf' | 'listed' | 'drawn'> & { readonly entity: string };

/** Asks for owners as a link or kept work says; what is answered already is drawn or not. */
export async function askOwnersAsLeft(session: Session, owners: LeftOwners | undefined): Promise<void> {
  const { ownership } = session.get();
  const same =
    owners?.entity === ownership.entity
    && JSON.stringify([owners?.asOf, owners?.listed ?? []]) === JSON.stringify([ownership.asOf, ownership.listed]);
  if (same) return session.setOwnership({ drawn: owners?.drawn ?? false });
  session.set({ ownership: { ...IDLE_OWNERSHIP, ...owners } });
  if (owners) await (await import('./panelQueries')).askOwners(session);
  else session.cancel('owners');
}
