import { spokenOf } from '../../drawing';
import type { OwnershipAnswer, RouteQuestion, Spoken } from '../../model';
import type { WorkspaceState } from '../state';
import { memoised } from './memoised';

/** The ownership whose proof is drawn in place of the chart, if one is; a comparison comes before it. */
export function drawnOwnership({ ownership, comparison }: Pick<WorkspaceState, 'ownership' | 'comparison'>): OwnershipAnswer | undefined {
  return ownership.drawn && comparison?.phase !== 'answered' ? ownership.answer : undefined;
}

/** The question of the trace, once it is answered. */
export function questionAsked({ trace }: Pick<WorkspaceState, 'trace'>): RouteQuestion | undefined {
  return trace.answer && trace.question;
}

/**
 * What ties on the chart are spoken of under: the time that it shows, and the sources that count for nothing, those that a
 * trace sets aside to see what falls among them. So chart, table, inspector and route never say two things of one tie.
 */
export const chartSpoken = memoised(
  [(s) => s.chart.filter.withoutSources, (s) => s.chart.filter.period, (s) => questionAsked(s)?.filter.withoutSources],
  (state): Spoken => spokenOf({ filter: state.chart.filter, asked: questionAsked(state)?.filter }),
);

/** The same of what is drawn: the chart, or the proof of an ownership in its place. */
export const drawnUnder = memoised([drawnOwnership, (s) => s.ownership.question, chartSpoken], (state): Spoken => {
  const answer = drawnOwnership(state);
  return answer ? spokenOf({ filter: state.chart.filter, ownership: { question: state.ownership.question!, answer } }) : chartSpoken(state);
});
