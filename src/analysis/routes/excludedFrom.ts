import type { Excluded } from '../../model';
import { OUT, type CompiledFilter, type GraphIndex } from '../../graph';
import type { Search } from './routeSearcher';

/**
 * What the filter leaves out of a search: less than of a chart, since the entities that the question names are admitted whatever their
 * type.
 */
export function excludedFrom(index: GraphIndex, filter: CompiledFilter, { source, target, via }: Search): Excluded {
  const excluded = { ...filter.excluded };
  if (!filter.entityTypeAdmitted.includes(0)) return excluded;
  const named = new Set([source, target, via ?? source]);
  const admits = (entity: number) => named.has(entity) || filter.admitsEntity(entity);
  for (const relationship of relationshipsOf(index, named)) {
    const verdict = filter.verdicts[relationship]!;
    const [from, to] = [index.fromAt(relationship), index.toAt(relationship)];
    const outByEntities = (verdict < OUT.status || verdict === OUT.source) && !(filter.admitsEntity(from) && filter.admitsEntity(to));
    if (!outByEntities || !admits(from) || !admits(to)) continue;
    excluded.type--;
    if (verdict === OUT.source) excluded.source++;
  }
  return excluded;
}

function relationshipsOf(index: GraphIndex, entities: Iterable<number>): Set<number> {
  const { starts, stops, ties } = index.adjacency;
  const found = new Set<number>();
  for (const entity of entities) for (let slot = starts[entity]!; slot < stops[entity]!; slot++) found.add(ties[slot]! >>> 1);
  return found;
}
