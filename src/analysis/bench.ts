import { MultiUndirectedGraph } from 'graphology';
import { bidirectional } from 'graphology-shortest-path/unweighted';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { GraphIndex } from '../graph';
import { columnsOf, heavyTailed, idOfEntity, idOfRelationship, indexColumns, indexHeavyTailed, typeOfRelationship, type HeavyTailed } from '../graph/heavyTailed';
import { findRoutes, searcherOf } from './routes/findRoutes';
import type { Search } from './routes/routeSearcher';

const SIZES: readonly [entities: number, relationships: number][] = [[100_000, 300_000], [2_000_000, 3_300_000]];
/** An index is built so often, and the quickest time counts, as it does for routes; graphology's graph of millions, which takes most of a minute, is built once. */
const BUILDS = 5;
const PAIRS = 200;
/** Each contender goes through all pairs so often, and the best time for each pair counts: other work on the machine slows some of them. */
const TIMES = 15;
const LONGEST = 12;
const SEED = 20_190_919;

/** What it costs to hold a made-up heavy-tailed dataset and to find routes in it, beside graphology in the same run: two Markdown tables. */
export async function benchRoutes(): Promise<string> {
  const holding: string[] = [];
  const asking: string[] = [];
  for (const [entities, relationships] of SIZES) {
    const made = heavyTailed(entities, relationships, SEED);
    const size = `${grouped(entities)} / ${grouped(relationships)}`;
    const byInteger = quickest(BUILDS, () => indexHeavyTailed(made, 'integers'));
    byInteger.release();
    const columns = columnsOf(made);
    const byColumn = quickest(BUILDS, () => indexColumns(columns));
    byColumn.release();
    const byId = quickest(BUILDS, () => indexHeavyTailed(made, 'ids'));
    const graph = quickest(relationships < 1_000_000 ? BUILDS : 1, () => graphologyOf(made));
    holding.push(
      holdingRow(size, 'index, from columns (ids packed; ends, types, dates and claims as integers)', byColumn, graph),
      holdingRow(size, 'index, from records one by one, ends given as integers', byInteger, graph),
      holdingRow(size, 'index, from records one by one, ends given as ids', byId, graph),
      holdingRow(size, 'graphology, from records one by one, ends given as ids', graph, graph),
    );
    asking.push(...askingRows(size, byId.value!, graph.value!));
  }
  return [
    '| entities / relationships | held by | seconds to build | of CPU | MB | graphology ÷ it: time | memory |', '| --- | --- | ---: | ---: | ---: | ---: | ---: |', ...holding, '',
    '| entities / relationships | question | median ms | p95 ms | graphology’s median ÷ it |', '| --- | --- | ---: | ---: | ---: |', ...asking,
  ].join('\n');
}

interface Measured<T> {
  value: T | undefined;
  seconds: number;
  cpuSeconds: number;
  megabytes: number;
  release(): void;
}

function memory(): number {
  if (globalThis.gc === undefined) throw new Error('Run with --expose-gc: memory is measured after collecting.');
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

/** The last of several, with the least time that any of them took. */
function quickest<T>(times: number, make: () => T): Measured<T> {
  let before: Measured<T> | undefined;
  for (let time = 0; time < times; time++) {
    const { seconds = Infinity, cpuSeconds = Infinity } = before ?? {};
    before?.release();
    const now = measured(make);
    before = Object.assign(now, { seconds: Math.min(now.seconds, seconds), cpuSeconds: Math.min(now.cpuSeconds, cpuSeconds) });
  }
  return before!;
}

function measured<T>(make: () => T): Measured<T> {
  const before = memory();
  const cpu = process.cpuUsage();
  const start = performance.now();
  const result: Measured<T> = { value: make(), seconds: 0, cpuSeconds: 0, megabytes: 0, release: () => (result.value = undefined) };
  result.seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  result.cpuSeconds = (user + system) / 1e6;
  result.megabytes = memory() - before;
  return result;
}

/** The same entities and relationships under the same ids, with type, status and start; a start is one of thirty strings, as in the index. */
function graphologyOf({ entities, from, to }: HeavyTailed): MultiUndirectedGraph {
  const graph = new MultiUndirectedGraph();
  const years = Array.from({ length: 30 }, (_, i) => String(1990 + i));
  for (let e = 0; e < entities; e++) graph.addNode(idOfEntity(e), { type: 'company' });
  for (let r = 0; r < from.length; r++) {
    const attributes = { type: typeOfRelationship(r), status: 'reported', start: years[r % 30]!, source: 's1', stance: 'asserts' };
    graph.addUndirectedEdgeWithKey(idOfRelationship(r), idOfEntity(from[r]!), idOfEntity(to[r]!), attributes);
  }
  return graph;
}

function askingRows(size: string, index: GraphIndex, graph: MultiUndirectedGraph): string[] {
  const searcher = searcherOf(index);
  const filter = {};
  const search = ([source, target]: Pair): Search => ({ source, target, longest: LONGEST, filter, avoid: [], direction: 'any', places: false });
  const contenders: Record<string, (pair: Pair) => unknown> = {
    'graphology: a shortest route, whichever': ([a, b]) => bidirectional(graph, idOfEntity(a), idOfEntity(b)),
    'how long the shortest route is': (pair) => searcher.shortestLength(search(pair)),
    'the first route in our order (strength, ids)': (pair) => searcher.routes(search(pair)).next(),
    'the first ten routes in our order': (pair) => take(searcher.routes(search(pair)), 10),
    'the whole answer with ten routes (hops, publishers, together, complete)': ([a, b]) => findRoutes(index, { from: idOfEntity(a), to: idOfEntity(b), k: 10, maxHops: LONGEST }),
  };
  const pairs = reachablePairs(index, search);
  for (const pair of pairs) assertSameLength(graph, pair, searcher.shortestLength(search(pair))!);
  const names = Object.keys(contenders);
  const best = names.map(() => new Float64Array(pairs.length).fill(Infinity));
  names.forEach((name, n) => {
    for (let time = 0; time < TIMES; time++) pairs.forEach((pair, p) => (best[n]![p] = Math.min(best[n]![p]!, timed(() => contenders[name]!(pair)))));
  });
  const theirs = quantile(best[0]!, 0.5);
  return names.map((name, n) => `| ${size} | ${name} | ${quantile(best[n]!, 0.5).toFixed(4)} | ${quantile(best[n]!, 0.95).toFixed(4)} | ${(theirs / quantile(best[n]!, 0.5)).toFixed(1)} |`);
}

type Pair = readonly [source: number, target: number];

function reachablePairs(index: GraphIndex, search: (pair: Pair) => Search): Pair[] {
  const generator = xoroshiro128plus(SEED);
  const one = () => (generator.next() >>> 0) % index.entityCount;
  const pairs: Pair[] = [];
  while (pairs.length < PAIRS) {
    const pair: Pair = [one(), one()];
    if (pair[0] !== pair[1] && searcherOf(index).shortestLength(search(pair)) !== undefined) pairs.push(pair);
  }
  return pairs;
}

function assertSameLength(graph: MultiUndirectedGraph, [a, b]: Pair, hops: number): void {
  const theirs = bidirectional(graph, idOfEntity(a), idOfEntity(b))!.length - 1;
  if (theirs !== hops) throw new Error(`From ${idOfEntity(a)} to ${idOfEntity(b)}: ${hops} hops here, ${theirs} in graphology.`);
}

function take(routes: Iterator<unknown>, k: number): void {
  for (let i = 0; i < k; i++) if (routes.next().done === true) return;
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function quantile(values: Float64Array, q: number): number {
  return values.slice().sort()[Math.floor(values.length * q)]!;
}

function holdingRow(size: string, name: string, it: Measured<unknown>, graphology: Measured<unknown>): string {
  const figures = [it.seconds.toFixed(2), it.cpuSeconds.toFixed(2), it.megabytes.toFixed(0), (graphology.cpuSeconds / it.cpuSeconds).toFixed(0), (graphology.megabytes / it.megabytes).toFixed(1)];
  return `| ${size} | ${name} | ${figures.join(' | ')} |`;
}

function grouped(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ' ');
}
