import {
  chartAmong, DATASET_FORMAT, groundedPart, partAmong, proofSnapshot, publishedChart, SNAPSHOT_FORMAT, withCountedClaims,
  type Dataset, type RouteQuestion, type Snapshot,
} from '../../model';
import { drawnOwnership } from '../selectors/spokenUnder';
import { hiddenSummary } from '../selectors/hiddenSummary';
import { proofPart } from '../selectors/chartRecords';
import { lookup } from '../selectors/lookup';
import { memoised } from '../selectors/memoised';
import { shownFigure } from '../selectors/shownFigure';
import { activeRoute, visiblePart } from '../selectors/visiblePart';
import { drawnDocument } from '../chart';
import type { OpenDataset, WorkspaceState } from '../state';
import { publishedAnswer, publishedPart } from './publishedAnswer';

/** There is nothing on the chart that a snapshot could be taken of. */
class NothingDrawnError extends Error {
  override readonly name = 'NothingDrawnError';
  constructor() {
    super('Nothing is drawn. Add entities to the chart, or clear the filters, before you take a snapshot.');
  }
}

/**
 * The chart, frozen: what is drawn, where it stands, and the whole answer of the trace with the records that it needs,
 * drawn or not. What was hidden by hand or is filtered out is in it nowhere, and routes that need it are counted. Throws
 * `NothingDrawnError` for an empty chart.
 */
export const snapshotOf = memoised(
  [
    visiblePart, publishedPart, hiddenSummary, shownFigure, (s) => s.chart, (s) => s.trace, (s) => s.selection, (s) => s.dataset,
    (s) => s.ownership, (s) => s.camera,
  ],
  (state): Snapshot => {
    if (state.dataset && drawnOwnership(state)) return ownershipSnapshot(state, state.dataset);
    const {
      dataset, chart: { filter },
    } = state;
    const part = visiblePart(state);
    if (!dataset || part.entities.length === 0) throw new NothingDrawnError();
    const { text } = hiddenSummary(state);
    const published = publishedPart(state);
    return {
      format: SNAPSHOT_FORMAT, title: titleOf(state),
      origin: { id: dataset.description.id, title: dataset.fromSnapshot?.origin ?? dataset.description.title },
      dataset: {
        format: DATASET_FORMAT, id: dataset.description.id, title: dataset.description.title,
        ...(dataset.description.licence === undefined ? {} : { licence: dataset.description.licence }), ...published,
      },
      chart: {
        ...publishedChart(chartAmong(drawnDocument(state), new Set(part.entities.map((e) => e.id)))),
        ...(part.faint.size > 0 ? { faint: [...part.faint] } : {}),
        ...(shownFigure(state) ? { shown: shownFigure(state) } : {}),
      },
      filter, ...selectionOf(state), ...traceOf(state), ...(text === '' ? {} : { hidden: text }),
    };
  },
);

/** What is drawn and nothing else, as a dataset, with the claims that count. Throws `NothingDrawnError` where nothing is. */
export function drawnDataset(state: WorkspaceState): Dataset {
  const { dataset } = snapshotOf(state);
  const drawn = drawnOwnership(state) ? dataset : visiblePart(state);
  const ids = new Set([...drawn.entities, ...drawn.relationships].map((r) => r.id));
  const part = partAmong(dataset, (id) => ids.has(id), (r) => ids.has(r.id));
  return { ...dataset, ...groundedPart(withCountedClaims(part, {})) };
}

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
  const { answer, question, only, ringed, chains } = state.trace;
  const published = publishedAnswer(state);
  if (!answer || !published) return {};
  const { routes, left, between, setAside } = published;
  const known = new Set(publishedPart(state).entities.map((e) => e.id));
  const route = activeRoute(state);
  const active = route ? routes.indexOf(route) : -1;
  const leftOut = left.byHand + left.filtered + left.otherRoutes;
  const shown = chains?.filter((chain) => chain.every((id) => known.has(id))) ?? [];
  return {
    trace: {
      question: publishable(question, known),
      answer: { ...answer, routes: [...routes], complete: answer.complete && leftOut === 0 },
      ...(leftOut > 0 ? { left } : {}),
      ...(active < 0 ? {} : { active }),
      only: only && active >= 0,
      ...(between ? { between } : {}),
      ...(ringed ? { ringed: ringed.filter((id) => known.has(id)) } : {}),
      ...(shown.length > 0 ? { chains: shown.map((chain) => [...chain]) } : {}),
      ...(setAside ? { setAside } : {}),
    },
  };
}

/** The question without the entities it names that are not published. */
function publishable({ via, ...rest }: RouteQuestion, known: ReadonlySet<string>): RouteQuestion {
  return { ...rest, avoid: rest.avoid.filter((id) => known.has(id)), ...(via !== undefined && known.has(via) ? { via } : {}) };
}

/** The proof of an ownership, frozen: the records that the answer names, and no more. An answer must be there. */
function ownershipSnapshot(state: WorkspaceState, { description, fromSnapshot }: OpenDataset): Snapshot {
  const { answer, question, positions } = state.ownership;
  const part = proofPart(state);
  const drawn = [...part.entities, ...part.relationships].some((r) => r.id === state.selection?.id);
  return proofSnapshot({
    dataset: description, origin: fromSnapshot?.origin, name: lookup(state).name(answer!.entity), part, positions, question: question!,
    answer: answer!, ...(drawn ? { selection: state.selection } : {}),
  });
}
