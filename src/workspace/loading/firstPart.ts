import { sourcesBehind, type DatasetPart } from '../../model';
import type { CallOptions } from '../../store';
import type { OpenedSource } from './openSource';

/** A dataset of more entities than this opens with a part of it. */
const OPENS_WHOLE = 300;
/** How many entities such a part has. */
export const PART_SIZE = 25;

/** What a chart begins with: all of a small dataset; of a larger one its best connected entities, as its store chooses them. */
export async function firstPart(
  { store, description, part }: OpenedSource, ask: CallOptions,
): Promise<DatasetPart> {
  if (description.entities <= OPENS_WHOLE) return part ?? store.part({ ids: 'all' }, ask);
  return store.bestConnected({ limit: PART_SIZE }, ask);
}

/** Some entities of what is being opened with what ties them: from what came along, if it did, else from the store. */
export async function openedPart(
  { store, part }: OpenedSource, ids: readonly string[], ask: CallOptions,
): Promise<DatasetPart> {
  return part ? citedPart(part, new Set(ids)) : store.part({ ids }, ask);
}

/** Some entities of a part, in its order, with what ties them to each other and the sources behind both. */
export function citedPart(part: DatasetPart, chosen: ReadonlySet<string>): DatasetPart {
  const entities = part.entities.filter((e) => chosen.has(e.id));
  const relationships = part.relationships.filter((r) => chosen.has(r.from) && chosen.has(r.to));
  return { entities, relationships, sources: sourcesBehind([...entities, ...relationships], part.sources) };
}
