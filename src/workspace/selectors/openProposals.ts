import type { MatchProposal } from '../../model';
import { decisionKey } from '../matching/decision';
import { memoised } from './memoised';

/** Proposals of matches that are not decided yet, best first. */
export const openProposals = memoised([(s) => s.matches, (s) => s.chart.decided], ({ matches, chart }): readonly MatchProposal[] =>
  (matches?.answer?.proposals ?? []).filter((p) => !chart.decided.has(decisionKey(p))),
);
