import { idsOf, withIds, type DatasetPart, type Route, type RouteAnswer, type RouteQuestion } from '../../model';
import { laidOutAsBefore, placed, withHidden } from '../chart';
import { lookup } from '../selectors/lookup';
import type { CallOptions } from '../../store';
import { CancelledError, type ChangeOptions, type Session } from '../session';
import type { ChartState, TraceState, WorkspaceState } from '../state';
import { askBetween } from './askBetween';
import { askSetAside } from './askSetAside';
import { routeLaidOut } from './layOutRoute';
import { messageOf } from './message';

/** How long the last change of a question must be ago before it is asked, in ms: a slider is not asked at every step. */
const SETTLES_AFTER = 120;

export interface AskOptions extends ChangeOptions {
  /** Which route to highlight once it is answered, from 0; the first if left out, none with `NO_ROUTE`. */
  active?: number;
  /** What the step is called that draws a route or leaves it; else it is named after the route. */
  label?: string;
  /** The chart stays as it is, and the history with it: a route is highlighted only where it is drawn already. */
  still?: boolean;
  /** The chart is drawn as it was left: the route is highlighted, and nothing is added or shown again for it. */
  asLeft?: boolean;
}

/** In place of a route's number: none is highlighted. */
export const NO_ROUTE = -1;

/**
 * Asks the trace question over the whole dataset; a question that is still being asked is cancelled. With no route it
 * asks why. An incomplete question (an end is missing, or both are one) puts the trace to rest.
 */
export async function askTrace(session: Session, { active = 0, ...options }: AskOptions = {}): Promise<void> {
  const { question } = session.get().trace;
  session.cancel('route');
  for (const about of ['between', 'setAside']) session.cancel(about);
  if (question.from === '' || question.to === '' || question.from === question.to) return rest(session);
  session.setTrace({ phase: 'asking' });
  try {
    await session.job('trace', 'Looking for routes', (ask) => asked(session, question, active, ask, options));
    await Promise.all([askBetween(session), askSetAside(session)]);
  } catch (error) {
    if (session.get().trace.question !== question) return;
    if (error instanceof CancelledError) session.setTrace({ phase: session.get().trace.answer ? 'answered' : 'idle' });
    else session.setTrace({ ...UNANSWERED, phase: 'failed', message: messageOf(error) });
  }
}

let questions = 0;

/**
 * Puts a changed question. Where the chart is laid out for a route, question, answer and layout are one step, since
 * none of them can be taken back without the others.
 */
export async function askQuestion(session: Session, question: RouteQuestion, options: AskOptions = {}): Promise<void> {
  if (session.get().chart.layout === 'route' && !options.still) {
    return askAsStep(session, question, {
      ...options, label: options.label ?? 'Change the trace', merge: options.merge ?? `question ${++questions}`,
    });
  }
  session.setTrace({ question });
  await Promise.all([nameEnds(session), askTrace(session, options)]);
}

/** Puts a changed question as one step with its answer and what that draws. */
export async function askAsStep(
  session: Session, question: RouteQuestion, options: AskOptions & { label: string; merge: string },
): Promise<void> {
  const { label, merge } = options;
  session.change(label, { trace: { ...session.get().trace, question } }, { merge });
  await Promise.all([nameEnds(session), askTrace(session, options)]);
  session.change(label, { trace: session.get().trace }, { merge });
}

/** What goes with an answer, and with it. */
const UNTOLD = { between: undefined, ringed: undefined, chains: undefined, setAside: undefined } as const;
const UNANSWERED = { ...UNTOLD, answer: undefined, noRoute: undefined, active: undefined, message: undefined } as const;

function rest(session: Session): void {
  session.cancel('trace');
  leaveTrace(session, { ...session.get().trace, ...UNANSWERED, phase: 'idle' }, 'Clear the trace');
}

/** Sets a trace without a route to draw; a chart that was laid out for one goes back, as a step that undo takes back. */
export function leaveTrace(session: Session, trace: TraceState, label: string, options: AskOptions = {}): void {
  const { chart } = session.get();
  if (chart.layout === 'route' || trace.only !== session.get().trace.only)
    session.change(options.label ?? label, { chart: laidOutAsBefore(chart), trace: { ...trace, only: false } }, options);
  else session.set({ trace });
}

async function asked(
  session: Session, question: RouteQuestion, active: number, ask: Required<CallOptions>, options: AskOptions,
): Promise<void> {
  await session.deps.wait(SETTLES_AFTER, ask.signal);
  const store = session.opened();
  const answer = await store.routes(question, ask);
  const noRoute = answer.routes.length === 0 ? await store.whyNoRoute(question, ask) : undefined;
  const part = await store.part({ ids: entitiesNamed(question, answer) }, ask);
  ask.signal.throwIfAborted();
  session.addRecords(part);
  const { message: _message, active: _active, noRoute: _noRoute, ...rest } = session.get().trace;
  const trace = { ...rest, ...UNTOLD, answer, phase: 'answered' as const, named: idsOf(part), ...(noRoute ? { noRoute } : {}) };
  const index = Math.min(active, answer.routes.length - 1);
  if (options.still) session.set({ trace: stillTrace(session.get(), trace, index) });
  else if (index < 0) leaveTrace(session, trace, 'Leave the route', options);
  else await shown(session, { ...trace, active: index }, ask, options);
}

/** An answer to a chart that must stay as it is: a chart that is laid out for a route goes on showing that route. */
function stillTrace({ chart, trace: before }: WorkspaceState, trace: TraceState, index: number): TraceState {
  const route = trace.answer?.routes[index];
  const isDrawn = route?.entities.every((id) => chart.entities.has(id) && !chart.hidden.has(id)) ?? false;
  if (chart.layout !== 'route') return isDrawn && !trace.only ? { ...trace, active: index } : trace;
  const drawn = before.active === undefined ? undefined : before.answer?.routes[before.active]?.entities.join('\n');
  const same = trace.answer!.routes.findIndex((r) => r.entities.join('\n') === drawn);
  return same < 0 ? { ...before, phase: 'answered' } : { ...trace, active: same };
}

function entitiesNamed({ from, to, via, avoid }: RouteQuestion, { routes }: RouteAnswer): string[] {
  return [...new Set([from, to, ...(via === undefined ? [] : [via]), ...avoid, ...routes.flatMap((r) => r.entities)])];
}

/** Highlights a route of the answer that stands; what it passes that is not on the chart is added. */
export async function showRoute(session: Session, index: number | undefined, options: Omit<AskOptions, 'active'> = {}): Promise<void> {
  const { trace } = session.get();
  if (index === undefined) {
    const { active: _active, chains: _chains, ...rest } = trace;
    return leaveTrace(session, rest, 'Leave the route');
  }
  if (!trace.answer?.routes[index]) return;
  await session.job('route', 'Drawing the route', (ask) => shown(session, { ...trace, active: index, chains: undefined }, ask, options));
}

async function shown(
  session: Session, trace: TraceState, ask: Required<CallOptions>, { asLeft = false, ...options }: AskOptions = {},
): Promise<void> {
  const route = trace.answer!.routes[trace.active!]!;
  const drawn = await (asLeft ? laidOutIfOnly(session, route, trace, ask) : drawnRoute(session, route, trace, ask));
  ask.signal.throwIfAborted();
  const { chart } = session.get();
  const next = drawn(chart);
  if (next === chart) session.set({ trace });
  else {
    // Undo gives back a question that is answered, with no route of it drawn.
    if (chart.layout !== 'route') session.set({ trace: { ...trace, active: undefined } });
    session.change(options.label ?? `Show ${routeName(session.get(), route)}`, { chart: next, trace }, options);
  }
  session.events.emit('announce', {
    text: `Route ${trace.active! + 1} of ${trace.answer!.routes.length}: ${route.entities.map(lookup(session.get()).name).join(' – ')}.`,
  });
}

/** The change that draws a route whole: what is missing is added, what was hidden is shown, and with `only` it is laid out. */
export async function drawnRoute(
  session: Session, route: Route, trace: TraceState, ask: Required<CallOptions>,
): Promise<(now: ChartState) => ChartState> {
  const { chart } = session.get();
  const missing = route.entities.some((id) => !chart.entities.has(id));
  const add = missing ? await placed(session, await partWith(session, route.entities, ask), ask) : (now: ChartState) => now;
  const layOut = await laidOutIfOnly(session, route, trace, ask);
  return (now) => layOut(withHidden(add(now), route.entities, false));
}

async function laidOutIfOnly(
  session: Session, route: Route, { only }: TraceState, ask: Required<CallOptions>,
): Promise<(now: ChartState) => ChartState> {
  return only ? routeLaidOut(session, route, ask) : (now) => now;
}

/** Some entities with everything that ties them to each other and to what is on the chart. */
export async function partWith(session: Session, ids: readonly string[], ask: CallOptions): Promise<DatasetPart> {
  return session.opened().part({ ids: [...new Set([...session.get().chart.entities.keys(), ...ids])] }, ask);
}

function routeName(state: WorkspaceState, { entities }: Route): string {
  return `the route ${[entities[0]!, entities.at(-1)!].map(lookup(state).name).join(' – ')}`;
}

/** The records of a question's ends before it is answered, so that the panel can name them. */
export async function nameEnds(session: Session): Promise<void> {
  const { question } = session.get().trace;
  const ids = [question.from, question.to, question.via ?? '', ...question.avoid].filter((id) => id !== '');
  if (ids.length === 0) return;
  const entities = await session.job('names', 'Looking up names', (ask) => session.opened().entities({ ids }, ask));
  session.addRecords({ entities });
  session.setTrace({ named: withIds(session.get().trace.named, { entities: entities.map((e) => e.id) }) });
}
