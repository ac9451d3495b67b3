import { compileFilter, type CompiledFilter, type GraphIndex } from '../../graph';
import {
  atOnce, entityTypeIds, eachNumber, families, relationshipType, relationshipTypeIds, statuses,
  type EntityType, type Excluded, type Family, type Filter, type OverviewWay, type Status, type Steps,
} from '../../model';
import { admittedGraphSteps, communitySteps, seededRandom, type SimpleGraph } from '../structure';
import { bestMembersSteps } from './bestMembers';
import { modularitySteps } from './modularity';

interface OverviewOptions {
  readonly by: OverviewWay;
  readonly filter: Filter;
  /** How many groups are told of at most, the largest. */
  readonly groups: number;
  /** How many of its best connected members are told of each group at most. */
  readonly members: number;
  /** Where entities are grouped by country: the country of each, as a number from 1; 0 where none is recorded. */
  readonly countries?: Uint32Array | undefined;
}

/** A whole dataset in groups. What relationships there are is counted once: within a group, in a tie of two groups, or in the rest. */
export interface Overview {
  by: OverviewWay;
  /** The admitted entities that are in groups, and the admitted relationships between them. */
  entities: number;
  relationships: number;
  /** Places, which connect nobody: they are in no group, and relationships with them are not counted. */
  places: number;
  /** The largest first; of those that are as large the one that has the least id. */
  groups: OverviewGroup[];
  /** Between two of these groups, most relationships first, then by their places. */
  ties: OverviewTie[];
  /** What is in none of these groups. */
  rest: OverviewRest;
  /** How much more ties are inside of communities than chance would have it, -0.5–1; absent where groups are no communities. */
  modularity?: number;
  /** The relationships that the filter leaves out, by its first reason. */
  excluded: Excluded;
}

export interface OverviewGroup {
  entities: number;
  /** Relationships between two of its members. */
  within: number;
  /** The ids of its best connected members: the one that is tied to most others first, then those that hang together with it. */
  members: string[];
  /** How many members are of each type, most first. */
  types: { type: EntityType; entities: number }[];
  /** Of a group by country: its number; absent where none is recorded. */
  country?: number;
}

/** All relationships between members of one group and members of another, whichever way they lead. */
interface OverviewTie {
  /** Places in the list of groups, the lesser first. */
  groups: [number, number];
  relationships: number;
  families: Partial<Record<Family, number>>;
  statuses: Partial<Record<Status, number>>;
}

interface OverviewRest {
  groups: number;
  entities: number;
  /** Those of them that are tied to nobody. */
  alone: number;
  /** Relationships of which one end at least is in none of the groups told of. */
  relationships: number;
}

/**
 * A dataset in groups, with what ties them. Communities by Louvain (Blondel et al. 2008) from a fixed seed, over entities in
 * the order of their ids: the same records give the same answer, whatever order they come in. Directions, parallel relationships and
 * shares do not count for communities; every relationship counts in the ties. Cost about O(relationships + entities log entities).
 */
export function overviewOf(index: GraphIndex, options: OverviewOptions): Overview {
  return atOnce(overviewSteps(index, options));
}

/** The same in steps. */
export function* overviewSteps(index: GraphIndex, options: OverviewOptions): Steps<Overview> {
  yield 0;
  const filter = compileFilter(index, options.filter);
  yield 0.05;
  const isPlace = Uint8Array.from(entityTypeIds, (type) => Number(type === 'place'));
  const { entityTypeCodes } = index.parts;
  const graph = yield* graphOf(index, filter);
  yield 0.25;
  const groupOf =
    options.by === 'communities'
      ? yield* communitySteps(graph, seededRandom(1))
      : yield* byTypeAndCountry(index, graph, options.countries!);
  yield 0.7;
  const listed = yield* listedGroups(graph, groupOf, options.groups);
  const counted = yield* countTies(index, graph, listed, filter);
  yield 0.85;
  const members = yield* bestMembersSteps(index, graph, listed.rankOf, listed.sizes.length, options.members);
  yield 0.95;
  const types = yield* countTypes(index, graph, listed);
  const groups = listed.sizes.map((entities, rank) => {
    const first = graph.entities[listed.firsts[rank]!]!;
    const country = options.by === 'type-country' ? options.countries![first]! : 0;
    return {
      entities, within: counted.within[rank]!, members: members[rank]!.map((node) => index.entityIdAt(graph.entities[node]!)),
      types: types[rank]!, ...(country > 0 ? { country } : {}),
    };
  });
  let admittedPlaces = 0;
  yield* eachNumber(index.entityCount, (e) => {
    if (isPlace[entityTypeCodes[e]!] === 1 && filter.admitsEntity(e)) admittedPlaces++;
  });
  return {
    by: options.by, entities: graph.entities.length, relationships: counted.all, places: admittedPlaces, groups, ties: counted.ties,
    rest: { ...listed.rest, relationships: counted.rest }, excluded: filter.excluded,
    ...(options.by === 'communities' ? { modularity: yield* modularitySteps(graph, groupOf) } : {}),
  };
}

/**
 * The members of a group of an overview by communities, by its place there: the same communities, from the same seed. Undefined where
 * there are fewer groups. Cost as of the overview.
 */
export function* communityMembersSteps(index: GraphIndex, filter: Filter, place: number): Steps<number[] | undefined> {
  const graph = yield* graphOf(index, compileFilter(index, filter));
  const { rankOf, sizes } = yield* listedGroups(graph, yield* communitySteps(graph, seededRandom(1)), place + 1);
  return sizes.length <= place ? undefined : Array.from(graph.entities).filter((_, node) => rankOf[node] === place);
}

/** The admitted entities without places. */
function graphOf(index: GraphIndex, filter: CompiledFilter): Steps<SimpleGraph> {
  const { entityTypeCodes } = index.parts;
  const place = entityTypeIds.indexOf('place');
  return admittedGraphSteps(index, filter, (e) => entityTypeCodes[e] === place);
}

/** Codes of types are below it. */
const MOST_TYPES = 256;

function* byTypeAndCountry(index: GraphIndex, graph: SimpleGraph, countries: Uint32Array): Steps<Uint32Array> {
  const { entityTypeCodes } = index.parts;
  const groupOf = new Uint32Array(graph.entities.length);
  yield* eachNumber(groupOf.length, (node) => {
    const entity = graph.entities[node]!;
    groupOf[node] = countries[entity]! * MOST_TYPES + entityTypeCodes[entity]!;
  });
  return groupOf;
}

/** The groups that are told of, as ranks from 0: of each node its rank, or `UNLISTED`. */
interface Listed {
  readonly rankOf: Int32Array;
  readonly sizes: number[];
  /** The first node of each. */
  readonly firsts: number[];
  readonly rest: Omit<OverviewRest, 'relationships'>;
}

const UNLISTED = -1;

function* listedGroups(graph: SimpleGraph, groupOf: Uint32Array, most: number): Steps<Listed> {
  const groups = new Map<number, { size: number; first: number; tied: boolean }>();
  yield* eachNumber(groupOf.length, (node) => {
    const group = groups.get(groupOf[node]!);
    const tied = graph.starts[node + 1]! > graph.starts[node]!;
    if (!group) groups.set(groupOf[node]!, { size: 1, first: node, tied });
    else {
      group.size++;
      group.tied ||= tied;
    }
  });
  // Who is tied to nobody is no group.
  const real = [...groups].filter(([, { size, tied }]) => size > 1 || tied);
  const largest = real.sort(([, a], [, b]) => b.size - a.size || a.first - b.first).slice(0, most);
  const ranks = new Map(largest.map(([group], rank) => [group, rank]));
  const rankOf = new Int32Array(groupOf.length);
  let [entities, alone] = [0, 0];
  yield* eachNumber(groupOf.length, (node) => {
    const rank = ranks.get(groupOf[node]!) ?? UNLISTED;
    rankOf[node] = rank;
    if (rank !== UNLISTED) return;
    entities++;
    if (graph.starts[node + 1] === graph.starts[node]) alone++;
  });
  return {
    rankOf, sizes: largest.map(([, { size }]) => size), firsts: largest.map(([, { first }]) => first),
    rest: { groups: real.length - largest.length, entities, alone },
  };
}

interface TieCounts {
  readonly all: number;
  readonly within: Uint32Array;
  readonly rest: number;
  readonly ties: OverviewTie[];
}

const FAMILY_OF_TYPE = Uint8Array.from(relationshipTypeIds, (type) => families.indexOf(relationshipType(type).family));

function* countTies(index: GraphIndex, graph: SimpleGraph, { rankOf, sizes }: Listed, filter: CompiledFilter): Steps<TieCounts> {
  const nodeOf = new Int32Array(index.entityCount).fill(-1);
  graph.entities.forEach((entity, node) => (nodeOf[entity] = node));
  const { starts, stops, neighbours, ties: slots } = index.adjacency;
  const { relationshipTypeCodes } = index.parts;
  const groups = sizes.length;
  const within = new Uint32Array(groups);
  const byFamily = new Uint32Array(groups * groups * families.length);
  const byStatus = new Uint32Array(groups * groups * statuses.length);
  let [all, rest] = [0, 0];
  const count = (r: number, a: number, b: number) => {
    all++;
    if (a === UNLISTED || b === UNLISTED) rest++;
    else if (a === b) within[a]!++;
    else {
      const pair = Math.min(a, b) * groups + Math.max(a, b);
      byFamily[pair * families.length + FAMILY_OF_TYPE[relationshipTypeCodes[r]!]!]!++;
      byStatus[pair * statuses.length + filter.verdicts[r]!]!++;
    }
  };
  yield* eachNumber(graph.entities.length, (from) => {
    const entity = graph.entities[from]!;
    for (let slot = starts[entity]!; slot < stops[entity]!; slot++) {
      // The odd slot is the one at its `from`, so that each is counted once.
      if ((slots[slot]! & 1) === 0) continue;
      const to = nodeOf[neighbours[slot]!]!;
      if (to !== -1 && filter.admits(slots[slot]! >>> 1)) count(slots[slot]! >>> 1, rankOf[from]!, rankOf[to]!);
    }
  });
  const ties: OverviewTie[] = [];
  for (let a = 0; a < groups; a++) {
    for (let b = a + 1; b < groups; b++) {
      const pair = a * groups + b;
      const ofFamilies = told(families, byFamily, pair);
      const relationships = Object.values(ofFamilies).reduce((sum, n) => sum + n, 0);
      if (relationships > 0) ties.push({ groups: [a, b], relationships, families: ofFamilies, statuses: told(statuses, byStatus, pair) });
    }
  }
  return { all, within, rest, ties: ties.sort((x, y) => y.relationships - x.relationships) };
}

function told<K extends string>(names: readonly K[], counts: Uint32Array, pair: number): Partial<Record<K, number>> {
  const entries = names.map((name, i) => [name, counts[pair * names.length + i]!] as const).filter(([, count]) => count > 0);
  return Object.fromEntries(entries) as Partial<Record<K, number>>;
}

function* countTypes(index: GraphIndex, graph: SimpleGraph, { rankOf, sizes }: Listed): Steps<OverviewGroup['types'][]> {
  const counts = sizes.map(() => new Uint32Array(entityTypeIds.length));
  yield* eachNumber(rankOf.length, (node) => {
    const rank = rankOf[node]!;
    if (rank !== UNLISTED) counts[rank]![index.parts.entityTypeCodes[graph.entities[node]!]!]!++;
  });
  return counts.map((of) =>
    entityTypeIds.map((type, i) => ({ type, entities: of[i]! })).filter((t) => t.entities > 0).sort((a, b) => b.entities - a.entities),
  );
}
