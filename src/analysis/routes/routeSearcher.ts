import { compiledFilter, type CompiledFilter, type GraphIndex } from '../../graph';
import type { Filter } from '../../model';
import { costOf, type Chain } from './chain';
import { hopsOf } from './cost';
import { nodesInOrder } from './nodesInOrder';
import { CostToGo } from './costToGo';
import { SearchMemory } from './searchMemory';
import { RouteEnumerator } from './routeEnumerator';
import { SLOTS } from './rowLayout';
import { stepsOver, type StepsOver } from './stepsOver';
import { stepTable, type StepRules } from './stepTable';

/** A route question in integers. */
export interface Search extends StepRules {
  source: number;
  target: number;
  longest: number;
  filter: Filter;
  avoid: readonly number[];
  via?: number | undefined;
}

/** The steps of a search, and how they differ from those of the index that the searched one is laid over. */
interface Taken {
  readonly steps: Uint8Array;
  readonly over?: StepsOver;
}

/** Which memory detours use; 0 and 1 are for the two halves of a route. */
const DETOURS = 2;

/** How many step tables are kept for the next question. */
const KEPT = 4;

/**
 * Searches one index again and again. It keeps the memory of a search and what it compiled lately, so that a question like the
 * last one costs no more than the entities that it reaches. The searcher of an index that is laid over another searches with the memory of
 * the other's, which it has to itself for as long as it searches.
 */
export class RouteSearcher {
  /** By entity, its place in the rows of every memory. */
  #nodes: Int32Array | undefined;
  readonly #memories: SearchMemory[] = [];
  readonly #steps = new Map<string, Taken>();
  #last: { search: Search; taken: Taken } | undefined;

  /** `base`: the searcher of the index that this one is laid over. */
  constructor(readonly index: GraphIndex, readonly base?: RouteSearcher) {}

  /** A filter, compiled for the index. */
  filter(filter: Filter): CompiledFilter {
    return compiledFilter(this.index, filter);
  }

  /**
   * The routes of a search in order, each as the entities along it, found as they are taken. A searcher has one search at a time: taking
   * from an older one after starting another gives nonsense. Throws `SearchSizeError`.
   */
  *routes(search: Search): Generator<number[], undefined> {
    const { via, longest } = search;
    if (via === undefined || via === search.source || via === search.target) {
      const routes = this.#enumerator(search, search.source, search.target, [], 0);
      routes.add(only(routes.costToGo.source));
      for (let route = routes.next(longest); route; route = routes.next(longest)) yield this.#entitiesOf(route);
    } else if (!search.avoid.includes(via)) yield* this.#routesVia(search, via);
    return undefined;
  }

  /**
   * Routes that pass an entity: each is a route to it and, around that, a route on. First halves are taken in order, and only as
   * long as one of them might yet lead to a route that comes before the best one known.
   */
  *#routesVia(search: Search, via: number): Generator<number[], undefined> {
    const { source, target, longest } = search;
    const ahead = this.#enumerator(search, source, via, [target], 0);
    ahead.add(only(ahead.costToGo.source));
    const shortestAhead = ahead.peek(longest - 1);
    if (shortestAhead === undefined) return undefined;
    const hopsAhead = hopsOf(costOf(shortestAhead));
    const onward = this.#enumerator(search, via, target, [source], 1, hopsAhead);
    const hopsOnward = onward.costToGo.findShortest(longest - hopsAhead);
    if (hopsOnward === undefined) return undefined;
    for (let length = hopsAhead + hopsOnward; length <= longest; length++) {
      for (
        let route = merged(ahead, onward, length, length - hopsOnward);
        route;
        route = merged(ahead, onward, length, length - hopsOnward)
      )
        yield this.#entitiesOf(route);
    }
    return undefined;
  }

  /** The hops of the shortest route of a search, and no more. Undefined where there is none. Throws `SearchSizeError`. */
  shortestLength(search: Search): number | undefined {
    if (search.via === undefined) return this.#costToGo(search, search.source, search.target, [], 0).shortestLength(search.longest);
    const first = this.routes(search).next().value;
    return first && first.length - 1;
  }

  #enumerator(search: Search, source: number, target: number, barred: readonly number[], memory: number, offset = 0): RouteEnumerator {
    const costToGo = this.#costToGo(search, source, target, barred, memory);
    return new RouteEnumerator(costToGo, () => this.#memory(DETOURS, search), offset);
  }

  #costToGo(search: Search, source: number, target: number, barred: readonly number[], which: number): CostToGo {
    const memory = this.#memory(which, search);
    const { rows } = memory;
    const barredNodes = [...search.avoid, ...barred].map((entity) => rows.nodeOf(entity));
    return new CostToGo(memory, [rows.nodeOf(source)], rows.nodeOf(target), barredNodes);
  }

  /** A memory whose rows have the steps of a search. */
  #memory(which: number, search: Search): SearchMemory {
    const memory = (this.base ?? this).#ownMemory(which);
    const { steps, over } = this.#stepsFor(search);
    memory.take(over ? this.base!.stepsFor(search) : steps, over);
    return memory;
  }

  #ownMemory(which: number): SearchMemory {
    this.#nodes ??= nodesInOrder(this.index.adjacency, SLOTS);
    return (this.#memories[which] ??= new SearchMemory(this.index, this.#nodes));
  }

  #entitiesOf({ nodes }: Chain): number[] {
    const { rows } = (this.base ?? this).#memories[0]!;
    return nodes.map((node) => rows.entityAt(node));
  }

  /** What a search may do at every slot of the adjacency. */
  stepsFor(search: Search): Uint8Array {
    return this.#stepsFor(search).steps;
  }

  #stepsFor(search: Search): Taken {
    const { filter, direction, places, hub } = search;
    const last = this.#last;
    if (last?.search.filter === filter && last.search.direction === direction && last.search.places === places && last.search.hub === hub)
      return last.taken;
    const taken = kept(this.#steps, JSON.stringify([filter, direction, places, hub]), () => this.#made(search));
    this.#last = { search, taken };
    return taken;
  }

  #made(search: Search): Taken {
    const { index, base } = this;
    const { filter, direction, places, hub } = search;
    const rules = { direction, places, hub };
    const compiled = this.filter(filter);
    if (!base) return { steps: stepTable(index, compiled, rules) };
    const over = stepsOver(index, compiled, rules, { filter: base.filter(filter), steps: base.stepsFor(search) });
    return { steps: over.steps, over };
  }
}

/** Takes the best route of those that go on from a first half, after handing over every first half that might lead to one before it. */
function merged(ahead: RouteEnumerator, onward: RouteEnumerator, longest: number, longestHalf: number): Chain | undefined {
  const leastOnward = onward.costToGo.of(onward.costToGo.source);
  for (;;) {
    const best = onward.peek(longest);
    const half = ahead.peek(longestHalf);
    if (half === undefined || (best && costOf(best) < costOf(half) + leastOnward)) return onward.next(longest);
    onward.add(ahead.next(longestHalf)!);
  }
}

function only(node: number): Chain {
  return { nodes: [node], costs: [0] };
}

/** What the cache has for a key, made where it has nothing; the oldest of more than `KEPT` goes. */
function kept<T>(cache: Map<string, T>, key: string, make: () => T): T {
  const value = cache.get(key) ?? make();
  cache.delete(key);
  cache.set(key, value);
  if (cache.size > KEPT) cache.delete(cache.keys().next().value!);
  return value;
}
