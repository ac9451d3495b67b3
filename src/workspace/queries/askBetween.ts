import {
  intermediaryQuestion, withIds, type IntermediaryAnswer, type IntermediaryQuestion, type RouteQuestion,
} from '../../model';
import { CancelledError, type Session } from '../session';
import type { TraceState } from '../state';
import { messageOf } from './message';

/**
 * Asks who stands between the ends of the trace, under its filter and direction, of any length, and rings a smallest set without which
 * no route is left. Asked again with every answer; a question that is still being asked is cancelled. What goes wrong is told where the
 * answer would be.
 */
export async function askBetween(session: Session): Promise<void> {
  const { question, answer } = session.get().trace;
  session.cancel('between');
  if (!answer || answer.routes.length === 0) return;
  const stillAsked = () => session.get().trace.question === question;
  session.setTrace({ between: { phase: 'asking' } });
  try {
    const between = await session.job('between', 'Looking for who stands between', async (ask) => {
      const told = await session.opened().between(betweenQuestion(question), ask);
      const entities = await session.opened().entities({ ids: namedIn(told) }, ask);
      ask.signal.throwIfAborted();
      return { told, entities };
    });
    if (!stillAsked()) return;
    session.addRecords({ entities: between.entities });
    session.setTrace({
      named: withIds(session.get().trace.named, { entities: between.entities.map((e) => e.id) }), ...answered(between.told),
    });
  } catch (error) {
    if (!stillAsked()) return;
    if (error instanceof CancelledError) session.setTrace({ between: { phase: 'cancelled' }, ringed: undefined });
    else session.setTrace({ between: { phase: 'failed', message: messageOf(error) }, ringed: undefined });
  }
}

/** An answer as the trace shows it, its first separator ringed. */
function answered(answer: IntermediaryAnswer): Pick<TraceState, 'between' | 'ringed'> {
  return { between: { phase: 'answered', answer }, ringed: answer.separators[0] };
}

/** What a route question asks of who stands between: the same, without a length and whom to pass. */
function betweenQuestion({ from, to, direction, filter, avoid, hub, places, notThrough }: RouteQuestion): IntermediaryQuestion {
  return intermediaryQuestion.parse({
    from, to, direction, filter, avoid, places, ...(hub === undefined ? {} : { hub }), ...(notThrough ? { notThrough } : {}),
  });
}

function namedIn({ separators, disjoint, share }: IntermediaryAnswer): string[] {
  return [...new Set([...separators.flat(), ...disjoint.flat(), ...share.map((s) => s.entity)])];
}
