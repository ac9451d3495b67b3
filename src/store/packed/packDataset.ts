import type { CallOptions, Dataset } from '../../model';
import { PackWriter, type Origin, type PackedSink } from '../../packed';
import { packedOverview } from './packedOverview';

/** A writer of packed datasets for records that stream past, with their names to search by and the overview of the whole. */
export async function packWriter(
  sink: PackedSink, expected?: { entities: number; relationships: number }, options: CallOptions = {},
): Promise<PackWriter> {
  // The tables of other scripts are loaded where names are folded.
  const { PackedNames } = await import('./packedNames');
  const names = new PackedNames();
  return new PackWriter(sink, {
    addEntity: (entity) => names.addEntity(entity), columns: () => names.columns(), answers: (index) => packedOverview(index, options),
  }, expected);
}

/** Packs a dataset that is at hand. Gives the length of the file in bytes. Throws as `PackWriter` does. */
export async function packDataset(
  { $schema: _, sources, entities, relationships, ...head }: Dataset, sink: PackedSink, origins: readonly Origin[] = [],
  options: CallOptions = {},
): Promise<number> {
  const writer = await packWriter(sink, { entities: entities.length, relationships: relationships.length }, options);
  for (const source of sources) writer.addSource(source);
  for (const entity of entities) {
    writer.addEntity(entity);
    if (writer.full) await writer.drained();
  }
  for (const relationship of relationships) {
    writer.addRelationship(relationship);
    if (writer.full) await writer.drained();
  }
  return writer.finish(head, origins);
}
