import { editKey, type MatchDecision, type MatchProposal, type MatchVerdict } from '../../model';
import { partWith } from '../queries';
import { inBoxOf, placed, takenApart, withEntitiesJoined } from '../chart';
import { decisionKey, withDecisions } from '../matching';
import { openProposals } from '../selectors/openProposals';
import type { Session } from '../session';
import type { ChartState, WorkspaceState } from '../state';
import { undoable } from './command';
import { panelQueries } from './parts';

/** Proposals, and what the user says of each of them. */
interface Judgement {
  readonly proposals: readonly MatchProposal[];
  readonly verdict: MatchVerdict;
}

const SAID: Readonly<Record<MatchVerdict, string>> = { same: 'the same', probably: 'probably the same', different: 'two' };

/** Decides on proposals as one step that undo takes back. Accepted ones are drawn as one where either is on the chart. */
async function decide(session: Session, { proposals, verdict }: Judgement): Promise<void> {
  if (proposals.length === 0) return;
  const grow = verdict === 'different' ? (now: ChartState) => now : await withBoth(session, proposals);
  const on = new Date(session.deps.now()).toISOString().slice(0, 10);
  const state = session.get();
  const decided = new Map(state.chart.decided);
  for (const proposal of proposals) decided.set(decisionKey(proposal), { proposal, verdict, on } satisfies MatchDecision);
  const joined = (chart: ChartState) =>
    verdict === 'different' ? chart : proposals.reduce((now, { a, b }) => withEntitiesJoined(now, a, b), chart);
  session.change(`Take ${whom(state, proposals)} for ${SAID[verdict]}`, { chart: joined(withDecisions(grow(state.chart), decided)) });
}

/** Where one of two that are the same is on the chart, the other comes to it. */
async function withBoth(session: Session, proposals: readonly MatchProposal[]): Promise<(now: ChartState) => ChartState> {
  const { entities } = session.get().chart;
  const missing = proposals.flatMap(({ a, b }) => (entities.has(a) === entities.has(b) ? [] : [entities.has(a) ? b : a]));
  if (missing.length === 0) return (now) => now;
  return session.job('add', 'Adding to the chart', async (ask) => placed(session, await partWith(session, missing, ask), ask));
}

/** Takes a decision back, so that the two are proposed again, drawn apart; what was edited of the match goes with it. */
async function takeBack(session: Session, key: string): Promise<void> {
  const { chart, edits } = session.get();
  const decision = chart.decided.get(key);
  if (!decision) return;
  const decided = new Map([...chart.decided].filter(([k]) => k !== key));
  const apart =
    decision.verdict === 'different'
      ? chart
      : rejoined(takenApart(chart, decision.proposal.a), inBoxOf(chart, decision.proposal.a), decided);
  const own = editKey('relationships', key);
  session.change(`Take back that ${whom(session.get(), [decision.proposal])} are ${SAID[decision.verdict]}`, {
    chart: withDecisions(apart, decided), ...(edits.has(own) ? { edits: new Map([...edits].filter(([k]) => k !== own)) } : {}),
  });
  await panelQueries((its) => its.askMatches(session));
}

/** Of those that were in one box, whoever another match takes for one stays one. */
function rejoined(chart: ChartState, box: readonly string[], decided: ReadonlyMap<string, MatchDecision>): ChartState {
  const left = [...decided.values()].filter(
    ({ proposal: { a, b }, verdict }) => verdict !== 'different' && box.includes(a) && box.includes(b),
  );
  return left.reduce((now, { proposal: { a, b } }) => withEntitiesJoined(now, a, b), chart);
}

function whom({ records }: WorkspaceState, proposals: readonly MatchProposal[]): string {
  const [first] = proposals;
  const name = (id: string) => records.entities.get(id)?.name ?? id;
  return proposals.length === 1 ? `${name(first!.a)} and ${name(first!.b)}` : `${proposals.length} pairs`;
}

const certain = (state: WorkspaceState) => openProposals(state).filter((p) => p.certainty === 'certain');

export const matchCommands = {
  decide: undoable<Judgement>({ label: 'Decide on a match', group: 'chart', run: decide }),
  acceptCertain: undoable({
    label: 'Accept all certain matches', group: 'chart', listed: true, enabled: (s) => certain(s).length > 0,
    run: (session) => decide(session, { proposals: certain(session.get()), verdict: 'same' }),
  }),
  takeBackMatch: undoable<string>({ label: 'Take back a decision on a match', group: 'chart', run: takeBack }),
};
