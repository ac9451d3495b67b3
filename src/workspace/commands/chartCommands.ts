import { inReach, type Position, type Records } from '../../model';
import {
  inBoxOf, laidOutAsBefore, organic, partOnChart, placed, withHidden, withinBudget, withMoved, withoutEntities, withPinned,
} from '../chart';
import { joinedPart } from '../selectors/chartView';
import { drawnComparison } from '../selectors/comparison';
import { drawnOwnership } from '../selectors/spokenUnder';
import { activeRoute, onlyRoute } from '../selectors/visiblePart';
import type { Session } from '../session';
import type { ChartState } from '../state';
import { partWith, routeLaidOut, showPerspective } from '../queries';
import { command, undoable } from './command';
import { collapse, expand, expandChosen, toggleNeighbours, type ExpandingWish } from './expanding';
import { select } from './selectCommands';
import { hasTarget, named, targets } from './target';

type Ids = string | readonly string[] | undefined;

/** Entities moved by hand. Moves with one `gesture` are one step of the history. */
interface Moves {
  readonly positions: ReadonlyMap<string, Position>;
  readonly gesture?: string;
}

function changeTargets(session: Session, ids: Ids, verb: string, make: (chart: ChartState, ids: string[]) => ChartState): void {
  const state = session.get();
  const on = targets(state, ids);
  session.change(`${verb} ${named(state, on)}`, { chart: make(state.chart, on) });
}

/** Hides or takes off, and lets go of a selection that is no longer drawn. */
function takeAway(
  session: Session, ids: Ids, verb: string, make: (chart: ChartState, ids: string[], records: Records) => ChartState,
): void {
  const state = session.get();
  const on = targets(state, ids);
  const gone = new Set(on);
  const { selection } = state;
  const touched = selection?.kind === 'relationship' ? state.records.relationships.get(selection.id) : undefined;
  const letGo =
    selection !== undefined && (gone.has(selection.id) || (touched !== undefined && (gone.has(touched.from) || gone.has(touched.to))));
  session.change(`${verb} ${named(state, on)}`, {
    chart: make(state.chart, on, state.records), ...(letGo ? { selection: undefined } : {}),
  });
}

/** Brings entities of the dataset onto the chart, near what they are tied to; hidden ones are drawn again. */
export async function addToChart(session: Session, ids: readonly string[]): Promise<void> {
  const missing = ids.filter((id) => !session.get().chart.entities.has(id));
  const grow =
    missing.length === 0
      ? (now: ChartState) => now
      : await session.job('add', 'Adding to the chart', async (ask) => placed(session, await partWith(session, ids, ask), ask));
  const grown = withHidden(grow(session.get().chart), ids, false);
  const chart = await withinBudget(session, grown, session.get().records.entities.values());
  session.change(`Add ${named({ ...session.get(), chart }, ids)}`, { chart });
}

async function showEntity(session: Session, id: string): Promise<void> {
  await addToChart(session, [id]);
  if (onlyRoute(session.get()) && !activeRoute(session.get())!.entities.includes(id)) {
    const { chart, trace } = session.get();
    session.change('Leave the route', { chart: laidOutAsBefore(chart), trace: { ...trace, only: false } });
  }
  const selecting = select(session, { kind: 'entity', id });
  session.events.emit('center', { kind: 'entity', id });
  await selecting;
}

async function relayout(session: Session): Promise<void> {
  const { chart, records } = session.get();
  const route = activeRoute(session.get());
  if (onlyRoute(session.get()) && route) {
    const layOut = await session.job('layout', 'Laying out', (ask) => routeLaidOut(session, route, ask));
    return session.change('Lay out', { chart: layOut(session.get().chart) });
  }
  const positions = await session.job('layout', 'Laying out', (ask) =>
    organic(session, partOnChart(records, chart), chart, ask, { keep: false }),
  );
  session.change('Lay out', { chart: withMoved(session.get().chart, positions) });
  session.events.emit('fit', {});
}

function onAll(session: Session, ids: Ids, act: (session: Session, ids: string[]) => void | Promise<void>): void | Promise<void> {
  const on = targets(session.get(), ids);
  if (on.length > 0) return act(session, on);
}

async function expandOrSay(session: Session, ids: readonly string[]): Promise<void> {
  if (!(await expand(session, ids))) session.notify('info', `Everything tied to ${named(session.get(), ids)} is on the chart already.`);
}

/** Hides everything drawn but what is selected. */
function onlyThese(session: Session): void {
  const state = session.get();
  const stay = new Set(targets(state, undefined));
  const drawn = joinedPart(state).part.entities.flatMap((e) => inBoxOf(state.chart, e.id));
  session.change(`Show only ${named(state, [...stay])}`, { chart: withHidden(state.chart, drawn.filter((id) => !stay.has(id)), true) });
  session.events.emit('fit', {});
}

function clearChart(session: Session): void {
  const { chart, records, selection } = session.get();
  session.change('Clear the chart', {
    chart: withoutEntities(chart, [...chart.entities], records), ...(selection ? { selection: undefined } : {}),
  });
}

export const chartCommands = {
  showPerspective: undoable<string>({
    label: 'Show a view of the case', group: 'chart', step: 'push', enabled: (s) => (s.dataset?.perspectives?.length ?? 0) > 0,
    run: showPerspective,
  }),
  toggleNeighbours: undoable<Ids>({
    label: 'Expand or collapse neighbours', group: 'chart', shortcut: ['E'], listed: true, enabled: hasTarget,
    run: (session, ids) => onAll(session, ids, toggleNeighbours),
  }),
  expand: undoable<Ids>({
    label: 'Expand neighbours', group: 'chart', enabled: hasTarget, run: (session, ids) => onAll(session, ids, expandOrSay),
  }),
  collapse: undoable<Ids>({
    label: 'Collapse neighbours', group: 'chart', enabled: hasTarget, run: (session, ids) => onAll(session, ids, collapse),
  }),
  expandChosen: undoable<ExpandingWish>({
    label: 'Expand what is ticked', group: 'chart', enabled: (s) => s.expanding !== undefined, run: expandChosen,
  }),
  cancelExpanding: command({ label: 'Expand nothing', group: 'chart', run: (session) => session.set({ expanding: undefined }) }),
  add: undoable<readonly string[]>({ label: 'Add to the chart', group: 'chart', run: addToChart }),
  showEntity: undoable<string>({ label: 'Show an entity on the chart', group: 'chart', run: showEntity }),
  hide: undoable<Ids>({
    label: 'Hide', group: 'chart', shortcut: ['H'], listed: true, enabled: hasTarget,
    run: (session, ids) => takeAway(session, ids, 'Hide', (chart, on) => withHidden(chart, on, true)),
  }),
  showHidden: undoable<Ids>({
    label: 'Show everything hidden by hand',
    group: 'chart',
    shortcut: ['Shift+H'],
    listed: true,
    enabled: (s) => s.chart.hidden.size > 0,
    run: (session, ids) =>
      changeTargets(session, ids ?? [...session.get().chart.hidden], 'Show', (chart, on) => withHidden(chart, on, false)),
  }),
  remove: undoable<Ids>({
    label: 'Remove from the chart', group: 'chart', shortcut: ['Delete', 'Backspace'], listed: true, enabled: hasTarget,
    run: (session, ids) => takeAway(session, ids, 'Remove', withoutEntities),
  }),
  onlyThese: undoable({
    label: 'Only these: hide everything else', group: 'chart', shortcut: ['Shift+K'], listed: true, enabled: hasTarget, run: onlyThese,
  }),
  clearChart: undoable({ label: 'Clear chart', group: 'chart', listed: true, enabled: (s) => s.chart.entities.size > 0, run: clearChart }),
  togglePin: undoable<Ids>({
    label: 'Pin or unpin', group: 'chart', shortcut: ['P'], listed: true, enabled: hasTarget,
    run: (session, ids) => {
      const { chart } = session.get();
      const pin = targets(session.get(), ids).some((id) => !chart.pinned.has(id));
      changeTargets(session, ids, pin ? 'Pin' : 'Unpin', (now, on) => withPinned(now, on, pin));
    },
  }),
  move: undoable<Moves>({
    label: 'Move', group: 'chart',
    run: (session, { positions: wanted, gesture }) => {
      const positions = new Map([...wanted].map(([id, at]) => [id, inReach(at)]));
      const state = session.get();
      if (drawnOwnership(state)) return session.setOwnership({ positions: new Map([...state.ownership.positions, ...positions]) });
      const compared = drawnComparison(state);
      if (compared) return session.set({ comparison: { ...compared, positions: new Map([...compared.positions, ...positions]) } });
      session.change(
        `Move ${named(state, [...positions.keys()])}`, { chart: withMoved(state.chart, positions) },
        gesture === undefined ? {} : { merge: `move ${gesture}` },
      );
    },
  }),
  relayout: undoable({
    label: 'Redo layout', group: 'chart', shortcut: ['L'], listed: true, enabled: (s) => s.chart.entities.size > 0, run: relayout,
  }),
  cancelJob: command<string>({ label: 'Cancel what is under way', group: 'chart', run: (session, name) => session.cancel(name) }),
};
