import { MultiDirectedGraph } from 'graphology';
import type { EntityType, Interval, RelationshipType, Status } from '../model';
import type { ClaimCore } from './claimTable';
import type { GraphIndex } from './graphIndex';
import { IndexBuilder } from './indexBuilder';

/** What a node of graphology carries for an entity, whose id is its key. */
interface EntityAttributes {
  type: EntityType;
}

/**
 * What an edge of graphology carries for a relationship, whose id is its key. `status` is told, not read back: it follows from the claims.
 */
interface RelationshipAttributes {
  type: RelationshipType;
  status?: Status;
  held?: Interval;
  claims?: readonly ClaimCore[];
}

/**
 * The index as a graph that graphology's algorithms take, or the part of it that a predicate admits with all entities.
 * Cost O(entities + relationships).
 */
export function toGraphology(
  index: GraphIndex, admits: (relationship: number) => boolean = () => true,
): MultiDirectedGraph<EntityAttributes, RelationshipAttributes> {
  const graph = new MultiDirectedGraph<EntityAttributes, RelationshipAttributes>();
  const ids = Array.from({ length: index.entityCount }, (_, e) => index.entityIdAt(e));
  ids.forEach((id, e) => graph.addNode(id, { type: index.entityTypeAt(e) }));
  const ends = index.ends();
  for (let r = 0; r < index.relationshipCount; r++) {
    if (!admits(r)) continue;
    const attributes = {
      type: index.relationshipTypeAt(r), status: index.statusAt(r), held: index.datesAt(r), claims: index.parts.claims.row(r),
    };
    graph.addDirectedEdgeWithKey(index.relationshipIdAt(r), ids[ends[r * 2]!], ids[ends[r * 2 + 1]!], attributes);
  }
  return graph;
}

/**
 * The index of such a graph. Edges without claims are taken as reported, as relationships without claims are.
 * Sources are known by id alone.
 */
export function fromGraphology(graph: MultiDirectedGraph<EntityAttributes, RelationshipAttributes>): GraphIndex {
  const builder = new IndexBuilder({ entities: graph.order, relationships: graph.size });
  graph.forEachNode((id, { type }) => builder.addEntity(id, type));
  graph.forEachEdge((id, { type, held = {}, claims = [] }, from, to) => builder.addRelationship(id, type, from, to, held, claims));
  return builder.finish();
}
