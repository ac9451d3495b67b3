import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { MultiUndirectedGraph } from 'graphology';
import { bidirectional } from 'graphology-shortest-path/unweighted';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { GraphIndex } from '../graph';
import { heavyTailed, idOfEntity, indexHeavyTailed } from '../graph/testing/heavyTailed';
import { graphologyOf, HOLDERS, megabytes, type Held, type Holder } from './benchHolding';
import { findRoutes, searcherOf } from './routes/findRoutes';
import type { Search } from './routes/routeSearcher';

const SIZES: readonly [entities: number, relationships: number][] = [[100_000, 300_000], [2_000_000, 3_300_000]];
const PAIRS = 200;
/** Each contender goes through all pairs so often, and the best time for each pair counts: other work on the machine slows some of them. */
const TIMES = 30;
const LONGEST = 12;
const SEED = 20_190_919;

/**
 * What it costs to hold a made-up heavy-tailed dataset and to find routes in it, beside graphology in the same run: two Markdown tables.
 */
export async function benchRoutes(): Promise<string> {
  const holding: string[] = [];
  const asking: string[] = [];
  const ready: string[] = [];
  for (const [entities, relationships] of SIZES) {
    const size = `${grouped(entities)} / ${grouped(relationships)}`;
    holding.push(...holdingRows(size, entities, relationships));
    const made = heavyTailed(entities, relationships, SEED);
    const index = indexHeavyTailed(made, 'ids');
    ready.push(readyRow(size, index));
    asking.push(...askingRows(size, index, graphologyOf(made)));
  }
  return [
    '| entities / relationships | held by | s to build first | graphology’s CPU ÷ its | s at best | graphology’s CPU ÷ its | MB | '
    + 'graphology’s MB ÷ its |',
    '| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...holding,
    '',
    '| entities / relationships | made ready to be searched, once, by the first question | seconds | MB |',
    '| --- | --- | ---: | ---: |',
    ...ready,
    '',
    '| entities / relationships | question | median ms | p95 ms | graphology’s median ÷ it |',
    '| --- | --- | ---: | ---: | ---: |',
    ...asking,
  ].join('\n');
}

/** Each holder in a process of its own, so that none is measured on the heap that another has left. */
function holdingRows(size: string, entities: number, relationships: number): string[] {
  const figures = (Object.keys(HOLDERS) as Holder[]).map((holder) => {
    const { stdout } = spawnSync(
      process.execPath,
      [
        ...process.execArgv, fileURLToPath(new URL('benchHolding.ts', import.meta.url)), holder, String(entities), String(relationships),
        String(SEED),
      ],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
    );
    return [HOLDERS[holder], JSON.parse(stdout) as Held] as const;
  });
  const graphology = figures.at(-1)![1];
  return figures.map(([name, it]) => {
    const times = (['first', 'best'] as const).flatMap((build) => [
      it[build].seconds.toFixed(2), (graphology[build].cpuSeconds / it[build].cpuSeconds).toFixed(0),
    ]);
    const cells = [...times, it.megabytes.toFixed(0), (graphology.megabytes / it.megabytes).toFixed(1)];
    return `| ${size} | ${name} | ${cells.join(' | ')} |`;
  });
}

/**
 * What the first question costs beyond the searching: filter, steps, and the rows of the entities in the order in which a search comes to
 * them.
 */
function readyRow(size: string, index: GraphIndex): string {
  const before = megabytes();
  const seconds = timed(() => searcherOf(index).shortestLength(searchOf([0, 1]))) / 1000;
  return `| ${size} | filter, steps and rows | ${seconds.toFixed(2)} | ${(megabytes() - before).toFixed(0)} |`;
}

const NO_FILTER = {};

function searchOf([source, target]: Pair): Search {
  return { source, target, longest: LONGEST, filter: NO_FILTER, avoid: [], direction: 'any', places: false };
}

function askingRows(size: string, index: GraphIndex, graph: MultiUndirectedGraph): string[] {
  const searcher = searcherOf(index);
  const contenders: Record<string, (pair: Pair) => unknown> = {
    'graphology: a shortest route, whichever': ([a, b]) => bidirectional(graph, idOfEntity(a), idOfEntity(b)),
    'how long the shortest route is': (pair) => searcher.shortestLength(searchOf(pair)),
    'the first route in our order (strength, ids)': (pair) => searcher.routes(searchOf(pair)).next(),
    'the first ten routes in our order': (pair) => take(searcher.routes(searchOf(pair)), 10),
    'the whole answer with ten routes (hops, publishers, together, complete)': ([a, b]) =>
      findRoutes(index, { from: idOfEntity(a), to: idOfEntity(b), k: 10, maxHops: LONGEST }),
  };
  const pairs = reachablePairs(index);
  for (const pair of pairs) assertSameLength(graph, pair, searcher.shortestLength(searchOf(pair))!);
  const names = Object.keys(contenders);
  const best = names.map(() => new Float64Array(pairs.length).fill(Infinity));
  names.forEach((name, n) => {
    for (let time = 0; time < TIMES; time++)
      pairs.forEach(
        (pair, p) =>
          (best[n]![p] = Math.min(
            best[n]![p]!, timed(() => contenders[name]!(pair)),
          )),
      );
  });
  const theirs = quantile(best[0]!, 0.5);
  return names.map(
    (name, n) =>
      `| ${size} | ${name} | ${quantile(best[n]!, 0.5).toFixed(4)} | ${quantile(best[n]!, 0.95).toFixed(4)} | `
      + `${(theirs / quantile(best[n]!, 0.5)).toFixed(1)} |`,
  );
}

type Pair = readonly [source: number, target: number];

function reachablePairs(index: GraphIndex): Pair[] {
  const generator = xoroshiro128plus(SEED);
  const one = () => (generator.next() >>> 0) % index.entityCount;
  const pairs: Pair[] = [];
  while (pairs.length < PAIRS) {
    const pair: Pair = [one(), one()];
    if (pair[0] !== pair[1] && searcherOf(index).shortestLength(searchOf(pair)) !== undefined) pairs.push(pair);
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

function grouped(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ' ');
}
