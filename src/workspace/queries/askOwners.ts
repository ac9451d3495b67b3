import { detailFor, ownershipPicture } from '../../drawing';
import {
  asOf, idsOf, type DatasetPart, type Filter, type OwnersQuestion, type OwnershipAnswer, type Period, type Position,
} from '../../model';
import type { CallOptions } from '../../store';
import { IDLE_OWNERSHIP } from '../initialState';
import { CancelledError, type Session } from '../session';
import type { OwnershipState } from '../state';
import { messageOf } from './message';
import { stakesFilter } from './askVentures';

/** Asks who owns the entity that the ownership panel is about, at its date, and lays the proof out. Without an entity it rests. */
export async function askOwners(session: Session): Promise<void> {
  const { ownership } = session.get();
  if (ownership.entity === undefined) {
    session.cancel('owners');
    return;
  }
  const question = ownersQuestionOf(session, ownership);
  session.setOwnership({ phase: 'asking', question });
  try {
    const { answer, part, positions } = await session.job('owners', 'Looking for owners', (ask) => answered(session, question, ask));
    session.addRecords(part);
    session.setOwnership({ phase: 'answered', message: undefined, answer, named: idsOf(part), positions });
  } catch (error) {
    if (session.get().ownership.question !== question || error instanceof CancelledError) return;
    session.setOwnership({ phase: 'failed', answer: undefined, drawn: false, message: messageOf(error) });
  }
}

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
  await askOwners(session);
}

/** The question as it is put: at the panel's own date, else at the end of the time shown, else today. */
export function ownersQuestionOf(session: Session, { entity = '', asOf: own, listed }: OwnershipState): OwnersQuestion {
  const { filter } = session.get().chart;
  return {
    entity, asOf: own ?? dateShown(filter, session), filter: claimsFilter(filter), ...(listed.length > 0 ? { listed: [...listed] } : {}),
  };
}

function dateShown({ period }: Filter, session: Session): Period {
  return asOf(period ? period.to : new Date(session.deps.now()).toISOString().slice(0, 10));
}

/** Holders are asked for at a date of their own, so the chart's period is not asked about twice. */
function claimsFilter(filter: Filter): Filter {
  const { period: _period, certainly: _certainly, ...rest } = stakesFilter(filter);
  return rest;
}

interface Told {
  answer: OwnershipAnswer;
  part: DatasetPart;
  positions: ReadonlyMap<string, Position>;
}

async function answered(session: Session, question: OwnersQuestion, ask: Required<CallOptions>): Promise<Told> {
  const answer = await session.opened().owners(question, ask);
  const ids = new Set([
    answer.entity, ...(question.listed ?? []), ...answer.direct.map((h) => h.holder), ...answer.holdings.flatMap((h) => [h.holder, h.held]),
  ]);
  const part = await session.opened().part({ ids: [...ids] }, ask);
  return { answer, part, positions: await proofLaidOut(session, answer, part, ask) };
}

/** Owners above, arrows down; shares in effect have lanes of their own between the boxes. */
async function proofLaidOut(
  session: Session, answer: OwnershipAnswer, stakes: DatasetPart, ask: CallOptions,
): Promise<ReadonlyMap<string, Position>> {
  const { part } = ownershipPicture(stakes, answer);
  return session.deps.layout.layered({ part, detail: detailFor(part.entities.length), aspect: session.aspect }, ask);
}
