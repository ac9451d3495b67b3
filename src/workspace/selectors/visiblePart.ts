import { visibleOf, type Route, type VisiblePart } from '../../model';
import type { WorkspaceState } from '../state';
import { chartRecords } from './chartRecords';
import { memoised } from './memoised';
import { chartSpoken } from './spokenUnder';

/** The highlighted route, if there is one. */
export function activeRoute({ trace }: Pick<WorkspaceState, 'trace'>): Route | undefined {
  return trace.active === undefined ? undefined : trace.answer?.routes[trace.active];
}

/** Whether nothing but the highlighted route is drawn. */
export function onlyRoute(state: WorkspaceState): boolean {
  return state.trace.only && activeRoute(state) !== undefined;
}

/** What of the chart is visible. The ends of the trace and what is pinned stay where the filter takes their every tie. */
export const visiblePart = memoised(
  [
    (s) => chartRecords(s).entities, (s) => chartRecords(s).relationships, (s) => chartRecords(s).sources,
    (s) => s.chart.hidden, (s) => s.chart.pinned, (s) => s.chart.filter, chartSpoken, activeRoute, (s) => s.trace.only,
    (s) => s.trace.question.from, (s) => s.trace.question.to, (s) => s.view.untied,
  ],
  (state): VisiblePart => {
    const { chart, trace: { question }, view } = state;
    return visibleOf({
      records: chartRecords(state), filter: chart.filter, spoken: chartSpoken(state), hidden: chart.hidden,
      kept: new Set([question.from, question.to, ...chart.pinned]), route: activeRoute(state), only: onlyRoute(state), untied: view.untied,
    });
  },
);
