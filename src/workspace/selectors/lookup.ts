import { statusWithout, type Entity, type Relationship, type Source, type Status, type Records } from '../../model';
import { memoised } from './memoised';
import { chartSpoken } from './spokenUnder';

/** Records by id, wherever the screen has them from: the chart, the trace, the entity looked at, or an answer on owners or ventures. */
export interface Lookup {
  entity(id: string): Entity | undefined;
  relationship(id: string): Relationship | undefined;
  source(id: string): Source | undefined;
  /** The short name where there is one; the id of what is not known. */
  name(id: string): string;
  /** As the filter's sources leave it. */
  status(r: Relationship): Status;
}

export const lookup = memoised([(s) => s.chart.entities, (s) => s.chart.relationships, (s) => s.chart.sources, (s) => s.trace.records, (s) => s.looking, (s) => s.ownership.records, (s) => s.ventures, (s) => s.matches, chartSpoken], (state): Lookup => {
  const { chart, trace, looking, ownership, ventures, matches } = state;
  const places: Records[] = [chart, trace.records, ...(looking ? [looking] : []), ownership.records, ...(ventures ? [ventures.records] : []), ...(matches ? [matches.records] : [])];
  const find = <T>(of: (records: Records) => ReadonlyMap<string, T>, id: string): T | undefined => {
    for (const place of places) {
      const found = of(place).get(id);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const aside = new Set(chartSpoken(state).withoutSources);
  const source = (id: string) => find((r) => r.sources, id);
  const entity = (id: string) => find((r) => r.entities, id);
  return {
    entity,
    relationship: (id) => find((r) => r.relationships, id),
    source,
    name: (id) => entity(id)?.shortName ?? entity(id)?.name ?? id,
    status: (r) => statusWithout(r.claims, aside, source),
  };
});
