import { chartDocument, type CaseChart, type ChartDocument, type DatasetPart, type PerspectiveChart } from '../../model';
import type { ChartState, WorkspaceState } from '../state';

/** A chart with nothing on it. */
export const EMPTY_DOCUMENT: ChartDocument = chartDocument.parse({
  entities: [], positions: {}, pinned: [], hidden: [], expanded: {}, layout: 'organic',
});

/** The chart of a dataset of which nothing is drawn. */
export const EMPTY_CHART: ChartState = chartOf(EMPTY_DOCUMENT, { entities: [], relationships: [] });

/** The document of the chart as it is drawn now. */
export function drawnDocument({ chart, camera }: Pick<WorkspaceState, 'chart' | 'camera'>): ChartDocument {
  const { before: _before, gathered: _gathered, group: _group, relationships: _relationships, ...document } = chart;
  // The document's own types are not read-only; nothing that is handed out here is ever changed in place.
  return { ...document, ...(camera ? { camera } : {}) } as ChartDocument;
}

/** The document of the chart as it is kept: a route that is laid out is of this visit alone, so it has where everything stood before. */
export function documentOf(state: Pick<WorkspaceState, 'chart' | 'camera'>): ChartDocument {
  const document = drawnDocument(state);
  const { before, layout } = state.chart;
  return before ? { ...document, positions: new Map(before), layout: layout === 'route' ? 'organic' : layout } : document;
}

/** The charts of what is open as its case has them: the one in hand first, under the name with which it came, then the others. */
export function caseCharts(state: Pick<WorkspaceState, 'chart' | 'camera' | 'dataset'>): CaseChart[] {
  const [first, ...others] = state.dataset?.charts ?? [];
  return [{ name: first?.name ?? 'Main', chart: documentOf(state) }, ...others];
}

/**
 * The chart of a document: of its entities those that the dataset has, in the dataset's order, and what ties them.
 * The camera stands beside it in the state.
 */
export function chartOf(
  { camera: _camera, ...document }: ChartDocument, { entities, relationships }: Pick<DatasetPart, 'entities' | 'relationships'>,
): ChartState {
  return {
    ...document, entities: new Set(entities.map((e) => e.id)), relationships: new Set(relationships.map((r) => r.id)), gathered: new Map(),
  };
}

/** A named view of a case as a chart, where its editor had it laid out. */
export function perspectiveChart({ id, positions }: Pick<PerspectiveChart, 'id' | 'positions'>, part: DatasetPart): ChartState {
  return { ...chartOf(EMPTY_DOCUMENT, part), positions: new Map(part.entities.map((e) => [e.id, positions[e.id]!])), perspective: id };
}
