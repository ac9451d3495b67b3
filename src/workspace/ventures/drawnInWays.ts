import { detailFor, gatherAround, partnersOf, stakesByVenture } from '../../drawing';
import type { Position, VentureWay } from '../../model';
import { withMoved } from '../chart';
import { chartRecords } from '../selectors/chartRecords';
import { visiblePart } from '../selectors/visiblePart';
import type { ChartState, WorkspaceState } from '../state';

/**
 * The chart with its ventures drawn in other ways: the partners of its compounds are gathered around them,
 * and everything else that earlier compounds moved is back in its place.
 */
export function drawnInWays(state: WorkspaceState, ventures: ReadonlyMap<string, VentureWay>): ChartState {
  if (sameWays(state.chart.ventures, ventures)) return state.chart;
  const chart = { ...state.chart, ventures };
  const back = new Map(
    [...chart.gathered].flatMap(([id, { from, to }]): [string, Position][] => (same(chart.positions.get(id), to) ? [[id, from]] : [])),
  );
  const home = withMoved({ ...chart, gathered: new Map() }, back);
  const part = visiblePart({ ...state, chart: home });
  const stakes = stakesByVenture(part.relationships);
  const compounds = [...chart.ventures]
    .filter(([, way]) => way === 'compound')
    .map(([venture]) => ({ venture, members: partnersOf(stakes.get(venture) ?? []) }));
  if (compounds.length === 0) return home;
  const drawn = new Set(part.entities.map((e) => e.id));
  const pinned = new Map([...home.positions].filter(([id]) => home.pinned.has(id)));
  const previous = new Map([...home.positions].filter(([id]) => drawn.has(id)));
  const moves = gatherAround(
    {
      part: { entities: part.entities, relationships: [...chartRecords(state).relationships.values()], sources: [] },
      detail: detailFor(part.entities.length), pinned, previous,
    },
    compounds,
  );
  return { ...withMoved(home, moves), gathered: new Map([...moves].map(([id, to]) => [id, { from: home.positions.get(id)!, to }])) };
}

function same(a: Position | undefined, b: Position): boolean {
  return a?.x === b.x && a.y === b.y;
}

function sameWays(a: ReadonlyMap<string, VentureWay>, b: ReadonlyMap<string, VentureWay>): boolean {
  return a.size === b.size && [...a].every(([id, way]) => b.get(id) === way);
}
