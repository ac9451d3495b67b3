import type { Dataset } from '../../model';
import { datasetHead } from '../../graph';
import type { Connection } from '../connection';
import { DatasetLoader } from '../loading/datasetLoader';

/** Loads a dataset that is at hand. */
export async function loadInto(connection: Connection, dataset: Dataset): Promise<void> {
  const { sources, entities, relationships } = dataset;
  const head = datasetHead(dataset);
  const loader = await DatasetLoader.begin(connection, head.id);
  for (const source of sources) loader.addSource(source);
  for (const entity of entities) loader.addEntity(entity);
  for (const relationship of relationships) {
    loader.addRelationship(relationship);
    if (loader.full) await loader.drained();
  }
  await loader.finish(head);
}
