import { idsOf, withIds, type Filter, type RouteQuestion } from '../../model';
import { CancelledError, type Session } from '../session';
import { messageOf } from './message';
import { lostRoutes } from './lostRoutes';

/** Whether a question leaves entities or sources out that may be put back. */
export function setsAside({ avoid, filter }: Pick<RouteQuestion, 'avoid' | 'filter'>): boolean {
  return avoid.length > 0 || (filter.withoutSources?.length ?? 0) > 0;
}

/** The question with nothing set aside. */
export function withNothingAside({ filter, ...question }: RouteQuestion): RouteQuestion {
  const { withoutSources: _aside, ...rest } = filter;
  return { ...question, avoid: [], filter: rest satisfies Filter };
}

/** Asks for the routes that there are with nothing set aside, and computes what fell; nothing where nothing is. */
export async function askSetAside(session: Session): Promise<void> {
  const { question, answer } = session.get().trace;
  session.cancel('setAside');
  if (!answer || !setsAside(question)) return;
  const stillAsked = () => session.get().trace.question === question;
  try {
    const { before, part } = await session.job('setAside', 'Computing which routes are lost', async (ask) => {
      const told = await session.opened().routes(withNothingAside(question), ask);
      return { before: told, part: await session.opened().part({ ids: [...new Set(told.routes.flatMap((r) => r.entities))] }, ask) };
    });
    if (!stillAsked()) return;
    session.addRecords(part);
    session.setTrace({
      named: withIds(session.get().trace.named, idsOf(part)), setAside: lostRoutes(before, question, session.get().records),
    });
  } catch (error) {
    if (!(error instanceof CancelledError) && stillAsked())
      session.notify('error', `Which routes are lost could not be computed: ${messageOf(error)}`);
  }
}
