import {
  citedSources, compareIds, publishersOf, statuses, weakness, type Filter, type Hop, type HopRelationship, type Route,
} from '../../model';
import type { EntityIndex, GraphIndex, RelationshipIndex } from '../../graph';
import { STEP } from './stepTable';
import { together } from './together';

/** A relationship of a hop, by integer, and whether the hop runs from its `from` to its `to`. */
interface HopTie {
  relationship: RelationshipIndex;
  forward: boolean;
  weakness: number;
}

/**
 * The admitted relationships by which a route may step from one entity to the next: strongest first, then by id. Cost:
 * the smaller number of relationships of the two.
 */
export function tiesBetween(index: GraphIndex, steps: Uint8Array, from: EntityIndex, to: EntityIndex): HopTie[] {
  const { starts, stops, neighbours, ties } = index.adjacency;
  const atFrom = index.degree(from) <= index.degree(to);
  const [here, there, usable] = atFrom ? [from, to, STEP.leave] : [to, from, STEP.enter];
  const found: HopTie[] = [];
  for (let slot = starts[here]!; slot < stops[here]!; slot++) {
    if (neighbours[slot] !== there || (steps[slot]! & usable) === 0) continue;
    found.push({ relationship: ties[slot]! >>> 1, forward: ((ties[slot]! & 1) === 1) === atFrom, weakness: steps[slot]! & STEP.weakness });
  }
  return found.length < 2 ? found : sorted(index, found);
}

function sorted(index: GraphIndex, found: HopTie[]): HopTie[] {
  const withIds = found.map((tie) => ({ tie, id: index.relationshipIdAt(tie.relationship) }));
  return withIds.sort((a, b) => a.tie.weakness - b.tie.weakness || compareIds(a, b)).map(({ tie }) => tie);
}

/** A hop as an answer carries it. Sources and publishers are those of the claims that the filter has not set aside. */
export function hopOf(index: GraphIndex, filter: Filter, from: EntityIndex, to: EntityIndex, ties: readonly HopTie[]): Hop {
  const ends = { from: index.entityIdAt(from), to: index.entityIdAt(to) };
  const relationships = ties.map(({ relationship, forward, weakness: weak }): HopRelationship => {
    const [start, end] = forward ? [ends.from, ends.to] : [ends.to, ends.from];
    const type = index.relationshipTypeAt(relationship);
    return {
      id: index.relationshipIdAt(relationship), type, from: start, to: end, status: statuses[weak]!, forward,
      ...citations(index, filter, relationship),
    };
  });
  return { ...ends, relationships, status: relationships[0]!.status };
}

function citations(
  { parts: { claims } }: GraphIndex, filter: Filter, relationship: RelationshipIndex,
): Pick<HopRelationship, 'sources' | 'publishers'> {
  const counted = claims.row(relationship).filter((c) => !filter.withoutSources?.includes(c.source));
  return {
    sources: citedSources([{ claims: counted }]).size,
    publishers: publishersOf(counted, (id) => claims.source(id)).independent,
  };
}

/** The index of the weakest hop: the first of those that are as weak. */
export function weakestHop(hops: readonly Hop[]): number {
  return hops.reduce((weakest, hop, i) => (weakness(hop.status) > weakness(hops[weakest]!.status) ? i : weakest), 0);
}

/** A chain of entities with its hops as a route; `ties`: the relationships of each hop. Cost O(relationships). */
export function routeAlong(
  index: GraphIndex, filter: Filter, entities: readonly EntityIndex[], hops: Hop[],
  ties: readonly (readonly Pick<HopTie, 'relationship'>[])[],
): Route {
  const weakest = weakestHop(hops);
  return {
    entities: entities.map((e) => index.entityIdAt(e)),
    hops,
    length: hops.length,
    strength: hops[weakest]!.status,
    weakest,
    together: together(ties.map((hop) => hop.map(({ relationship }) => index.intervalAt(relationship, filter.undated)))),
  };
}
