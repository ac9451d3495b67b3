import {
  atOnce, compareText, eachNumber, EXACT_PARTIES, type ConnectAnswer, type ConnectQuestion, type Connection, type Hop, type Steps,
} from '../../model';
import type { GraphIndex } from '../../graph';
import { excludedFrom } from '../routes/excludedFrom';
import { searcherOf } from '../routes/findRoutes';
import type { Search } from '../routes/routeSearcher';
import { hopOf, tiesBetween, weakestHop } from '../routes/hops';
import { together } from '../routes/together';
import { distancesFrom, FAR, type Distances } from './distances';
import { eachStep, networkOf, type Ground } from './network';
import { smallestTree, type EachHop, type Tree } from './smallestTree';
import { spanningTree } from './spanningTree';
import { TreeBound } from './treeBound';
import { hopCost, MOST_HOPS } from './treeCost';
import { betweenOf, MOST_LABELS, treesInOrder, type OrderedTrees } from './treesInOrder';

/** A connection with more hops than the smallest and this many is not looked for. */
const SLACK = 1;

/** Larger connections are looked for only where there are few: at most so many entities times sets of parties. */
const MOST_WIDER = 200_000;

/**
 * "How do these hang together?" The smallest sets of entities that tie all parties to one another, as trees: fewest hops first; then the
 * fewest denied hops, readings, disputed, alleged, reported; then ids. Up to EXACT_PARTIES parties the first is the smallest there is
 * (`smallestTree`) unless that takes more than MOST_LABELS, and others follow that tie other entities and have at most one hop more: each
 * is the smallest without some of those between. For more parties there is one connection, within the bound of `spanningTree`. Parties are
 * exempt from `hub`, `places`, `avoid` and the filter's entity types.
 * Throws UnknownEntityError.
 */
export function findConnections(index: GraphIndex, question: ConnectQuestion): ConnectAnswer {
  return atOnce(connectionSteps(index, question));
}

/** A question in the integers of an index. */
interface Asked extends Ground {
  readonly question: ConnectQuestion;
  readonly parties: readonly number[];
}

/** The same in steps. An index has one search at a time: nothing else may search it meanwhile. */
export function* connectionSteps(index: GraphIndex, question: ConnectQuestion): Steps<ConnectAnswer> {
  const asked = askedOf(index, question);
  const groups = yield* groupsOf(asked);
  const found = groups.length > 1 ? NONE : question.parties.length > EXACT_PARTIES ? yield* boundedTree(asked) : yield* exactTrees(asked);
  const connections = found.trees.map((tree) => connectionOf(asked, tree));
  return {
    parties: question.parties,
    connections,
    groups: groups.map((group) => group.map((party) => index.entityIdAt(party))),
    dispensable: found.dispensable.map((entity) => index.entityIdAt(entity)).sort(compareText),
    exact: found.exact,
    bound: found.exact ? 1 : 2 * (1 - 1 / question.parties.length),
    complete: found.complete,
    excluded: excludedFrom(index, searcherOf(index).filter(question.filter), searchOf(asked.parties, question)),
  };
}

function askedOf(index: GraphIndex, question: ConnectQuestion): Asked {
  const parties = question.parties.map((id) => index.knownEntity(id));
  const avoided = new Set(question.avoid.map((id) => index.knownEntity(id)));
  const steps = searcherOf(index).stepsFor(searchOf(parties, question));
  const named = new Set(parties);
  return { index, question, parties, steps, mayPass: (entity, stone) => named.has(entity) || (stone && !avoided.has(entity)) };
}

/** What a route question asks of the steps that a question like this one may take. */
function searchOf([source, target]: readonly number[], { filter, places, hub }: ConnectQuestion): Search {
  return { source: source!, target: target!, longest: 1, avoid: [], direction: 'any', filter, places, hub };
}

/** Trees over entities. */
interface Found extends OrderedTrees {
  /** Whether the first is the smallest there is. */
  readonly exact: boolean;
}

const NONE: Found = { trees: [], dispensable: [], complete: true, exact: true };

/** The parties by who is tied to whom, in the order asked. */
function* groupsOf(asked: Asked): Steps<number[][]> {
  const { parties } = asked;
  const left = new Set(parties);
  const groups: number[][] = [];
  for (const party of parties) {
    if (!left.delete(party)) continue;
    const group = [party];
    const seen = new Set(group);
    const open = [party];
    for (let i = 0; i < open.length && left.size > 0; i++) {
      if (i % 1000 === 999) yield;
      eachStep(asked, open[i]!, (neighbour) => {
        if (seen.has(neighbour)) return;
        seen.add(neighbour);
        open.push(neighbour);
        if (left.delete(neighbour)) group.push(neighbour);
      });
    }
    groups.push(parties.filter((p) => group.includes(p)));
  }
  return groups;
}

function* boundedTree(asked: Asked): Steps<Found> {
  const tree = yield* spanningTree(asked, asked.parties);
  return { trees: tree ? [tree] : [], dispensable: [], complete: false, exact: false };
}

function* exactTrees(asked: Asked): Steps<Found> {
  const { parties, question } = asked;
  const distances = yield* distancesFrom(asked, parties);
  const bound = new TreeBound(distances.of.map((of, i) => within(of, distances.reach[i]!)), parties);
  const byHops: EachHop = (entity, visit) => eachStep(asked, entity, (neighbour) => visit(neighbour, hopCost(0)));
  const effort = { labels: 0, most: MOST_LABELS };
  const smallest = yield* smallestTree({ eachHop: byHops, bound, parties, without: new Set(), mostHops: MOST_HOPS - 1, effort });
  if (!smallest) return yield* boundedTree(asked);
  const hops = smallest.edges.length;
  const same = yield* treesWithin(asked, bound, hops, yield* nearEnough(asked, distances, bound, hops));
  if (same.trees.length === 0) return { trees: [smallest], dispensable: [], complete: false, exact: true };
  if (same.trees.length === question.k) return { ...same, exact: true };
  const wider = yield* nearEnough(asked, distances, bound, hops + SLACK);
  if (!same.complete || wider.length * 2 ** parties.length > MOST_WIDER) return { ...same, complete: false, exact: true };
  return { ...(yield* treesWithin(asked, bound, hops + SLACK, wider)), dispensable: same.dispensable, exact: true };
}

/** Trees of at most so many hops, best first. */
function* treesWithin(asked: Asked, bound: TreeBound, hops: number, near: readonly number[]): Steps<OrderedTrees> {
  const { parties, question } = asked;
  const network = yield* networkOf(asked, near);
  const nodeOf = new Map([...network.entities].map((entity, node) => [entity, node]));
  const nodes = parties.map((party) => nodeOf.get(party)!);
  const here = new TreeBound(bound.distances.map((of) => Uint8Array.from(network.entities, (entity) => of[entity]!)), nodes);
  const eachHop: EachHop = (node, visit) => {
    const { starts, neighbours, weaknesses } = network;
    for (let slot = starts[node]!; slot < starts[node + 1]!; slot++) visit(neighbours[slot]!, hopCost(weaknesses[slot]!));
  };
  const found = yield* treesInOrder(
    (without, effort) => smallestTree({ eachHop, bound: here, parties: nodes, without, mostHops: hops, effort }), nodes, question.k,
  );
  const entity = (node: number) => network.entities[node]!;
  return {
    trees: found.trees.map(({ cost, edges }) => ({ cost, edges: edges.map(([a, b]) => [entity(a), entity(b)] as const) })),
    dispensable: found.dispensable.map(entity),
    complete: found.complete,
  };
}

/** Distances in which what was not looked at is as near as it may be. */
function within(distances: Uint8Array, reach: number): Uint8Array {
  return reach === FAR - 1 ? distances : distances.map((distance) => Math.min(distance, reach + 1));
}

/** The entities that may lie on a tree of at most so many hops. */
function* nearEnough({ index, parties }: Asked, { of }: Distances, bound: TreeBound, hops: number): Steps<number[]> {
  const all = 2 ** parties.length - 1;
  const near: number[] = [];
  yield* eachNumber(index.entityCount, (entity) => {
    if (of.some((distances) => distances[entity] !== FAR) && bound.of(entity, all) <= hops) near.push(entity);
  });
  return near;
}

function connectionOf({ index, parties, steps, question }: Asked, tree: Tree): Connection {
  const ties = outwards(index, parties[0]!, tree.edges).map(([from, to]) => ({ from, to, ties: tiesBetween(index, steps, from, to) }));
  const hops: Hop[] = ties.map((hop) => hopOf(index, question.filter, hop.from, hop.to, hop.ties));
  const between = betweenOf(tree, parties).map((entity) => index.entityIdAt(entity)).sort(compareText);
  const weakest = weakestHop(hops);
  return {
    entities: [...question.parties, ...between],
    between,
    hops,
    length: hops.length,
    strength: hops[weakest]!.status,
    weakest,
    together: together(ties.map((hop) => hop.ties.map(({ relationship }) => index.intervalAt(relationship, question.filter.undated)))),
  };
}

/** The edges of a tree from one of its entities outwards, nearest first, then by ids. */
function outwards(index: GraphIndex, root: number, edges: readonly (readonly [number, number])[]): [number, number][] {
  const order = [root];
  const hops: [number, number][] = [];
  for (let i = 0; i < order.length; i++) {
    const here = order[i]!;
    const ends = edges.flatMap(([a, b]) => (a === here ? [b] : b === here ? [a] : [])).filter((end) => !order.includes(end));
    for (const end of ends.sort((a, b) => index.compareEntityIds(a, b))) {
      order.push(end);
      hops.push([here, end]);
    }
  }
  return hops;
}
