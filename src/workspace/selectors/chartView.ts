import {
  drawnOf, emphasisOf, inGroups, sceneInputOf, withGroupPlaces, withJoined,
  type ChartView, type DrawnPart, type SceneEmphasis, type SceneInput,
} from '../../drawing';
import type { Position } from '../../model';
import type { WorkspaceState } from '../state';
import { ownershipPart } from './chartRecords';
import { comparedPart, drawnComparison, lookedChange } from './comparison';
import { memoised } from './memoised';
import { shownFigure } from './shownFigure';
import { drawnOwnership, drawnUnder, questionAsked } from './spokenUnder';
import { activeRoute, onlyRoute, visiblePart } from './visiblePart';

/** What is visible, with what is drawn as one in one box; ventures as they are recorded. */
export const joinedPart = memoised([visiblePart, (s) => s.chart.joined], (state) => withJoined(visiblePart(state), state.chart.joined));

const NONE: ReadonlySet<string> = new Set();
const NOTHING: ReadonlyMap<string, never> = new Map<string, never>();

/** The chart as it is looked at, or the proof of an ownership in its place. */
function chartView(state: WorkspaceState): ChartView {
  const { chart, trace, selection, ownership, pointedRing } = state;
  const answer = drawnOwnership(state);
  if (answer) {
    return {
      part: ownershipPart(state), positions: ownership.positions, pinned: NONE, joined: NOTHING, ventures: NOTHING,
      filter: chart.filter, selection,
      ownership: { question: ownership.question!, answer },
    };
  }
  const compared = drawnComparison(state);
  if (compared) {
    return {
      part: comparedPart(state), positions: compared.positions, pinned: chart.pinned, joined: NOTHING, ventures: NOTHING,
      filter: chart.filter, selection: lookedChange(state) ?? selection, changes: compared.marks,
    };
  }
  const part = visiblePart(state);
  const { positions, pinned, joined, ventures, groups, arrows, filter } = chart;
  return {
    part, positions, pinned, joined, ventures, groups: onlyRoute(state) ? [] : groups,
    arrows: onlyRoute(state) ? [] : arrows, filter, selection, shown: shownFigure(state),
    asked: questionAsked(state)?.filter, route: activeRoute(state),
    chains: trace.chains, ringed: pointedRing ?? trace.ringed, faint: [...part.faint],
  };
}

/**
 * What is drawn, some of it derived: the proof of an ownership, else the chart, joined, with its ventures each in its way, and closed
 * groups as a box each.
 */
export const drawnPart = memoised(
  [
    visiblePart, (s) => s.chart.joined, (s) => s.chart.ventures, (s) => s.chart.groups, activeRoute, onlyRoute, drawnUnder,
    drawnOwnership, ownershipPart, (s) => drawnComparison(s)?.part,
  ],
  (state): DrawnPart => drawnOf(chartView(state)),
);

/** Where what is drawn stands, closed groups among it. */
export const drawnPositions = memoised(
  [drawnPart, drawnOwnership, (s) => s.ownership.positions, (s) => drawnComparison(s)?.positions, (s) => s.chart.positions],
  (state): ReadonlyMap<string, Position> =>
    drawnOwnership(state)
      ? state.ownership.positions
      : withGroupPlaces((drawnComparison(state) ?? state.chart).positions, drawnPart(state).groups),
);

/** What the scene stresses: the selection, the highlighted route or chains while the rest is dimmed, what is ringed, what is pale. */
export const emphasis = memoised(
  [
    visiblePart, (s) => s.chart.joined, (s) => s.selection, activeRoute, (s) => s.trace.chains, (s) => s.trace.ringed,
    (s) => s.pointedRing, drawnOwnership, drawnComparison, drawnPart,
  ],
  (state): SceneEmphasis => inGroups(emphasisOf(chartView(state)), drawnPart(state)),
);

/** What the scene of the chart is built from. */
export const sceneInput = memoised(
  [drawnPart, emphasis, drawnPositions, drawnUnder, shownFigure, (s) => s.chart.pinned, (s) => s.chart.arrows],
  (state): SceneInput => sceneInputOf(chartView(state), {
    drawn: drawnPart(state), emphasis: emphasis(state), spoken: drawnUnder(state), positions: drawnPositions(state),
  }),
);
