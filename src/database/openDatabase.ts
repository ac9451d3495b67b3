import { loadedDatasets, type LoadedDataset } from './catalogue';
import { connect, DatabaseError } from './connection';
import { databaseStore, type DatabaseStore } from './DatabaseStore';
import type { Limits } from './limits';

/** Opens a dataset of a database: the one of this id, or the only one. Rejects with `DatabaseError`. */
export async function openDatabase(address: string, id?: string, limits?: Limits): Promise<DatabaseStore> {
  const connection = await connect(address);
  try {
    return databaseStore(connection, chosen(await loadedDatasets(connection), id), limits);
  } catch (error) {
    await connection.close();
    throw error;
  }
}

function chosen(datasets: readonly LoadedDataset[], id: string | undefined): LoadedDataset {
  const found = id === undefined ? datasets : datasets.filter((dataset) => dataset.id === id);
  if (found.length === 1) return found[0]!;
  const list = datasets.map((dataset) => dataset.id).join(', ');
  if (datasets.length === 0)
    throw new DatabaseError('The database holds no dataset that is whole. Load one: throughline load FILE --database ADDRESS');
  throw new DatabaseError(
    id === undefined
      ? `The database holds several datasets: ${list}. Name one with --dataset.`
      : `The database holds no dataset "${id}", but: ${list}.`,
  );
}
