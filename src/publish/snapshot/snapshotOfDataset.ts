import { SNAPSHOT_FORMAT, type Dataset, type Snapshot } from '../../model';
import { detailFor, layoutOrganic } from '../../drawing';

/** Width over height. */
const ASPECT = 1.5;

/** All of a dataset as a snapshot, laid out the same way every time; for charts of some hundred entities at most. */
export function snapshotOfDataset(dataset: Dataset): Snapshot {
  const { format, id, title, summary, licence, entities, relationships, sources } = dataset;
  const part = { entities, relationships, sources };
  const positions = layoutOrganic({ part, detail: detailFor(entities.length), aspect: ASPECT });
  return {
    format: SNAPSHOT_FORMAT,
    title,
    origin: { id, title },
    dataset: { format, id, title, ...(summary ? { summary } : {}), ...(licence ? { licence } : {}), ...part },
    chart: { layout: 'organic', positions: Object.fromEntries(positions), pinned: [] },
    filter: {},
  };
}
