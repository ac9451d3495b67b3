import type { Filter, RelationshipType, RouteQuestion } from '../../model';
import { askAsStep, askBetween, partWith, setsAside, withNothingAside } from '../queries';
import { laidOutAsBefore, placed, withHidden } from '../chart';
import { lookup } from '../selectors/lookup';
import type { Session } from '../session';
import type { WorkspaceState } from '../state';
import { command, undoable } from './command';
import { tidy } from './filterCommands';
import { selectedEntity } from '../selectors/selectedEntity';

let asides = 0;

/** Changes what the trace sets aside, and asks again: question and answer are one step, which undo takes back with its routes. */
async function setAside(session: Session, label: string, patch: Pick<RouteQuestion, 'avoid' | 'filter'>): Promise<void> {
  await askAsStep(session, { ...session.get().trace.question, ...patch }, { label, merge: `aside ${++asides}` });
}

async function toggleEntity(session: Session, id: string | undefined): Promise<void> {
  const entity = id ?? selectedEntity(session.get());
  const { question } = session.get().trace;
  if (entity === undefined || entity === question.from || entity === question.to) return;
  const out = question.avoid.includes(entity);
  const { via, ...rest } = question;
  if (via === entity) session.setTrace({ question: rest });
  const avoid = out ? question.avoid.filter((a) => a !== entity) : [...question.avoid, entity];
  await setAside(session, `${out ? 'Put back' : 'Set aside'} ${lookup(session.get()).name(entity)}`, { avoid, filter: question.filter });
}

async function toggleSource(session: Session, source: string): Promise<void> {
  const { question } = session.get().trace;
  const now = question.filter.withoutSources ?? [];
  const out = now.includes(source);
  const filter: Filter = tidy({ ...question.filter, withoutSources: out ? now.filter((s) => s !== source) : [...now, source] });
  const publisher = lookup(session.get()).source(source)?.publisher ?? source;
  await setAside(session, `${out ? 'Count' : 'Set aside'} ${publisher}`, { avoid: question.avoid, filter });
}

/** Chooses which ties make nobody an intermediary, as usual if none are given, and asks again who stands between: one step. */
async function chooseNotThrough(session: Session, types: readonly RelationshipType[] | undefined): Promise<void> {
  const label = 'Change which ties are not counted';
  const merge = `not through ${++asides}`;
  const { trace } = session.get();
  const { notThrough: _, ...question } = trace.question;
  session.change(label, { trace: { ...trace, question: types ? { ...question, notThrough: [...types] } : question } }, { merge });
  await askBetween(session);
  session.change(label, { trace: session.get().trace }, { merge });
}

/** Highlights chains of entities; those that are not on the chart are added. */
export async function showChains(session: Session, chains: readonly (readonly string[])[] | undefined): Promise<void> {
  if (!chains) return session.setTrace({ chains: undefined });
  const ids = [...new Set(chains.flat())];
  const missing = ids.some((id) => !session.get().chart.entities.has(id));
  const draw = missing
    ? await session.job('route', 'Drawing the routes', async (ask) => placed(session, await partWith(session, ids, ask), ask))
    : undefined;
  const { chart: now, trace: { only } } = session.get();
  const chart = only ? laidOutAsBefore(now) : now;
  const next = withHidden(draw ? draw(chart) : chart, ids, false);
  const label = chains.length === 1 ? 'Show a route' : `Show ${chains.length} routes that share no entity`;
  if (next === now && !only) session.setTrace({ chains });
  else session.change(label, { chart: next, trace: { ...session.get().trace, chains, only: false } });
  session.events.emit('center', { kind: 'entity', id: ids[0]! });
}

function disjointOf({ trace: { between } }: WorkspaceState): readonly (readonly string[])[] {
  return between?.phase === 'answered' ? between.answer.disjoint : [];
}

function separatorsOf({ trace: { between } }: WorkspaceState): readonly (readonly string[])[] {
  return between?.phase === 'answered' ? between.answer.separators : [];
}

/** Rings the next of the smallest sets without which no route is left; after the last, none. */
function ringNext(session: Session): void {
  const sets = separatorsOf(session.get());
  const { ringed } = session.get().trace;
  const at = ringed ? sets.findIndex((set) => set.join('\n') === ringed.join('\n')) : -1;
  session.setTrace({ ringed: sets[at + 1] });
}

const hasTrace = (s: WorkspaceState) => s.trace.question.from !== '' && s.trace.question.to !== '';
const isEnd = (s: WorkspaceState, id: string | undefined) => id === s.trace.question.from || id === s.trace.question.to;

/** Who stands between, and what is left without somebody or some source. */
export const betweenCommands = {
  setAsideEntity: undoable<string | undefined>({
    label: 'Test without what is selected, or restore it', group: 'trace', shortcut: ['X'], step: 'push', listed: true,
    enabled: (s) => hasTrace(s) && selectedEntity(s) !== undefined && !isEnd(s, selectedEntity(s)), run: toggleEntity,
  }),
  setAsideSource: undoable<string>({ label: 'Test without a source, or restore it', group: 'trace', step: 'push', run: toggleSource }),
  putBack: undoable({
    label: 'Restore all that is left out', group: 'trace', step: 'push', listed: true, enabled: (s) => setsAside(s.trace.question),
    run: (session) => setAside(session, 'Put back all that was set aside', withNothingAside(session.get().trace.question)),
  }),
  notThrough: undoable<readonly RelationshipType[] | undefined>({
    label: 'Choose which ties make nobody an intermediary', group: 'trace', step: 'push', run: chooseNotThrough,
  }),
  askBetween: command({
    label: 'Ask again who stands between', group: 'trace', enabled: (s) => (s.trace.answer?.routes.length ?? 0) > 0, run: askBetween,
  }),
  ring: command<readonly string[] | undefined>({
    label: 'Ring a separating set', group: 'trace', run: (session, ringed) => session.setTrace({ ringed }),
  }),
  ringNext: command({
    label: 'Show next separating set', group: 'trace', shortcut: ['R'], listed: true, enabled: (s) => separatorsOf(s).length > 0,
    run: ringNext,
  }),
  pointRing: command<readonly string[] | undefined>({
    label: 'Point at a set', group: 'trace', run: (session, pointedRing) => session.set({ pointedRing }),
  }),
  showChains: command<readonly (readonly string[])[] | undefined>({
    label: 'Highlight chains of entities', group: 'trace', run: showChains,
  }),
  showDisjoint: command({
    label: 'Show routes that share no entity, or the highlighted one again',
    group: 'trace',
    listed: true,
    enabled: (s) => disjointOf(s).length > 0,
    run: (session) => showChains(session, session.get().trace.chains ? undefined : disjointOf(session.get())),
  }),
};
