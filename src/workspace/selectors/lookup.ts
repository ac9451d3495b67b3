import { statusWithout, type Entity, type Relationship, type Source, type Status } from '../../model';
import { memoised } from './memoised';
import { chartSpoken } from './spokenUnder';

/** Records by id, whatever the page was told them for. */
export interface Lookup {
  entity(id: string): Entity | undefined;
  relationship(id: string): Relationship | undefined;
  source(id: string): Source | undefined;
  /** The short name where there is one; the id of what is not known. */
  name(id: string): string;
  /** As the filter's sources leave it. */
  status(r: Relationship): Status;
}

export const lookup = memoised([(s) => s.records, chartSpoken], (state): Lookup => {
  const { entities, relationships, sources } = state.records;
  const aside = new Set(chartSpoken(state).withoutSources);
  const source = (id: string) => sources.get(id);
  return {
    entity: (id) => entities.get(id),
    relationship: (id) => relationships.get(id),
    source,
    name: (id) => entities.get(id)?.shortName ?? entities.get(id)?.name ?? id,
    status: (r) => statusWithout(r.claims, aside, source),
  };
});
