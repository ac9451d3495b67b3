import type { DatasetPart, PerspectiveChart } from '../../model';
import { chartOf, EMPTY_DOCUMENT } from './document';
import type { ChartState } from '../state';

/** A named view of a case as a chart, where its editor had it laid out. */
export function perspectiveChart({ id, positions }: Pick<PerspectiveChart, 'id' | 'positions'>, part: DatasetPart): ChartState {
  return { ...chartOf(EMPTY_DOCUMENT, part), positions: new Map(part.entities.map((e) => [e.id, positions[e.id]!])), perspective: id };
}
