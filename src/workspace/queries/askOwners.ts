import { detailFor, ownershipPicture } from '../../drawing';
import { idsOf, type DatasetPart, type OwnersQuestion, type OwnershipAnswer, type Position } from '../../model';
import type { CallOptions } from '../../store';
import { selectedEntity } from '../selectors/selectedEntity';
import { CancelledError, type Session } from '../session';
import { messageOf } from './message';
import { ownersQuestionOf } from './ownersQuestion';

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

/** Asks who owns an entity, the selected one if none is named; what is answered already stays. */
export async function askOwnersOf(session: Session, entity: string | undefined): Promise<void> {
  const { ownership } = session.get();
  const about = entity ?? selectedEntity(session.get()) ?? ownership.entity;
  if (about === undefined || (about === ownership.entity && ownership.answer)) return;
  session.setOwnership({ entity: about, answer: undefined, question: undefined });
  await askOwners(session);
  if (session.get().ownership.drawn) session.events.emit('fit', {});
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
