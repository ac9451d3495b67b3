import { MultiUndirectedGraph } from 'graphology';
import {
  columnsOf, heavyTailed, idOfEntity, idOfRelationship, indexColumns, indexHeavyTailed, typeOfRelationship,
  type HeavyTailed,
} from '../graph/testing/heavyTailed';

/** What holds a dataset, and what it is given; the peer last. */
export const HOLDERS = {
  columns: 'index, from columns (ids packed; ends, types, dates and claims as integers)',
  integers: 'index, from records one by one, ends given as integers',
  ids: 'index, from records one by one, ends given as ids',
  graphology: 'graphology, from records one by one, ends given as ids',
} as const;
export type Holder = keyof typeof HOLDERS;

/**
 * What building costs in a process that has built nothing before and in one that has, of several builds the quickest,
 * in seconds and seconds of processor time; and the MB of heap and array buffers that are held, after collecting.
 */
export interface Held {
  first: Spent;
  best: Spent;
  megabytes: number;
}

export interface Spent {
  seconds: number;
  cpuSeconds: number;
}

/** So often each is built; graphology's graph of millions, which takes most of a minute, once. */
const BUILDS = 8;

/**
 * The same entities and relationships under the same ids, with type, status and start; a start is one of thirty strings, as in the index.
 */
export function graphologyOf({ entities, from, to }: HeavyTailed): MultiUndirectedGraph {
  const graph = new MultiUndirectedGraph();
  const years = Array.from({ length: 30 }, (_, i) => String(1990 + i));
  for (let e = 0; e < entities; e++) graph.addNode(idOfEntity(e), { type: 'company' });
  for (let r = 0; r < from.length; r++) {
    const attributes = { type: typeOfRelationship(r), status: 'reported', start: years[r % 30]!, source: 's1', stance: 'asserts' };
    graph.addUndirectedEdgeWithKey(idOfRelationship(r), idOfEntity(from[r]!), idOfEntity(to[r]!), attributes);
  }
  return graph;
}

function makerOf(holder: Holder, made: HeavyTailed): () => unknown {
  if (holder === 'graphology') return () => graphologyOf(made);
  if (holder !== 'columns') return () => indexHeavyTailed(made, holder);
  const columns = columnsOf(made);
  return () => indexColumns(columns);
}

/** What is held in heap and array buffers, after collecting. */
export function megabytes(): number {
  if (globalThis.gc === undefined) throw new Error('Run with --expose-gc: memory is measured after collecting.');
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

function timed(make: () => unknown): { value: unknown; spent: Spent } {
  const cpu = process.cpuUsage();
  const start = performance.now();
  const value = make();
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  return { value, spent: { seconds, cpuSeconds: (user + system) / 1e6 } };
}

function measured(make: () => unknown, builds: number): Held {
  const before = megabytes();
  const { value, spent: first } = timed(make);
  const held = megabytes() - before;
  if (value === undefined) throw new Error('Nothing was made.');
  const spent = [first, ...Array.from({ length: builds - 1 }, () => timed(make).spent)];
  return { first, best: spent.reduce((best, one) => (one.cpuSeconds < best.cpuSeconds ? one : best)), megabytes: held };
}

/** As a process of its own: `benchHolding.ts HOLDER ENTITIES RELATIONSHIPS SEED` prints one `Held` as JSON. */
if (process.argv[1]?.endsWith('benchHolding.ts')) {
  const [holder, entities, relationships, seed] = process.argv.slice(2) as [Holder, string, string, string];
  const made = heavyTailed(Number(entities), Number(relationships), Number(seed));
  const held = measured(makerOf(holder, made), holder === 'graphology' && made.from.length > 1_000_000 ? 1 : BUILDS);
  process.stdout.write(JSON.stringify(held));
}
