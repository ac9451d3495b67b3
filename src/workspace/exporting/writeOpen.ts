import { formatOf } from '../../formats';
import { DATASET_FORMAT, type Dataset } from '../../model';
import type { GraphStore } from '../../store';
import type { WriteTask, WrittenFile } from '../platform';
import { NotWritableError } from './notWritableError';

/** Writes what is open, or the part that the task brings, on whatever thread it is called. */
export async function writeOpen(store: GraphStore, { format: id, dataset, positions, charts, head }: WriteTask): Promise<WrittenFile> {
  const format = formatOf(id);
  if (!format?.write) throw new NotWritableError(id);
  const { bytes, issues } = await format.write({ ...(dataset ?? (await everything(store))), ...head }, {
    ...(positions ? { positions } : {}), ...(charts ? { charts } : {}),
  });
  return { blob: new Blob([bytes as BlobPart], { type: format.mime }), issues };
}

async function everything(store: GraphStore): Promise<Dataset> {
  if (store.whole) return store.whole();
  const { id, title, summary, licence } = await store.describe();
  return {
    format: DATASET_FORMAT, id, title, ...(summary === undefined ? {} : { summary }), ...(licence === undefined ? {} : { licence }),
    ...(await store.part({ ids: 'all' })),
  };
}
