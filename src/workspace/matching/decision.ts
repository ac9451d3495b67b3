import {
  acceptedMatch, sameAsId,
  type DatasetPart, type MatchDecision, type MatchProposal, type Relationship, type Source,
} from '../../model';
import type { Revision } from '../../store';
import type { ChartState } from '../state';

/** Decisions by the id of the `sameAs` that accepting adds. */
export type Decisions = ReadonlyMap<string, MatchDecision>;

export const NO_DECISIONS: Decisions = new Map();

/** Under which key a proposal is decided; the same whichever entity is named first. */
export function decisionKey({ a, b }: Pick<MatchProposal, 'a' | 'b'>): string {
  return sameAsId(a, b);
}

/** The relationships and sources that decisions add: of what was accepted. Each source once. */
export function acceptedPart(decisions: Decisions): Pick<DatasetPart, 'relationships' | 'sources'> {
  const matches = [...decisions.values()].flatMap(({ proposal, verdict, on }) =>
    verdict === 'different' ? [] : [acceptedMatch(proposal, { on, as: verdict === 'same' ? 'certain' : 'probable' })],
  );
  return { relationships: matches.map((m) => m.relationship), sources: [...new Map(matches.map((m) => [m.source.id, m.source])).values()] };
}

/** What turns a store that holds the one's accepted matches into one that holds the other's; absent where nothing is to be done. */
export function revisionBetween(before: Decisions, after: Decisions): Revision | undefined {
  const [was, is] = [acceptedPart(before), acceptedPart(after)];
  const fresh = <T extends Relationship | Source>(now: readonly T[], then: readonly T[]) => {
    const known = new Map(then.map((r) => [r.id, JSON.stringify(r)]));
    return now.filter((r) => known.get(r.id) !== JSON.stringify(r));
  };
  const add = { relationships: fresh(is.relationships, was.relationships), sources: fresh(is.sources, was.sources) };
  const remove = {
    relationships: fresh(was.relationships, is.relationships).map((r) => r.id), sources: fresh(was.sources, is.sources).map((s) => s.id),
  };
  const empty = [add.relationships, add.sources, remove.relationships, remove.sources].every((list) => list.length === 0);
  return empty ? undefined : { add, remove };
}

/** The chart with decisions on it in place of those it had: accepted matches between entities of the chart are among its relationships. */
export function withDecisions(chart: ChartState, decided: Decisions): ChartState {
  const [was, is] = [acceptedPart(chart.decided), acceptedPart(decided)];
  const relationships = new Set(chart.relationships);
  for (const { id } of was.relationships) relationships.delete(id);
  for (const r of is.relationships) if (chart.entities.has(r.from) && chart.entities.has(r.to)) relationships.add(r.id);
  return { ...chart, relationships, decided };
}
