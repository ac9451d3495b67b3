import { DATASET_FORMAT, SNAPSHOT_FORMAT } from '../../model';
import { generatedChart } from './generatedChart';

/** Three relationships an entity: more than most charts have. */
const RELATIONSHIPS_EACH = 3;

/** A generated chart as the text of a file that opens with all of it drawn. The same for each size. */
export function generatedSnapshot(entities: number): string {
  const { part, positions } = generatedChart(entities, 1, RELATIONSHIPS_EACH);
  const title = `${entities} made-up entities`;
  return JSON.stringify({
    format: SNAPSHOT_FORMAT, title, origin: { id: 'made-up', title },
    dataset: { format: DATASET_FORMAT, id: 'made-up', title, ...part },
    chart: { layout: 'organic', positions: Object.fromEntries(positions) },
  });
}
