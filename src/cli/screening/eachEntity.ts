import type { Entity } from '../../model';
import type { OpenStore } from '../openStore';

/** How many records of a packed file are read at a time. */
const BATCH = 4096;

/** All entities of a file in their order, some at a time; of a packed one no more than those are held. */
export async function* eachEntity({ reading, table }: OpenStore): AsyncGenerator<readonly Entity[]> {
  if (reading) return yield reading.dataset.entities;
  for (let first = 0; first < table!.entityCount; first += BATCH)
    yield await table!.entities(Array.from({ length: Math.min(BATCH, table!.entityCount - first) }, (_, i) => first + i));
}
