import {
  atOnce, compareText, EXACT_PARTIES, type ConnectAnswer, type ConnectQuestion, type Connection, type Hop, type Steps,
} from '../../model';
import type { GraphIndex } from '../../graph';
import { excludedFrom } from '../routes/excludedFrom';
import { BinaryHeap } from '../routes/binaryHeap';
import { searcherOf } from '../routes/findRoutes';
import { hopOf, tiesBetween, weakestHop } from '../routes/hops';
import { together } from '../routes/together';
import { distancesFrom, FAR, type Distances } from './distances';
import { eachStep, networkOf, type MayPass } from './network';
import { smallestTree, type EachHop, type Tree } from './smallestTree';
import { spanningTree } from './spanningTree';
import { TreeBound } from './treeBound';
import { hopCost, MOST_HOPS, treeHops } from './treeCost';

/** A connection with more hops than the smallest and this many is not looked for. */
const SLACK = 1;

/** Larger connections are looked for only where there are few: at most so many entities times sets of parties. */
const MOST_LABELS = 200_000;

/** How much is looked at for the next best ones, in labels of `smallestTree`. */
const MOST_SPENT = 300_000;

/** What one more search costs besides, in labels. */
const SOLVE = 500;

/**
 * "How do these hang together?" The smallest sets of entities that tie all parties to one another, as trees: fewest hops first; then the fewest denied hops,
 * readings, disputed, alleged, reported; then ids. Up to EXACT_PARTIES parties the first is the smallest there is (`smallestTree`), and others follow that
 * tie other entities and have at most one hop more: each is the smallest without some of those between. For more parties there is one connection, within
 * the bound of `spanningTree`. Parties are exempt from `hub`, `places`, `avoid` and the filter's entity types.
 * Throws UnknownEntityError, and SamePartyError where a party is named twice.
 */
export function findConnections(index: GraphIndex, question: ConnectQuestion): ConnectAnswer {
  return atOnce(connectionSteps(index, question));
}

/** A party was named twice. */
export class SamePartyError extends Error {
  override readonly name = 'SamePartyError';
  constructor(readonly id: string) {
    super(`"${id}" is named twice among the parties. Name each once.`);
  }
}

/** A question in the integers of an index. */
interface Asked {
  readonly index: GraphIndex;
  readonly question: ConnectQuestion;
  readonly parties: readonly number[];
  readonly steps: Uint8Array;
  readonly mayPass: MayPass;
}

/** The same in steps. An index has one search at a time: nothing else may search it meanwhile. */
export function* connectionSteps(index: GraphIndex, question: ConnectQuestion): Steps<ConnectAnswer> {
  const asked = askedOf(index, question);
  const groups = yield* groupsOf(asked);
  const found = groups.length > 1 ? NONE : question.parties.length > EXACT_PARTIES ? yield* boundedTree(asked) : yield* exactTrees(asked);
  const connections = found.trees.map((tree) => connectionOf(asked, tree));
  const exact = question.parties.length <= EXACT_PARTIES;
  const search = { source: asked.parties[0]!, target: asked.parties[1]!, longest: 1, avoid: [], direction: 'any' as const, filter: question.filter, places: question.places, hub: question.hub };
  return {
    parties: question.parties,
    connections,
    groups: groups.map((group) => group.map((party) => index.entityIdAt(party))),
    dispensable: found.dispensable.map((entity) => index.entityIdAt(entity)).sort(compareText),
    exact,
    bound: exact ? 1 : 2 * (1 - 1 / question.parties.length),
    complete: found.complete,
    excluded: excludedFrom(index, searcherOf(index).filter(question.filter), search),
  };
}

function askedOf(index: GraphIndex, question: ConnectQuestion): Asked {
  const twice = question.parties.find((id, i) => question.parties.indexOf(id) !== i);
  if (twice !== undefined) throw new SamePartyError(twice);
  const parties = question.parties.map((id) => index.knownEntity(id));
  const avoided = new Set(question.avoid.map((id) => index.knownEntity(id)));
  const { filter, places, hub } = question;
  const steps = searcherOf(index).stepsFor({ source: parties[0]!, target: parties[1]!, longest: 1, filter, avoid: [], direction: 'any', places, hub });
  const named = new Set(parties);
  return { index, question, parties, steps, mayPass: (entity, stone) => named.has(entity) || (stone && !avoided.has(entity)) };
}

interface Found {
  /** Trees over entities, best first. */
  readonly trees: readonly Tree[];
  readonly dispensable: readonly number[];
  readonly complete: boolean;
}

const NONE: Found = { trees: [], dispensable: [], complete: true };

/** The parties by who is tied to whom, in the order asked. */
function* groupsOf({ index, steps, parties, mayPass }: Asked): Steps<number[][]> {
  const left = new Set(parties);
  const groups: number[][] = [];
  for (const party of parties) {
    if (!left.delete(party)) continue;
    const group = [party];
    const seen = new Set(group);
    const open = [party];
    for (let i = 0; i < open.length && left.size > 0; i++) {
      if (i % 1000 === 999) yield;
      eachStep(index, steps, mayPass, open[i]!, (neighbour) => {
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

function* boundedTree({ index, steps, parties, mayPass }: Asked): Steps<Found> {
  const tree = yield* spanningTree(index, steps, parties, mayPass);
  return { trees: tree ? [tree] : [], dispensable: [], complete: false };
}

function* exactTrees(asked: Asked): Steps<Found> {
  const { index, steps, parties, mayPass, question } = asked;
  const distances = yield* distancesFrom(index, steps, parties, mayPass);
  const bound = new TreeBound(distances.of.map((of, i) => within(of, distances.reach[i]!)), parties);
  const byHops: EachHop = (entity, visit) => eachStep(index, steps, mayPass, entity, (neighbour) => visit(neighbour, hopCost(0)));
  const smallest = yield* smallestTree({ eachHop: byHops, bound, parties, without: new Set(), mostHops: MOST_HOPS - 1 });
  if (!smallest) return NONE;
  const hops = smallest.edges.length;
  const same = yield* treesWithin(asked, distances, bound, hops);
  if (same.trees.length === question.k) return same;
  const wider = nearEnough(asked, distances, bound, hops + SLACK);
  if (wider.length * 2 ** parties.length > MOST_LABELS) return { ...same, complete: false };
  const more = yield* treesWithin(asked, distances, bound, hops + SLACK, wider);
  return { ...more, dispensable: same.dispensable };
}

/** Trees of at most so many hops, best first. */
function* treesWithin(asked: Asked, distances: Distances, bound: TreeBound, hops: number, near = nearEnough(asked, distances, bound, hops)): Steps<Found> {
  const { index, steps, parties, question } = asked;
  const network = networkOf(index, steps, near);
  const nodeOf = new Map([...network.entities].map((entity, node) => [entity, node]));
  const nodes = parties.map((party) => nodeOf.get(party)!);
  const here = new TreeBound(bound.distances.map((of) => Uint8Array.from(network.entities, (entity) => of[entity]!)), nodes);
  const eachHop: EachHop = (node, visit) => {
    for (let slot = network.starts[node]!; slot < network.starts[node + 1]!; slot++) visit(network.neighbours[slot]!, hopCost(network.weaknesses[slot]!));
  };
  const found = yield* treesInOrder((without, spent) => smallestTree({ eachHop, bound: here, parties: nodes, without, mostHops: hops, spent }), nodes, question.k);
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
function nearEnough({ index, parties }: Asked, { of }: Distances, bound: TreeBound, hops: number): number[] {
  const all = 2 ** parties.length - 1;
  const near: number[] = [];
  for (let entity = 0; entity < index.entityCount; entity++) {
    if (of.some((distances) => distances[entity] !== FAR) && bound.of(entity, all) <= hops) near.push(entity);
  }
  return near;
}

/** A tree without some nodes, waiting for its turn. */
interface Branch {
  readonly tree: Tree;
  readonly key: string;
  readonly without: ReadonlySet<number>;
  /** It was known when it was found. */
  readonly again: boolean;
}

type Solve = (without: ReadonlySet<number>, spent: { labels: number }) => Steps<Tree | undefined>;

/**
 * Trees that tie other nodes, best first: after each, the best without one of those between it (a tree that ties others and is none of these has more than it
 * needs). One tree may be the best without several sets, so that there are many such searches; they end after MOST_SPENT.
 */
function* treesInOrder(solve: Solve, parties: readonly number[], k: number): Steps<Found> {
  const branches = new BinaryHeap<Branch>((a, b) => (a.tree.cost - b.tree.cost || Number(a.again) - Number(b.again) || compareText(a.key, b.key)) < 0);
  const tried = new Set<string>();
  const given = new Map<string, Tree>();
  const dispensable: number[] = [];
  const spent = { labels: 0 };
  const branch = function* (without: ReadonlySet<number>): Steps<Tree | undefined> {
    const key = [...without].sort((a, b) => a - b).join(' ');
    if (tried.has(key)) return undefined;
    tried.add(key);
    const tree = yield* solve(without, spent);
    spent.labels += SOLVE;
    if (tree) branches.push({ tree, key: keyOf(tree), without, again: given.has(keyOf(tree)) });
    return tree;
  };
  const found = (complete: boolean): Found => ({ trees: [...given.values()], dispensable, complete });
  yield* branch(new Set());
  for (let next = branches.pop(); next; next = branches.pop()) {
    const { tree, key, without } = next;
    if (!given.has(key) && given.size === k) return found(false);
    given.set(key, tree);
    if (without.size > 0 && spent.labels > MOST_SPENT) return found(false);
    yield given.size / k;
    for (const node of betweenOf(tree, parties)) {
      const other = yield* branch(new Set([...without, node]));
      if (without.size === 0 && other && treeHops(other.cost) === treeHops(tree.cost)) dispensable.push(node);
    }
  }
  return found(true);
}

function keyOf(tree: Tree): string {
  return [...new Set(tree.edges.flat())].sort((a, b) => a - b).join(' ');
}

function betweenOf(tree: Tree, parties: readonly number[]): number[] {
  return [...new Set(tree.edges.flat())].filter((node) => !parties.includes(node)).sort((a, b) => a - b);
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
