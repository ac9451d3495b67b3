import { eachNumber, type Filter, type Steps } from '../../model';
import { compileFilter, type CompiledFilter, type GraphIndex } from '../../graph';

/**
 * The admitted entities and ties without directions, parallel ties and loops. Nodes are places in the order of ids, so that the
 * order of a file changes nothing; the neighbours of node n stand from `starts[n]` up to `starts[n + 1]`, ascending.
 */
export interface SimpleGraph {
  /** The entity of each node. */
  readonly entities: Uint32Array;
  readonly starts: Uint32Array;
  readonly neighbours: Uint32Array;
}

/** The same for a filter of which nothing else is wanted. Cost O(ties + entities log entities). */
export function* simpleGraphSteps(index: GraphIndex, filter: Filter): Steps<SimpleGraph> {
  const compiled = compileFilter(index, filter);
  yield;
  return yield* admittedGraphSteps(index, compiled);
}

/** `without`: entities that are left out with their ties. Cost O(ties + entities log entities). */
export function* admittedGraphSteps(
  index: GraphIndex, { admits, admitsEntity }: CompiledFilter, without: (entity: number) => boolean = () => false,
): Steps<SimpleGraph> {
  const entities = yield* inOrderOfIds(index, (e) => admitsEntity(e) && !without(e));
  const nodeOf = new Int32Array(index.entityCount).fill(-1);
  entities.forEach((entity, node) => (nodeOf[entity] = node));
  yield;
  const { starts: slots, stops, neighbours: others, ties } = index.adjacency;
  const starts = new Uint32Array(entities.length + 1);
  for (let node = 0; node < entities.length; node++) starts[node + 1] = starts[node]! + index.degree(entities[node]!);
  const ends = starts.slice(0, -1);
  const neighbours = new Uint32Array(starts.at(-1)!);
  // Every node enters itself at its neighbours, one node after another: so neighbours stand in order, and parallel ties side by side.
  yield* eachNumber(entities.length, (node) => {
    const entity = entities[node]!;
    for (let slot = slots[entity]!; slot < stops[entity]!; slot++) {
      const other = nodeOf[others[slot]!]!;
      if (other === -1 || other === node || !admits(ties[slot]! >>> 1)) continue;
      const end = ends[other]!;
      if (end > starts[other]! && neighbours[end - 1] === node) continue;
      neighbours[end] = node;
      ends[other] = end + 1;
    }
  });
  yield* closeUp(starts, ends, neighbours);
  return { entities, starts, neighbours: neighbours.subarray(0, starts.at(-1)) };
}

/** Takes away the room that is left between the neighbours of one node and those of the next. */
function* closeUp(starts: Uint32Array, ends: Uint32Array, neighbours: Uint32Array): Steps<void> {
  let filled = 0;
  yield* eachNumber(ends.length, (node) => {
    const [from, to] = [starts[node]!, ends[node]!];
    starts[node] = filled;
    neighbours.copyWithin(filled, from, to);
    filled += to - from;
  });
  starts[ends.length] = filled;
}

/** How many entities are sorted before others get their turn. */
const STRETCH = 1024;

/** The integers of entities in the order of their ids. Cost O(entities log entities), or O(entities) where they come so. */
function* inOrderOfIds(index: GraphIndex, wanted: (entity: number) => boolean): Steps<Uint32Array> {
  let entities: Uint32Array = new Uint32Array(index.entityCount);
  let count = 0;
  let ordered = true;
  yield* eachNumber(index.entityCount, (e) => {
    if (!wanted(e)) return;
    ordered &&= count === 0 || index.compareEntityIds(entities[count - 1]!, e) < 0;
    entities[count++] = e;
  });
  entities = entities.slice(0, count);
  if (ordered) return entities;
  for (let from = 0; from < count; from += STRETCH) {
    entities.subarray(from, from + STRETCH).sort((a, b) => index.compareEntityIds(a, b));
    yield;
  }
  let merged: Uint32Array = new Uint32Array(count);
  for (let size = STRETCH; size < count; size *= 2) {
    for (let from = 0; from < count; from += 2 * size) yield* merge(index, entities, merged, from, size);
    [entities, merged] = [merged, entities];
  }
  return entities;
}

/** Merges two stretches of a size that follow each other. */
function* merge(index: GraphIndex, source: Uint32Array, into: Uint32Array, from: number, size: number): Steps<void> {
  const middle = Math.min(from + size, source.length);
  const end = Math.min(from + 2 * size, source.length);
  let [i, j] = [from, middle];
  for (let at = from; at < end; at++) {
    const first = j === end || (i < middle && index.compareEntityIds(source[i]!, source[j]!) <= 0);
    into[at] = first ? source[i++]! : source[j++]!;
    if (at % STRETCH === 0) yield;
  }
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
