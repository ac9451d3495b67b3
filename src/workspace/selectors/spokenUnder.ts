import { spokenWith, type OwnershipAnswer, type Spoken } from '../../model';
import { spokenAt } from '../../wording';
import type { WorkspaceState } from '../state';
import { memoised } from './memoised';

/** The ownership whose proof is drawn in place of the chart, if one is. */
export function drawnOwnership({ ownership }: Pick<WorkspaceState, 'ownership'>): OwnershipAnswer | undefined {
  return ownership.drawn ? ownership.answer : undefined;
}

/**
 * What ties on the chart are spoken of under: the time that it shows, and the sources that count for nothing, those that a
 * trace sets aside to see what falls among them. So chart, table, inspector and route never say two things of one tie.
 */
export const chartSpoken = memoised([(s) => s.filter.withoutSources, (s) => s.filter.period, (s) => s.trace.answer, (s) => s.trace.question.filter.withoutSources], ({ filter, trace }): Spoken =>
  spokenWith(filter, trace.answer ? trace.question.filter : {}));

/** The same of what is drawn: the chart, or the proof of an ownership in its place. */
export const drawnUnder = memoised([drawnOwnership, (s) => s.ownership.question, chartSpoken], (state): Spoken => {
  const answer = drawnOwnership(state);
  return answer ? spokenAt(state.ownership.question!.filter, answer) : chartSpoken(state);
});
