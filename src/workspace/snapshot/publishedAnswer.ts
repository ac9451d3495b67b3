import {
  citedSources, compareIds, groundedPart, routeRelationships, withCountedClaims, withRecords, admissionBy,
  type DatasetPart, type Entity, type IntermediaryAnswer, type Route, type RoutesLeftOut, type SetAside,
} from '../../model';
import { chartRecords, traceRecords } from '../selectors/chartRecords';
import { memoised } from '../selectors/memoised';
import { chartSpoken } from '../selectors/spokenUnder';
import { activeRoute, onlyRoute, visiblePart } from '../selectors/visiblePart';
import type { WorkspaceState } from '../state';

/** What is published beside the chart: the answer of the trace, whole but for what was hidden by hand or filtered out. */
interface PublishedAnswer {
  /** The routes that are told, in the order of the answer. */
  readonly routes: readonly Route[];
  /** How many routes are not, and why. */
  readonly left: RoutesLeftOut;
  readonly between?: IntermediaryAnswer;
  readonly setAside?: SetAside;
  /** Records that the answer names and that are not drawn, in the order of ids. */
  readonly beside: Pick<DatasetPart, 'entities' | 'relationships'>;
}

type Reason = keyof RoutesLeftOut;

/** The answer of the trace as it is published; undefined without one, and where an end of it was hidden by hand or filtered out. */
export const publishedAnswer = memoised(
  [visiblePart, chartRecords, traceRecords, (s) => s.chart, (s) => s.trace],
  (state): PublishedAnswer | undefined => {
    const { answer, question, between, setAside } = state.trace;
    const { entityOf, relationshipOf, sourceKnown } = knownRecords(state);
    const { entityOut, routeOut, drawn } = reasonsOut(state);
    if (!answer || [question.from, question.to].some((id) => entityOut(id))) return undefined;
    const tellable = (id: string) => drawn.has(id) || (!onlyRoute(state) && entityOf(id) !== undefined && entityOut(id) === undefined);
    const reasons = answer.routes.map(routeOut);
    const routes = answer.routes.filter((_, i) => reasons[i] === undefined);
    const count = (reason: Reason) => reasons.filter((r) => r === reason).length;
    const told = between?.phase === 'answered' ? betweenTold(between.answer, tellable) : undefined;
    const named = [
      question.from, question.to, ...question.avoid, ...routes.flatMap((r) => r.entities), ...(told ? namedIn(told) : []),
      ...(setAside?.fell.flat() ?? []),
    ];
    const entities = [...new Set(named)]
      .filter((id) => !drawn.has(id) && tellable(id))
      .map((id) => withKnownSources(entityOf(id)!, sourceKnown));
    const relationships = [...new Set(routes.flatMap(routeRelationships))].filter((id) => !drawn.has(id)).map((id) => relationshipOf(id)!);
    return {
      routes,
      left: { byHand: count('byHand'), filtered: count('filtered'), otherRoutes: count('otherRoutes') },
      ...(told ? { between: told } : {}),
      ...(setAside ? { setAside: setAsideTold(setAside, tellable, new Set([...drawn, ...relationships.map((r) => r.id)])) } : {}),
      beside: { entities: entities.sort(compareIds), relationships: relationships.sort(compareIds) },
    };
  },
);

/** What is drawn and what the answer names beside it, with the claims that count and the sources that these cite or a filter names. */
export const publishedPart = memoised(
  [visiblePart, publishedAnswer, chartSpoken, (s) => s.records.sources, (s) => s.chart.filter.sources],
  (state): DatasetPart => {
    const part = visiblePart(state);
    const { beside } = publishedAnswer(state) ?? { beside: { entities: [], relationships: [] } };
    const sources = [...state.records.sources.values()].sort(compareIds);
    const whole = {
      entities: [...part.entities, ...beside.entities], relationships: [...part.relationships, ...beside.relationships], sources,
    };
    return groundedPart(withCountedClaims(whole, { ...state.chart.filter, ...chartSpoken(state) }));
  },
);

/** The records that chart and answer have. */
function knownRecords(state: WorkspaceState) {
  const { entities, relationships, sources } = withRecords(chartRecords(state), traceRecords(state));
  return {
    entityOf: (id: string) => entities.get(id), relationshipOf: (id: string) => relationships.get(id),
    sourceOf: (id: string) => sources.get(id), sourceKnown: (id: string) => sources.has(id),
  };
}

/**
 * Why entities and routes of an answer must not be published: they, or what they need, were hidden by hand or are filtered out;
 * or only another route was asked for.
 */
function reasonsOut(state: WorkspaceState) {
  const { chart } = state;
  const { entityOf, relationshipOf, sourceOf } = knownRecords(state);
  const part = visiblePart(state);
  const drawn = new Set([...part.entities, ...part.relationships].map((r) => r.id));
  const judge = admissionBy(chart.filter, sourceOf, entityOf);
  const entityOut = (id: string): Reason | undefined => {
    if (drawn.has(id)) return undefined;
    if (chart.hidden.has(id)) return 'byHand';
    const entity = entityOf(id);
    return entity && chart.filter.entityTypes?.includes(entity.type) === false ? 'filtered' : undefined;
  };
  const admitted = (id: string) => {
    const record = relationshipOf(id);
    return drawn.has(id) || (record !== undefined && judge(record).out === undefined);
  };
  const routeOut = (route: Route): Reason | undefined => {
    if (onlyRoute(state) && route !== activeRoute(state)) return 'otherRoutes';
    const reasons = route.entities.map(entityOut);
    if (reasons.includes('byHand')) return 'byHand';
    return reasons.includes('filtered') || !routeRelationships(route).every(admitted) ? 'filtered' : undefined;
  };
  return { entityOut, routeOut, drawn };
}

function namedIn({ onEveryRoute, separators, disjoint, share }: IntermediaryAnswer): string[] {
  return [...onEveryRoute, ...separators.flat(), ...disjoint.flat(), ...share.map((s) => s.entity)];
}

function betweenTold(answer: IntermediaryAnswer, tellable: (id: string) => boolean): IntermediaryAnswer {
  const separators = answer.separators.filter((ids) => ids.every(tellable));
  return {
    ...answer,
    separators,
    complete: answer.complete && separators.length === answer.separators.length,
    onEveryRoute: answer.onEveryRoute.filter(tellable),
    disjoint: answer.disjoint.filter((ids) => ids.every(tellable)),
    share: answer.share.filter((s) => tellable(s.entity)),
  };
}

function setAsideTold({ fell, changed, ...counts }: SetAside, tellable: (id: string) => boolean, published: ReadonlySet<string>): SetAside {
  return { ...counts, fell: fell.filter((chain) => chain.every(tellable)), changed: changed.filter((c) => published.has(c.relationship)) };
}

/** An entity without the claims whose sources are not at hand: an answer that only names it did not bring them. */
function withKnownSources(entity: Entity, known: (source: string) => boolean): Entity {
  return [...citedSources([entity])].every(known) ? entity : { ...entity, claims: entity.claims!.filter((c) => known(c.source)) };
}
