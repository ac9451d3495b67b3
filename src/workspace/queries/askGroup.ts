import { NO_IDS, type GroupQuestion } from '../../model';
import { selectedEntities } from '../selectors/selectedEntities';
import { visiblePart } from '../selectors/visiblePart';
import { CancelledError, type Session } from '../session';
import { messageOf } from './message';

/** How many members, types and sources are told of. */
const LIMIT = 8;

/** A group that is asked about, and what it is called. */
export interface AskedGroup {
  readonly name: string;
  readonly of: GroupQuestion['of'];
}

/** Asks what holds a group together under the chart's filter: what is selected, or all that is drawn, where none is given. */
export async function askGroup(session: Session, asked: AskedGroup = drawnGroup(session)): Promise<void> {
  const question: GroupQuestion = { of: asked.of, filter: session.get().chart.filter, limit: LIMIT };
  session.cancel('group');
  if ('entities' in asked.of && asked.of.entities.length < 2) {
    const message = 'Select two entities or more, or draw some.';
    return session.set({ group: { phase: 'failed', name: asked.name, question, named: NO_IDS, message } });
  }
  session.set({ group: { phase: 'asking', name: asked.name, question, named: session.get().group?.named ?? NO_IDS } });
  try {
    const { answer, records } = await session.job('group', 'Looking at the group', async (ask) => {
      await session.settled();
      const store = session.opened();
      const answer = await store.explainGroup(question, ask);
      const [entities, sources] = await Promise.all([
        store.entities({ ids: answer.gates.map((g) => g.entity) }, ask),
        store.sources({ ids: [...new Set(answer.sources.flatMap((s) => [s.source, ...s.copies]))] }, ask),
      ]);
      return { answer, records: { entities, relationships: [], sources } };
    });
    if (session.get().group?.question !== question) return;
    session.addRecords(records);
    const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);
    const named = { entities: ids(records.entities), relationships: [], sources: ids(records.sources) };
    session.set({ group: { phase: 'answered', name: asked.name, question, answer, named } });
  } catch (error) {
    if (session.get().group?.question !== question) return;
    const message = error instanceof CancelledError ? 'It was cancelled.' : messageOf(error);
    session.set({ group: { phase: 'failed', name: asked.name, question, named: NO_IDS, message } });
  }
}

/** The same group under the filter as it is now. */
export async function askGroupAgain(session: Session): Promise<void> {
  const { group } = session.get();
  if (group) await askGroup(session, { name: group.name, of: group.question.of });
}

function drawnGroup(session: Session): AskedGroup {
  const state = session.get();
  const selected = [...selectedEntities(state)];
  if (selected.length >= 2) return { name: `${selected.length} that are selected`, of: { entities: selected } };
  const drawn = visiblePart(state).entities.map((e) => e.id);
  return { name: state.chart.group ? `the group of ${state.chart.group.name}, as it is drawn` : 'what is drawn', of: { entities: drawn } };
}
