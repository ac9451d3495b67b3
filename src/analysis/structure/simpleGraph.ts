import { eachNumber, type Filter, type Steps } from '../../model';
import { compileFilter, type CompiledFilter, type EntityIndex, type GraphIndex } from '../../graph';

/**
 * The admitted entities and ties without directions, parallel ties and loops. Nodes are places in the order of ids, so that the
 * order of a file changes nothing; the neighbours of node n stand from `starts[n]` up to `starts[n + 1]`, ascending.
 */
export interface SimpleGraph {
  /** The entity of each node, as its integer. */
  readonly entities: Uint32Array;
  readonly starts: Uint32Array;
  readonly neighbours: Uint32Array;
}

/** Cost O(ties + entities log entities). */
export function* simpleGraphSteps(index: GraphIndex, filter: Filter): Steps<SimpleGraph> {
  const { admits, admitsEntity } = compileFilter(index, filter);
  yield;
  const entities = Array.from({ length: index.entityCount }, (_, e) => e).filter(admitsEntity);
  entities.sort((a, b) => index.compareEntityIds(a, b));
  yield;
  const nodeOf = new Int32Array(index.entityCount).fill(-1);
  entities.forEach((entity, node) => (nodeOf[entity] = node));
  const starts = new Uint32Array(entities.length + 1);
  const neighbours = new Uint32Array(index.adjacency.neighbours.length);
  let filled = 0;
  yield* eachNumber(entities.length, (node) => {
    filled = fillNeighbours(index, admits, nodeOf, entities[node]!, neighbours, filled);
    starts[node + 1] = filled;
  });
  return { entities: Uint32Array.from(entities), starts, neighbours: neighbours.subarray(0, filled) };
}

/** Writes the distinct other nodes that an entity is tied to, ascending, from a place on; gives the place after them. */
function fillNeighbours(
  index: GraphIndex, admits: CompiledFilter['admits'], nodeOf: Int32Array, entity: EntityIndex, neighbours: Uint32Array, from: number,
): number {
  const { starts, neighbours: others, ties } = index.adjacency;
  let end = from;
  for (let slot = starts[entity]!; slot < starts[entity + 1]!; slot++) {
    const other = others[slot]!;
    if (other !== entity && admits(ties[slot]! >>> 1)) neighbours[end++] = nodeOf[other]!;
  }
  const sorted = neighbours.subarray(from, end).sort();
  let distinct = from;
  for (let i = 0; i < sorted.length; i++) if (i === 0 || sorted[i] !== neighbours[distinct - 1]) neighbours[distinct++] = sorted[i]!;
  return distinct;
}

/** Which nodes some chain of ties joins, as a number for each node. Cost O(nodes + ties). */
export function* componentSteps({ entities, starts, neighbours }: SimpleGraph): Steps<Uint32Array> {
  const componentOf = new Uint32Array(entities.length);
  let components = 0;
  for (let node = 0; node < entities.length; node++) {
    if (componentOf[node] !== 0) continue;
    componentOf[node] = ++components;
    const waiting = [node];
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      for (let i = starts[at]!; i < starts[at + 1]!; i++) {
        if (componentOf[neighbours[i]!] !== 0) continue;
        componentOf[neighbours[i]!] = components;
        waiting.push(neighbours[i]!);
      }
      if (waiting.length % 1000 === 999) yield;
    }
    if (node % 1000 === 0) yield;
  }
  return componentOf;
}
