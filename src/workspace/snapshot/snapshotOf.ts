import {
  chartAmong, DATASET_FORMAT, groundedPart, publishedChart, routeRelationships, SNAPSHOT_FORMAT, type IntermediaryAnswer, type RouteAnswer, type SetAside, type Snapshot,
} from '../../model';
import { drawnOwnership } from '../selectors/drawnPart';
import { hiddenSummary } from '../selectors/hiddenSummary';
import { lookup } from '../selectors/lookup';
import { memoised } from '../selectors/memoised';
import { shownFigure } from '../selectors/shownFigure';
import { activeRoute, visiblePart } from '../selectors/visiblePart';
import { drawnDocument } from '../chart';
import type { WorkspaceState } from '../state';
import { ownershipSnapshot } from './ownershipSnapshot';

/** There is nothing on the chart that a snapshot could be taken of. */
export class NothingDrawnError extends Error {
  override readonly name = 'NothingDrawnError';
  constructor() {
    super('Nothing is drawn. Add entities to the chart, or clear the filters, before you take a snapshot.');
  }
}

/**
 * The chart, frozen: what is drawn, where it stands, and the answer's routes that run through nothing but what is
 * drawn. What is hidden or filtered out is in it nowhere. Throws `NothingDrawnError` for an empty chart.
 */
export const snapshotOf = memoised(
  [visiblePart, hiddenSummary, shownFigure, (s) => s.chart, (s) => s.trace, (s) => s.filter, (s) => s.selection, (s) => s.dataset, (s) => s.ownership],
  (state): Snapshot => {
    if (state.dataset && drawnOwnership(state)) return ownershipSnapshot(state, state.dataset);
    const { dataset, filter } = state;
    const part = visiblePart(state);
    if (!dataset || part.entities.length === 0) throw new NothingDrawnError();
    const { text } = hiddenSummary(state);
    const { sources, entities, relationships } = groundedPart(part);
    return {
      format: SNAPSHOT_FORMAT,
      title: titleOf(state),
      origin: { id: dataset.description.id, title: dataset.fromSnapshot?.origin ?? dataset.description.title },
      dataset: { format: DATASET_FORMAT, id: dataset.description.id, title: dataset.description.title, ...(dataset.description.licence === undefined ? {} : { licence: dataset.description.licence }), sources, entities, relationships },
      chart: {
        ...publishedChart(chartAmong(drawnDocument(state), new Set(part.entities.map((e) => e.id)))),
        ...(part.faint.size > 0 ? { faint: [...part.faint] } : {}),
        ...(shownFigure(state) ? { shown: shownFigure(state) } : {}),
      },
      filter,
      ...selectionOf(state),
      ...traceOf(state),
      ...(text === '' ? {} : { hidden: text }),
    };
  },
);

/** "Huawei – Koryolink" while a route is highlighted, else the title of the dataset. */
export function titleOf(state: WorkspaceState): string {
  const owned = drawnOwnership(state);
  if (owned) return `Who owns ${lookup(state).name(owned.entity)}`;
  const route = activeRoute(state);
  if (!route) return state.dataset?.fromSnapshot?.title ?? state.dataset?.description.title ?? 'Chart';
  const { name } = lookup(state);
  return `${name(route.entities[0]!)} – ${name(route.entities.at(-1)!)}`;
}

function selectionOf(state: WorkspaceState): Pick<Snapshot, 'selection'> {
  const { selection } = state;
  const part = visiblePart(state);
  const drawn = selection && [...part.entities, ...part.relationships].some((r) => r.id === selection.id);
  return drawn ? { selection } : {};
}

function traceOf(state: WorkspaceState): Pick<Snapshot, 'trace'> {
  const { answer, question, only } = state.trace;
  const part = visiblePart(state);
  const drawn = new Set([...part.entities, ...part.relationships].map((r) => r.id));
  if (!answer || !drawn.has(question.from) || !drawn.has(question.to)) return {};
  const told = answer.routes.filter((r) => [...r.entities, ...routeRelationships(r)].every((id) => drawn.has(id)));
  const route = activeRoute(state);
  const active = route ? told.indexOf(route) : -1;
  const left: RouteAnswer = { ...answer, routes: told, complete: answer.complete && told.length === answer.routes.length };
  return { trace: { question: publishable(state, drawn), answer: left, ...(active < 0 ? {} : { active }), only: only && active >= 0, ...publishableAnswers(state, new Set(part.entities.map((e) => e.id)), drawn) } };
}


/** The question without the entities it names that are not drawn. */
function publishable({ trace: { question } }: WorkspaceState, drawn: ReadonlySet<string>) {
  const { via, ...rest } = question;
  return { ...rest, avoid: question.avoid.filter((id) => drawn.has(id)), ...(via !== undefined && drawn.has(via) ? { via } : {}) };
}

/** What was answered of who stands between and of what is set aside, as far as everybody in it is drawn. */
function publishableAnswers({ trace }: WorkspaceState, entities: ReadonlySet<string>, drawn: ReadonlySet<string>) {
  const { between, ringed, chains, setAside } = trace;
  const shown = chains?.filter((chain) => chain.every((id) => entities.has(id))) ?? [];
  return {
    ...(between?.phase === 'answered' ? { between: betweenDrawn(between.answer, entities) } : {}),
    ...(ringed ? { ringed: ringed.filter((id) => entities.has(id)) } : {}),
    ...(shown.length > 0 ? { chains: shown.map((chain) => [...chain]) } : {}),
    ...(setAside ? { setAside: setAsideDrawn(setAside, drawn) } : {}),
  };
}

function betweenDrawn(answer: IntermediaryAnswer, drawn: ReadonlySet<string>): IntermediaryAnswer {
  const all = (ids: readonly string[]) => ids.every((id) => drawn.has(id));
  const separators = answer.separators.filter(all);
  return {
    ...answer, separators, complete: answer.complete && separators.length === answer.separators.length,
    onEveryRoute: answer.onEveryRoute.filter((id) => drawn.has(id)), disjoint: answer.disjoint.filter(all), share: answer.share.filter((s) => drawn.has(s.entity)),
  };
}

function setAsideDrawn({ fell, changed, ...counts }: SetAside, drawn: ReadonlySet<string>): SetAside {
  return { ...counts, fell: fell.filter((chain) => chain.every((id) => drawn.has(id))), changed: changed.filter((c) => drawn.has(c.relationship)) };
}
