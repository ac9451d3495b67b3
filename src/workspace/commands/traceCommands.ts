import type { Relaxation, RouteQuestion } from '../../model';
import { askQuestion, drawnRoute, leaveTrace, showRoute } from '../queries';
import { laidOutAsBefore } from '../chart';
import { IDLE_TRACE } from '../initialState';
import { activeRoute } from '../selectors/visiblePart';
import type { Session } from '../session';
import type { WorkspaceState } from '../state';
import { command, undoable } from './command';
import { withDeniedOrNot } from './filterCommands';
import { selectedEntity } from '../selectors/selectedEntity';

/** Changes the question and asks it again. Fields set to undefined are left out of it. */
async function constrain(session: Session, patch: Partial<RouteQuestion>): Promise<void> {
  const question = { ...session.get().trace.question, ...patch };
  if (question.via === undefined) delete question.via;
  if (question.hub === undefined) delete question.hub;
  await askQuestion(session, question);
}

function setEnd(session: Session, end: 'from' | 'to', id: string | undefined): Promise<void> {
  const other = end === 'from' ? 'to' : 'from';
  const { question } = session.get().trace;
  const swaps = id !== undefined && question[other] === id;
  return constrain(session, { [end]: id ?? '', ...(swaps ? { [other]: question[end] } : {}) });
}

async function stepRoute(session: Session, by: 1 | -1): Promise<void> {
  const { answer, active } = session.get().trace;
  const count = answer?.routes.length ?? 0;
  if (count === 0) return;
  const next = active === undefined ? (by === 1 ? 0 : count - 1) : (active + by + count) % count;
  await showRoute(session, next);
}

async function onlyThisRoute(session: Session, only: boolean | undefined): Promise<void> {
  const { trace, chart } = session.get();
  const next = { ...trace, only: only ?? !trace.only };
  const route = activeRoute(session.get());
  if (!route || next.only === trace.only) return;
  if (!next.only) session.change('Show everything again', { chart: laidOutAsBefore(chart), trace: next });
  else {
    const draw = await session.job('route', 'Laying out the route', (ask) => drawnRoute(session, route, next, ask));
    session.change('Show only this route', { chart: draw(session.get().chart), trace: next });
  }
  session.events.emit('fit', {});
}

function clearTrace(session: Session): void {
  session.cancel('trace');
  leaveTrace(
    session, { ...IDLE_TRACE, question: { ...IDLE_TRACE.question, filter: session.get().trace.question.filter } }, 'Clear the trace',
  );
}

/** While two states are compared the same keys step through the changes. */
const hasRoutes = (s: WorkspaceState) => s.comparison === undefined && (s.trace.answer?.routes.length ?? 0) > 0;
const hasEntity = (s: WorkspaceState) => selectedEntity(s) !== undefined;
const isAsked = (s: WorkspaceState) => s.trace.question.from !== '' && s.trace.question.to !== '';

export const traceCommands = {
  traceFrom: command<string | undefined>({
    label: 'Trace from', group: 'trace', step: 'push', run: (session, id) => setEnd(session, 'from', id),
  }),
  traceTo: command<string | undefined>({
    label: 'Trace to', group: 'trace', step: 'push', run: (session, id) => setEnd(session, 'to', id),
  }),
  traceFromHere: command({
    label: 'Trace from what is selected', group: 'trace', shortcut: ['Shift+F'], step: 'push', listed: true, enabled: hasEntity,
    run: (session) => setEnd(session, 'from', selectedEntity(session.get())),
  }),
  traceToHere: command({
    label: 'Trace to what is selected', group: 'trace', shortcut: ['Shift+T'], step: 'push', listed: true, enabled: hasEntity,
    run: (session) => setEnd(session, 'to', selectedEntity(session.get())),
  }),
  swapEnds: command({
    label: 'Swap From and To',
    group: 'trace',
    step: 'push',
    listed: true,
    enabled: (s) => s.trace.question.from !== '' || s.trace.question.to !== '',
    run: (session) => constrain(session, { from: session.get().trace.question.to, to: session.get().trace.question.from }),
  }),
  ask: command<RouteQuestion | undefined>({
    label: 'Ask again', group: 'trace', step: 'push', listed: true, enabled: isAsked,
    run: (session, question) => constrain(session, question ?? {}),
  }),
  constrain: command<Partial<RouteQuestion>>({ label: 'Change what the trace allows', group: 'trace', run: constrain }),
  relax: command<Relaxation>({
    label: 'Allow what gives a route', group: 'trace', step: 'push', run: (session, { question }) => constrain(session, question),
  }),
  avoid: command<string | undefined>({
    label: 'Avoid what is selected', group: 'trace', step: 'push', listed: true, enabled: hasEntity,
    run: (session, id) => avoidance(session, id ?? selectedEntity(session.get())),
  }),
  passThrough: command<string | undefined>({
    label: 'Pass through what is selected', group: 'trace', step: 'push', listed: true, enabled: hasEntity,
    run: (session, id) => {
      const via = id ?? selectedEntity(session.get());
      return constrain(session, { via, avoid: session.get().trace.question.avoid.filter((a) => a !== via) });
    },
  }),
  toggleDirection: command({
    label: 'Trace along the arrows, or in any direction', group: 'trace', step: 'push', listed: true,
    run: (session) => constrain(session, { direction: session.get().trace.question.direction === 'any' ? 'along' : 'any' }),
  }),
  toggleDeniedInTrace: command({
    label: 'Let routes use denied relationships, or not', group: 'trace', step: 'push', listed: true,
    run: (session) => {
      const { filter } = session.get().trace.question;
      return constrain(session, { filter: { ...filter, statuses: withDeniedOrNot(filter) } });
    },
  }),
  togglePlaces: command({
    label: 'Let routes pass places, or not', group: 'trace', step: 'push', listed: true,
    run: (session) => constrain(session, { places: !session.get().trace.question.places }),
  }),
  longerRoutes: command({
    label: 'Allow longer routes', group: 'trace', listed: true, enabled: (s) => s.trace.question.maxHops < 12,
    run: (session) => constrain(session, { maxHops: session.get().trace.question.maxHops + 1 }),
  }),
  shorterRoutes: command({
    label: 'Allow shorter routes only', group: 'trace', listed: true, enabled: (s) => s.trace.question.maxHops > 1,
    run: (session) => constrain(session, { maxHops: session.get().trace.question.maxHops - 1 }),
  }),
  nextRoute: command({
    label: 'Next route', group: 'trace', shortcut: [']'], step: 'push', listed: true, enabled: hasRoutes,
    run: (session) => stepRoute(session, 1),
  }),
  previousRoute: command({
    label: 'Previous route', group: 'trace', shortcut: ['['], step: 'push', listed: true, enabled: hasRoutes,
    run: (session) => stepRoute(session, -1),
  }),
  showRoute: command<number | undefined>({ label: 'Show a route', group: 'trace', step: 'push', run: showRoute }),
  onlyRoute: undoable<boolean | undefined>({
    label: 'Only this route, or everything', group: 'trace', shortcut: ['O'], step: 'push', listed: true,
    enabled: (s) => activeRoute(s) !== undefined, run: onlyThisRoute,
  }),
  clearTrace: undoable({
    label: 'Clear the trace', group: 'trace', step: 'push', listed: true,
    enabled: (s) => s.trace.question.from !== '' || s.trace.question.to !== '', run: clearTrace,
  }),
};

function avoidance(session: Session, id: string | undefined): Promise<void> | undefined {
  const { question } = session.get().trace;
  if (id === undefined || question.avoid.includes(id)) return undefined;
  const { via, ...rest } = question;
  return constrain(session, { ...rest, via: via === id ? undefined : via, avoid: [...question.avoid, id] });
}
