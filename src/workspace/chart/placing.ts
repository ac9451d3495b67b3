import { partOf, recordsOf, withRecords, type DatasetPart, type Entity, type Position } from '../../model';
import { detailFor, withGroupPlaces, withGroups, withJoined } from '../../drawing';
import type { CallOptions } from '../../store';
import type { Session } from '../session';
import type { ChartState } from '../state';
import { boxCount, MOST_DRAWN, partOnChart, withPart } from './chart';

/**
 * Lays out a chart with more on it, off the page's thread: what is pinned stays, what is known keeps its place as far
 * as it can, and what is new comes to stand near its neighbours. Gives a function that makes the change to the chart
 * as it is by then, and makes its records known: what was moved or taken off meanwhile is left alone.
 */
export async function placed(
  session: Session, part: DatasetPart, ask: CallOptions, { newcomers = 'near' }: { newcomers?: 'near' | 'searched' } = {},
): Promise<(now: ChartState) => ChartState> {
  const { chart, records } = session.get();
  const fresh = part.entities.filter((e) => !chart.entities.has(e.id));
  const all = partOf(withRecords(recordsOf(partOnChart(records, chart)), recordsOf(part)));
  const positions =
    fresh.length === 0
      ? new Map<string, Position>()
      : await (newcomers === 'near' ? organic(session, all, chart, ask) : searched(session, all, fresh.length, ask));
  const isNew = new Set(fresh.map((e) => e.id));
  return (now) => {
    session.addRecords(part);
    const moves = new Map([...positions].filter(([id]) => isNew.has(id) || mayMove(chart, now, id)));
    return withPart(now, part, moves);
  };
}

/**
 * Positions of everything given, drawn anew except for what is pinned; `keep` holds on to the picture that is known.
 * Whoever is drawn in another's box keeps the place to be taken apart to; one that has none yet gets that of the box. Closed groups are
 * laid out as the boxes that they are, under the ids of these.
 */
export async function organic(
  session: Session, part: DatasetPart, chart: ChartState, ask: CallOptions, { keep = true, seed = 1 } = {},
): Promise<ReadonlyMap<string, Position>> {
  const { part: drawn, within, groups } = asBoxes(part, chart);
  const settled = withGroupPlaces(chart.before ?? chart.positions, groups);
  const pinned = new Map([...settled].filter(([id]) => chart.pinned.has(id)));
  const positions = await session.deps.layout.organic(
    {
      part: drawn, detail: detailFor(drawn.entities.length), aspect: session.aspect, seed, pinned,
      ...(keep && settled.size > 0 ? { previous: settled } : {}),
    },
    ask,
  );
  const inBoxes = [...within].flatMap(([head, others]) => others.map(({ id }) => [id, settled.get(id) ?? positions.get(head)!] as const));
  return inBoxes.length === 0 ? positions : new Map([...positions, ...inBoxes]);
}

/** A part as it is drawn in boxes, ties of groups in one line each. */
function asBoxes(part: DatasetPart, chart: ChartState) {
  const joined = withJoined(part, chart.joined);
  const plain = { part: joined.part, derived: NOTHING, enclosures: [], possibly: NOBODY, statusOf: () => 'reported' as const };
  return { within: joined.within, ...withGroups({ ...plain, period: undefined }, chart.groups ?? []) };
}

const NOTHING: ReadonlyMap<string, never> = new Map<string, never>();
const NOBODY: ReadonlySet<string> = new Set();

/**
 * The chart as it is where it draws no more than it can move; else closed groups by type stand for whoever is in none, and it is told how
 * to choose others.
 */
export async function withinBudget(session: Session, chart: ChartState, entities: Iterable<Entity>): Promise<ChartState> {
  if (boxCount(chart) <= MOST_DRAWN) return chart;
  const { groupedByKey, groupKeys } = await import('./grouping');
  session.notify(
    'info',
    `${chart.entities.size.toLocaleString('en')} entities are more than a chart can move. Groups by type stand for them: open one by a `
    + 'double click, or choose other groups in the commands.',
  );
  return groupedByKey(chart, [...entities].filter((e) => chart.entities.has(e.id)), groupKeys.type);
}

/**
 * Newcomers are placed by the search that lays out a whole chart, with all others standing still: so they stack nowhere and cross
 * little. Where they are about as many as the others, the whole chart is laid out anew, for there is no room between.
 */
async function searched(session: Session, part: DatasetPart, fresh: number, ask: CallOptions): Promise<ReadonlyMap<string, Position>> {
  const { chart } = session.get();
  const known = chart.entities.size;
  if (fresh * 2 > known) return organic(session, part, chart, ask, { keep: false });
  return organic(session, part, { ...chart, pinned: new Set(chart.positions.keys()) }, ask, { keep: false });
}

function mayMove(then: ChartState, now: ChartState, id: string): boolean {
  return now.entities.has(id) && !now.pinned.has(id) && now.positions.get(id) === then.positions.get(id);
}
