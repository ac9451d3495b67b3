import { recordsOf, type DatasetPart, type PerspectiveChart } from '../../model';
import type { CallOptions, GraphStore } from '../../store';
import { EMPTY_CHART } from './document';
import type { ChartState } from '../state';

/** A named view of a case as a chart, where its editor had it laid out. */
export async function perspectiveChart(store: GraphStore, { id, positions }: PerspectiveChart, ask: CallOptions): Promise<ChartState> {
  return drawnAs({ id, positions }, await store.part({ ids: Object.keys(positions) }, ask));
}

/** The same from records that are at hand. */
export function drawnAs({ id, positions }: Pick<PerspectiveChart, 'id' | 'positions'>, part: DatasetPart): ChartState {
  return { ...EMPTY_CHART, ...recordsOf(part), positions: new Map(part.entities.map((e) => [e.id, positions[e.id]!])), perspective: id };
}
