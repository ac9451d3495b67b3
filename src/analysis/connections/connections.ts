import {
  atOnce, compareText, EXACT_PARTIES, type ConnectAnswer, type ConnectQuestion, type Connection, type Hop, type Steps,
} from '../../model';
import type { GraphIndex } from '../../graph';
import { excludedFrom } from '../routes/excludedFrom';
import { searcherOf } from '../routes/findRoutes';
import type { Search } from '../routes/routeSearcher';
import { hopOf, tiesBetween, weakestHop } from '../routes/hops';
import { together } from '../routes/together';
import { distancesFrom, type Distances } from './distances';
import { Ground, networkOf, PAUSE } from './network';
import { smallestTrees } from './smallestTrees';
import { spanningTree } from './spanningTree';
import { TreeBound } from './treeBound';
import { MOST_HOPS } from './treeCost';
import type { Tree, TreeParts } from './treeParts';
import { betweenOf, MOST_LABELS, treesInOrder, type OrderedTrees, type Solve } from './treesInOrder';

/** A connection with more hops than the smallest and this many is not looked for. */
const SLACK = 1;

/** Larger connections are looked for only where there are few: at most so many entities times sets of parties. */
const MOST_WIDER = 200_000;

/**
 * "How do these hang together?" The smallest sets of entities that tie all parties to one another, as trees: fewest hops first; then the
 * fewest denied hops, readings, disputed, alleged, reported; then ids. Up to EXACT_PARTIES parties the first is the smallest there is
 * (`smallestTrees`) unless that takes more than MOST_LABELS, and others follow that tie other entities and have at most one hop more: each
 * is the smallest without some of those between. Where the labels came to their end after the first tree was found, the answer is not
 * `complete`, and another tree of its size may be stronger or do without more of those between. For more parties there is one connection,
 * within the bound of `spanningTree`. Parties are exempt from `hub`, `places`, `avoid` and the filter's entity types.
 * Throws UnknownEntityError.
 */
export function findConnections(index: GraphIndex, question: ConnectQuestion): ConnectAnswer {
  return atOnce(connectionSteps(index, question));
}

/** A question in the integers of an index. */
interface Asked {
  readonly index: GraphIndex;
  readonly question: ConnectQuestion;
  readonly parties: readonly number[];
  readonly ground: Ground;
}

/** The same in steps. An index has one search at a time: nothing else may search it meanwhile. */
export function* connectionSteps(index: GraphIndex, question: ConnectQuestion): Steps<ConnectAnswer> {
  const asked = askedOf(index, question);
  const { parties } = asked;
  const distances = parties.length > EXACT_PARTIES ? undefined : yield* distancesFrom(asked.ground, parties);
  const groups = distances ? [parties] : yield* groupsOf(asked);
  const found = groups.length > 1 ? NONE : distances ? yield* exactTrees(asked, distances) : yield* boundedTree(asked);
  const connections = found.trees.map((tree) => connectionOf(asked, tree));
  return {
    parties: question.parties,
    connections,
    groups: groups.map((group) => group.map((party) => index.entityIdAt(party))),
    dispensable: found.dispensable.map((entity) => index.entityIdAt(entity)).sort(compareText),
    exact: found.exact,
    bound: found.exact ? 1 : 2 * (1 - 1 / question.parties.length),
    complete: found.complete,
    excluded: excludedFrom(index, searcherOf(index).filter(question.filter), searchOf(parties, question)),
  };
}

function askedOf(index: GraphIndex, question: ConnectQuestion): Asked {
  const parties = question.parties.map((id) => index.knownEntity(id));
  const avoided = question.avoid.map((id) => index.knownEntity(id));
  const steps = searcherOf(index).stepsFor(searchOf(parties, question));
  return { index, question, parties, ground: new Ground(index, steps, parties, avoided) };
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
function* groupsOf({ parties, ground }: Asked): Steps<number[][]> {
  const left = new Set(parties);
  const groups: number[][] = [];
  const seen = new Uint8Array(ground.nodeCount);
  for (const party of parties) {
    if (!left.delete(party)) continue;
    const group = new Set([party]);
    seen[party] = 1;
    const open = [party];
    for (let next = 0; next < open.length && left.size > 0; next++) {
      if (next % PAUSE === PAUSE - 1) yield;
      for (let i = ground.around(open[next]!); i < ground.stop; i++) {
        const neighbour = ground.ends[i]!;
        if (seen[neighbour] === 1) continue;
        seen[neighbour] = 1;
        open.push(neighbour);
        if (left.delete(neighbour)) group.add(neighbour);
      }
    }
    groups.push(parties.filter((p) => group.has(p)));
  }
  return groups;
}

function* boundedTree({ ground, parties }: Asked): Steps<Found> {
  const tree = yield* spanningTree(ground, parties);
  return { trees: tree ? [tree] : [], dispensable: [], complete: false, exact: false };
}

function* exactTrees(asked: Asked, distances: Distances): Steps<Found> {
  const { parties, ground, question: { k } } = asked;
  const bound = new TreeBound(distances.hops, distances.apart);
  const effort = { labels: 0, most: MOST_LABELS };
  const smallest = yield* smallestTrees({ ways: ground, bound, parties, without: new Set(), mostHops: MOST_HOPS - 1, effort });
  if (!smallest) return yield* boundedTree(asked);
  const { parts } = smallest;
  const placeOf = new Map(parts.nodes.map((node, place) => [node, place]));
  const same = yield* treesInOrder(strongestOf(parts), parties.map((party) => placeOf.get(party)!), k);
  const here = { ...treesOver(same, parts.nodes), exact: true };
  if (!smallest.complete) return { ...here, complete: false };
  if (here.trees.length === k || !here.complete) return here;
  const hops = here.trees[0]!.edges.length + SLACK;
  const near = yield* nearEnough(asked, bound, hops);
  if (!near) return { ...here, complete: false };
  return { ...(yield* treesWithin(asked, bound, hops, near)), dispensable: here.dispensable, exact: true };
}

/** The strongest trees of parts that are known. */
function strongestOf(parts: TreeParts): Solve {
  return function* (without, effort) {
    effort.labels += parts.size;
    yield;
    return parts.strongest(without);
  };
}

/** Trees of at most so many hops, best first. */
function* treesWithin(asked: Asked, bound: TreeBound, mostHops: number, near: readonly number[]): Steps<OrderedTrees> {
  const { ground, parties, question } = asked;
  const network = yield* networkOf(ground, near);
  const nodeOf = new Map([...network.entities].map((entity, node) => [entity, node]));
  const nodes = parties.map((party) => nodeOf.get(party)!);
  const here = bound.among(network.entities);
  const solve: Solve = function* (without, effort) {
    const found = yield* smallestTrees({ ways: network, bound: here, parties: nodes, without, mostHops, effort });
    if (!found?.complete) return undefined;
    const tree = found.parts.strongest(new Set());
    return tree && overNodes(tree, found.parts.nodes);
  };
  return treesOver(yield* treesInOrder(solve, nodes, question.k), network.entities);
}

/** Trees whose nodes stand for others. */
function treesOver({ trees, dispensable, complete }: OrderedTrees, others: ArrayLike<number>): OrderedTrees {
  return { trees: trees.map((tree) => overNodes(tree, others)), dispensable: dispensable.map((node) => others[node]!), complete };
}

function overNodes({ cost, edges }: Tree, others: ArrayLike<number>): Tree {
  return { cost, edges: edges.map(([a, b]) => [others[a]!, others[b]!] as const) };
}

/** The entities that may lie on a tree of at most so many hops; undefined where there are too many to look for more trees. */
function* nearEnough({ parties, ground }: Asked, bound: TreeBound, hops: number): Steps<number[] | undefined> {
  const all = 2 ** parties.length - 1;
  const most = MOST_WIDER / 2 ** parties.length;
  const near: number[] = [];
  for (let entity = 0; entity < ground.nodeCount; entity++) {
    if (entity % PAUSE === PAUSE - 1) yield;
    if (bound.of(entity, all) <= hops && near.push(entity) > most) return undefined;
  }
  return near;
}

function connectionOf({ index, parties, ground: { steps }, question }: Asked, tree: Tree): Connection {
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
