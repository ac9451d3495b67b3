import { partOf, recordsOf, withRecords } from '../../model';
import { placed, laidOutAsBefore, withHidden, withinBudget, withoutEntities } from '../chart';
import { neighboursOf } from '../selectors/neighbours';
import { onlyRoute } from '../selectors/visiblePart';
import type { Session } from '../session';
import type { ChartState, TraceState, WorkspaceState } from '../state';
import type { CallOptions, NeighbourAnswer, NeighbourQuestion, TieKind } from '../../store';
import { named } from './target';

/** More neighbours than this are not brought before it was asked which. */
const ASKS_ABOVE = 12;
/** How many neighbours come at once at most. */
export const EXPANDS_BY = 50;

/** Which neighbours are wanted: those tied in one of these ways. */
export interface ExpandingWish {
  readonly kinds: readonly Pick<TieKind, 'type' | 'forward'>[];
  /** How many at most, the strongest tied first; `EXPANDS_BY` by default. */
  readonly limit?: number;
}

/**
 * Draws the neighbours of entities that the filter admits, the strongest tied first, and remembers which ones came. Where they are
 * many it asks first which ones are wanted. False: there were none to come.
 */
export async function expand(session: Session, entities: readonly string[]): Promise<boolean> {
  const choice = await session.job('expand', 'Looking for neighbours', (ask) => kindsOf(session, entities, ask));
  if (choice.total === 0) return bring(session, entities, {});
  if (choice.total <= ASKS_ABOVE) return bring(session, entities, { without: undrawn(session.get()) });
  session.set({ expanding: choice });
  return true;
}

/** Draws what was ticked of what could come, as one step. */
export async function expandChosen(session: Session, { kinds, limit }: ExpandingWish): Promise<void> {
  const { expanding } = session.get();
  session.set({ expanding: undefined });
  if (!expanding || kinds.length === 0) return;
  await bring(session, expanding.entities, {
    kinds: kinds.map(({ type, forward }) => ({ type, forward })), limit: limit ?? EXPANDS_BY, without: undrawn(session.get()),
  });
}

/** Of each way of being tied how many neighbours could come, over all the entities. */
async function kindsOf(session: Session, entities: readonly string[], ask: CallOptions): Promise<NonNullable<WorkspaceState['expanding']>> {
  const { filter } = session.get().chart;
  const without = undrawn(session.get());
  const answers = await Promise.all(entities.map((entity) => session.opened().tieKinds({ entity, filter, without }, ask)));
  const kinds = new Map<string, TieKind>();
  for (const kind of answers.flatMap((a) => a.kinds)) {
    const key = `${kind.type} ${kind.forward}`;
    kinds.set(key, { ...kind, neighbours: kind.neighbours + (kinds.get(key)?.neighbours ?? 0) });
  }
  return {
    entities, kinds: [...kinds.values()].sort((a, b) => b.neighbours - a.neighbours), total: answers.reduce((sum, a) => sum + a.total, 0),
  };
}

/** Who is drawn already and so does not come. */
function undrawn({ chart }: WorkspaceState): string[] {
  return [...chart.entities.keys()].filter((id) => !chart.hidden.has(id));
}

type Wanted = Pick<NeighbourQuestion, 'kinds' | 'limit' | 'without'>;

async function bring(session: Session, entities: readonly string[], wanted: Wanted): Promise<boolean> {
  const { filter } = session.get().chart;
  const came = await session.job('expand', 'Expanding', async (ask) => {
    const answers = await Promise.all(
      entities.map((entity) => session.opened().neighbours({ limit: EXPANDS_BY, ...wanted, entity, filter }, ask)),
    );
    const ids = [...new Set(answers.flatMap((a) => a.entities.map((e) => e.id)))];
    const all = await session.opened().part({ ids: [...new Set([...session.get().chart.entities.keys(), ...entities, ...ids])] }, ask);
    const records = answers.reduce((sum, answer) => withRecords(sum, recordsOf(answer)), recordsOf(all));
    return { answers, ids, grow: await placed(session, partOf(records), ask, { newcomers: 'searched' }) };
  });
  return finish(session, entities, came);
}

interface Came {
  answers: readonly NeighbourAnswer[];
  ids: readonly string[];
  grow: (now: ChartState) => ChartState;
}

async function finish(session: Session, entities: readonly string[], { answers, ids, grow }: Came): Promise<boolean> {
  const state = session.get();
  const isNew = (id: string) => !entities.includes(id) && (!state.chart.entities.has(id) || state.chart.hidden.has(id));
  const came = ids.filter(isNew);
  if (came.length === 0) return false;
  const grown = withHidden(grow(state.chart), [...entities, ...ids], false);
  const expanded = new Map(grown.expanded);
  entities.forEach((entity, i) =>
    expanded.set(entity, [...(expanded.get(entity) ?? []), ...answers[i]!.entities.map((e) => e.id).filter(isNew)]),
  );
  const fits = await withinBudget(session, { ...grown, expanded }, session.get().records.entities.values());
  session.change(`Expand ${named(state, entities)}`, freed(session, fits));
  const more = answers.reduce((sum, a) => sum + a.more, 0);
  if (more > 0)
    session.notify(
      'info', `${came.length} neighbours of ${named(state, entities)} were added, the strongest tied first; ${more} more are left off.`,
    );
  return true;
}

/** A chart that shows more than the only route goes back to where everything stood. */
function freed(session: Session, chart: ChartState): { chart: ChartState; trace?: TraceState } {
  if (!onlyRoute(session.get())) return { chart };
  return { chart: laidOutAsBefore(chart), trace: { ...session.get().trace, only: false } };
}

/** Takes away exactly what expanding entities brought, save what is pinned, selected, expanded itself or on the question. */
export function collapse(session: Session, entities: readonly string[]): void {
  const state = session.get();
  const { question } = state.trace;
  const still = [...state.chart.expanded.keys()].filter((id) => !entities.includes(id));
  const stays = new Set([...state.chart.pinned, ...still, ...entities, state.selection?.id, question.from, question.to]);
  const going = entities.flatMap((entity) => state.chart.expanded.get(entity) ?? []).filter((id) => !stays.has(id));
  const left = withoutEntities(state.chart, going, state.records);
  const expanded = new Map(left.expanded);
  for (const entity of entities) expanded.delete(entity);
  session.change(`Collapse ${named(state, entities)}`, { chart: { ...left, expanded } });
}

/**
 * Expands; collapses where all are expanded; and where every neighbour is drawn already,
 * takes away those that nothing else drawn is tied to.
 */
export async function toggleNeighbours(session: Session, entities: readonly string[]): Promise<void> {
  const { expanded } = session.get().chart;
  if (entities.every((id) => expanded.has(id))) return collapse(session, entities);
  if (await expand(session, entities.filter((id) => !expanded.has(id)))) return;
  const state = session.get();
  const { chart } = state;
  const own = new Set(entities);
  const leaves = entities
    .flatMap((entity) => neighboursOf(state, entity))
    .filter((id) => !own.has(id) && !chart.pinned.has(id) && neighboursOf(state, id).every((other) => own.has(other)));
  if (leaves.length === 0) session.notify('info', `Every neighbour of ${named(state, entities)} is drawn, and tied to others as well.`);
  else session.change(`Collapse ${named(state, entities)}`, { chart: withoutEntities(chart, [...new Set(leaves)], state.records) });
}
