import { citedSources, compareIds, type DatasetPart, type Entity } from '../../model';
import type { CallOptions } from '../../store';
import type { StoreOpening } from '../platform';

/** A dataset of more entities than this opens with a part of it. */
export const OPENS_WHOLE = 300;
/** How many entities such a part has. */
const PART_SIZE = 60;
const NOTHING: DatasetPart = { entities: [], relationships: [], sources: [] };

/**
 * What a chart begins with: all of a small dataset; the best-connected entities of one that came along with its
 * opening; nothing of a larger one, which is searched. Never everything of a large one.
 */
export async function openingPart({ store, description, part }: NonNullable<StoreOpening['opened']>, ask: CallOptions): Promise<DatasetPart> {
  if (description.entities <= OPENS_WHOLE) return part ?? store.part({ ids: 'all' }, ask);
  return part ? bestConnected(part) : NOTHING;
}

/** Some entities of what is being opened with what ties them: from what came along, if it did, else from the store. */
export async function partAmong({ store, part }: NonNullable<StoreOpening['opened']>, ids: readonly string[], ask: CallOptions): Promise<DatasetPart> {
  return part ? among(part, new Set(ids)) : store.part({ ids }, ask);
}

/** The best connected of a part that is at hand, by relationships, then by id, with what ties them. */
export function bestConnected(part: DatasetPart, size = PART_SIZE): DatasetPart {
  const degrees = new Map<string, number>();
  for (const { from, to } of part.relationships) for (const end of [from, to]) degrees.set(end, (degrees.get(end) ?? 0) + 1);
  const rank = (e: Entity) => degrees.get(e.id) ?? 0;
  const entities = [...part.entities].sort((a, b) => rank(b) - rank(a) || compareIds(a, b)).slice(0, size);
  return among(part, new Set(entities.map((e) => e.id)));
}

/** Some entities of a part, in its order, with what ties them to each other and the sources that either cite. */
export function among(part: DatasetPart, chosen: ReadonlySet<string>): DatasetPart {
  const entities = part.entities.filter((e) => chosen.has(e.id));
  const relationships = part.relationships.filter((r) => chosen.has(r.from) && chosen.has(r.to));
  const cited = citedSources([...entities, ...relationships]);
  return { entities, relationships, sources: part.sources.filter((s) => cited.has(s.id)) };
}
