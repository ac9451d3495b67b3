import { MOST_NAMES, NO_IDS, type ListedName, type RecordIds, type TiesAnswer, type TiesQuestion } from '../../model';
import { takenNames } from '../selectors/takenNames';
import { CancelledError, type Session } from '../session';
import type { CrosscheckState } from '../crosscheckState';
import { messageOf } from './message';

const NOT_ASKED: CrosscheckState = { phase: 'idle', names: [], matches: [], decided: new Map(), maxHops: 3, named: NO_IDS };

function set(session: Session, patch: Partial<CrosscheckState>): CrosscheckState {
  const crosscheck = { ...(session.get().crosscheck ?? NOT_ASKED), ...patch };
  session.set({ crosscheck });
  return crosscheck;
}

/**
 * Looks for the names of a list in the data, and then for ties between those that are taken. What was decided by hand stays for the same
 * list.
 */
export async function matchNames(session: Session, names: readonly ListedName[] = session.get().crosscheck?.names ?? []): Promise<void> {
  const same = names === session.get().crosscheck?.names;
  const listed = names.slice(0, MOST_NAMES);
  session.cancel('ties');
  set(session, {
    names: listed,
    matches: [],
    ties: undefined,
    question: undefined,
    message: undefined,
    ...(same ? {} : { decided: new Map() }),
    phase: listed.length === 0 ? 'idle' : 'matching',
  });
  if (listed.length === 0) return session.cancel('crosscheck');
  await failing(session, () =>
    session.job('crosscheck', 'Finding the names', async (ask) => {
      const { matches } = await session.opened().matchNames({ names: [...listed], limit: 5, threshold: 0.6 }, ask);
      const ids = [...new Set(matches.flatMap(({ candidates }) => candidates.map((c) => c.entity)))];
      const entities = await session.opened().entities({ ids }, ask);
      ask.signal.throwIfAborted();
      session.addRecords({ entities });
      set(session, { matches, named: { ...NO_IDS, entities: ids } });
    }),
  );
  if (session.get().crosscheck?.phase === 'matching') await askTies(session);
}

/** Takes a candidate for a name by hand, refuses all of them with null, and asks for ties again. */
export async function decideName(session: Session, { place, entity }: { place: number; entity: string | null }): Promise<void> {
  const { crosscheck } = session.get();
  if (!crosscheck) return;
  set(session, { decided: new Map(crosscheck.decided).set(place, entity) });
  await askTies(session);
}

/** How those that were taken are tied, as the chart's filter admits it. */
export async function askTies(session: Session, change: Partial<Pick<CrosscheckState, 'maxHops'>> = {}): Promise<void> {
  const state = set(session, { ...change, ties: undefined, message: undefined });
  const parties = [...new Set(takenNames(state).flatMap((one) => (one ? [one.entity] : [])))];
  session.cancel('ties');
  if (parties.length < 2) return void set(session, { phase: 'idle', question: undefined });
  const question: TiesQuestion = { parties, maxHops: state.maxHops, filter: session.get().chart.filter, avoid: [], places: false };
  set(session, { phase: 'tying', question });
  await failing(session, () =>
    session.job('ties', 'Looking for ties', async (ask) => {
      const ties = await session.opened().tiesAmong(question, ask);
      const named = namedBy(ties, state);
      const [entities, relationships] = await Promise.all([
        session.opened().entities({ ids: [...named.entities] }, ask),
        session.opened().relationships({ ids: [...named.relationships] }, ask),
      ]);
      const cited = [...new Set(relationships.flatMap((r) => r.claims.map((c) => c.source)))];
      const sources = await session.opened().sources({ ids: cited }, ask);
      ask.signal.throwIfAborted();
      if (session.get().crosscheck?.question !== question) return;
      session.addRecords({ entities, relationships, sources });
      set(session, { phase: 'answered', ties, named: { ...named, sources: sources.map((s) => s.id) } });
    }),
  );
}

function namedBy({ ties, between }: TiesAnswer, { matches }: CrosscheckState): { [List in keyof RecordIds]: string[] } {
  const entities = new Set([
    ...matches.flatMap(({ candidates }) => candidates.map((c) => c.entity)),
    ...ties.flatMap((t) => t.entities),
    ...between.map((b) => b.entity),
  ]);
  return { entities: [...entities], relationships: [...new Set(ties.flatMap((t) => t.relationships))], sources: [] };
}

/** Says why the work could not be done; work that newer work took the place of says nothing. */
async function failing(session: Session, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof CancelledError)) set(session, { phase: 'failed', message: messageOf(error) });
    else if (session.get().crosscheck?.phase !== 'answered') set(session, { phase: 'idle' });
  }
}
