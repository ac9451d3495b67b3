import { formatOf } from '../../formats';
import { DATASET_FORMAT, type Case, type Dataset } from '../../model';
import type { GraphStore, PackedStore } from '../../store';
import type { WriteTask, WrittenFile } from '../platform';
import { NotWritableError } from './notWritableError';

/** Writes what is open, or the part that the task brings, on whatever thread it is called. */
export async function writeOpen(
  store: GraphStore, { format: id, dataset, positions, charts, files, head }: WriteTask,
): Promise<WrittenFile> {
  const format = formatOf(id);
  if (!format?.write) throw new NotWritableError(id);
  const onBase = !dataset && CASES.has(id) ? await caseOf(store, charts) : undefined;
  const whole = { ...(dataset ?? onBase?.dataset ?? (await everything(store))), ...head };
  const { bytes, issues } = await format.write(whole, {
    ...(positions ? { positions } : {}), ...(charts ? { charts } : {}), ...(onBase?.base ? { base: onBase.base } : {}),
    ...(files ? { files: await bytesOf(files, whole) } : {}),
  });
  return { blob: new Blob([bytes as BlobPart], { type: format.mime }), issues };
}

/** The captured files of its sources, of all that are at hand. */
async function bytesOf(files: ReadonlyMap<string, Blob>, { sources }: Dataset): Promise<ReadonlyMap<string, Uint8Array>> {
  const named = new Set(sources.map((s) => s.file?.sha256));
  const wanted = [...files].filter(([hash]) => named.has(hash));
  return new Map(await Promise.all(wanted.map(async ([hash, blob]) => [hash, new Uint8Array(await blob.arrayBuffer())] as const)));
}

/** The formats of a case, which can stand on a base. */
const CASES: ReadonlySet<string> = new Set(['throughline-case', 'throughline-case-zip']);

/** What is laid over a packed file, which stays where it is. */
function caseOf(store: GraphStore & Partial<Pick<PackedStore, 'asCase'>>, charts: WriteTask['charts'] = []): Promise<Case> | undefined {
  return store.asCase?.(charts);
}

async function everything(store: GraphStore): Promise<Dataset> {
  if (store.whole) return store.whole();
  const { id, title, summary, licence } = await store.describe();
  return {
    format: DATASET_FORMAT, id, title, ...(summary === undefined ? {} : { summary }), ...(licence === undefined ? {} : { licence }),
    ...(await store.part({ ids: 'all' })),
  };
}
