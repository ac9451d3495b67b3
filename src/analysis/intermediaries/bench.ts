import { UndirectedGraph } from 'graphology';
import { bidirectional } from 'graphology-shortest-path/unweighted';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { intermediaryQuestion } from '../../model';
import { heavyTailed, idOfEntity, indexHeavyTailed } from '../../graph/testing/heavyTailed';
import { searcherOf } from '../routes/findRoutes';
import { intermediariesBetween, separatorsBetween } from './intermediaries';
import { independentRoutesInGraphology } from '../testing/independentRoutesInGraphology';

const ENTITIES = 100_000;
const RELATIONSHIPS = 300_000;
const PAIRS = 40;
const TIMES = 40;
/** The peer takes so long that it is asked about few pairs, and once. */
const PEER_PAIRS = 3;
const SEED = 20_190_919;

/**
 * What it costs to find who stands between two entities, in shortest-route searches on the same pairs, beside a maximum flow by Edmonds and
 * Karp on graphology (which has none of its own): a Markdown table. Both must count the same independent routes.
 */
export async function benchIntermediaries(): Promise<string> {
  const made = heavyTailed(ENTITIES, RELATIONSHIPS, SEED);
  const index = indexHeavyTailed(made, 'integers');
  const graph = new UndirectedGraph();
  for (let e = 0; e < ENTITIES; e++) graph.addNode(idOfEntity(e));
  for (let r = 0; r < RELATIONSHIPS; r++) graph.mergeEdge(idOfEntity(made.from[r]!), idOfEntity(made.to[r]!));
  const searcher = searcherOf(index);
  const filter = {};
  const question = (a: number, b: number, k = 100) => intermediaryQuestion.parse({ from: idOfEntity(a), to: idOfEntity(b), filter, k });
  const contenders: [name: string, ask: (a: number, b: number) => unknown][] = [
    [
      'the shortest route in our order',
      (a, b) => searcher.routes({ source: a, target: b, longest: 12, filter, avoid: [], direction: 'any', places: false }).next(),
    ],
    ['graphology: a shortest route, whichever', (a, b) => bidirectional(graph, idOfEntity(a), idOfEntity(b))],
    ['independent routes and smallest separators', (a, b) => separatorsBetween(index, question(a, b))],
    ['the whole answer, with how often each lies between on 100 routes', (a, b) => intermediariesBetween(index, question(a, b))],
  ];
  const pairs = randomPairs();
  const medians = contenders.map(([, ask]) => medianOf(pairs, ask, TIMES));
  const peer = (a: number, b: number) => {
    const theirs = independentRoutesInGraphology(graph, idOfEntity(a), idOfEntity(b));
    assertSame(separatorsBetween(index, question(a, b)).independentRoutes, theirs, a, b);
  };
  contenders.push([`Edmonds and Karp on graphology: independent routes alone (${PEER_PAIRS} pairs)`, peer]);
  medians.push(medianOf(pairs.slice(0, PEER_PAIRS), peer, 1));
  const rows = contenders.map(
    ([name], i) =>
      `| ${name} | ${medians[i]!.toFixed(3)} | ${(medians[i]! / medians[0]!).toFixed(1)} | ${(medians[i]! / medians[1]!).toFixed(1)} |`,
  );
  return ['| 100 000 / 300 000 | median ms | in shortest routes of ours | of graphology’s |', '| --- | ---: | ---: | ---: |', ...rows].join(
    '\n',
  );
}

function randomPairs(): [number, number][] {
  const generator = xoroshiro128plus(SEED);
  const one = () => (generator.next() >>> 0) % ENTITIES;
  return Array.from({ length: PAIRS }, (): [number, number] => [one(), one()]).filter(([a, b]) => a !== b);
}

/** The median over pairs of the best of several times, since other work on the machine slows some of them. */
function medianOf(pairs: readonly (readonly [number, number])[], ask: (a: number, b: number) => unknown, times: number): number {
  const best = pairs.map(() => Infinity);
  for (let time = 0; time < times; time++) {
    pairs.forEach(([a, b], i) => {
      const start = performance.now();
      ask(a, b);
      best[i] = Math.min(best[i]!, performance.now() - start);
    });
  }
  return best.sort((x, y) => x - y)[Math.floor(best.length / 2)]!;
}

function assertSame(ours: number, theirs: number, a: number, b: number): void {
  if (ours !== theirs)
    throw new Error(
      `From ${idOfEntity(a)} to ${idOfEntity(b)}: ${ours} independent routes here, ${theirs} by Edmonds and Karp on graphology.`,
    );
}
