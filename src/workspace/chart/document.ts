import { chartDocument, NO_RECORDS, type ChartDocument, type Records } from '../../model';
import type { ChartState, WorkspaceState } from '../state';

/** A chart with nothing on it. */
export const EMPTY_DOCUMENT: ChartDocument = chartDocument.parse({ entities: [], positions: {}, pinned: [], hidden: [], expanded: {}, layout: 'organic' });

/** The chart of a dataset of which nothing is drawn. */
export const EMPTY_CHART: ChartState = chartOf(EMPTY_DOCUMENT, NO_RECORDS);

/** The document of the chart as it is drawn now. */
export function drawnDocument({ chart, camera }: Pick<WorkspaceState, 'chart' | 'camera'>): ChartDocument {
  const { before: _before, gathered: _gathered, entities, relationships: _relationships, sources: _sources, ...fields } = chart;
  // The document's own types are not read-only; nothing that is handed out here is ever changed in place.
  return { ...fields, entities: new Set(entities.keys()), ...(camera ? { camera } : {}) } as ChartDocument;
}

/** The document of the chart as it is kept: a route that is laid out is of this visit alone, so it has where everything stood before. */
export function documentOf(state: Pick<WorkspaceState, 'chart' | 'camera'>): ChartDocument {
  const document = drawnDocument(state);
  const { before, layout } = state.chart;
  return before ? { ...document, positions: new Map(before), layout: layout === 'route' ? 'organic' : layout } : document;
}

/** The chart of a document; its records come from the dataset. The camera stands beside it in the state. */
export function chartOf({ entities: _ids, camera: _camera, ...fields }: ChartDocument, records: Records): ChartState {
  return { ...fields, ...records, gathered: new Map() };
}
