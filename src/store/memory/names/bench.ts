import { DATASET_FORMAT, type Entity } from '../../../model';
import { MemoryStore } from '../MemoryStore';
import { makeNamedEntities } from './makeNamedEntities';

const ENTITIES = 400_000;
const SEED = 20_190_919;
const SEARCHES = 200;
/** The question in between is asked so long after the search, in ms, when the names are being indexed. */
const IN_BETWEEN_AFTER = 30;

/** What a search costs right after opening 400 000 entities, and later: a Markdown table by the scripts of their names. */
export async function benchNames(): Promise<string> {
  const rows = [await rowFor('Latin', 0), await rowFor('half Latin, a third Cyrillic, a sixth Han', 0.5)];
  return [
    `| ${ENTITIES.toLocaleString('en').replaceAll(',', ' ')} names | first search, s | a question meanwhile, ms | longest turn, `
    + `ms | memory, MB | a search, ms: median | worst |`,
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...rows,
  ].join('\n');
}

async function rowFor(scripts: string, otherScripts: number): Promise<string> {
  const entities = makeNamedEntities(ENTITIES, SEED, otherScripts);
  const store = await MemoryStore.open({ format: DATASET_FORMAT, id: 'bench', title: 'Bench', sources: [], entities, relationships: [] });
  const before = memory();
  const turns = watchTurns();
  store.prepareSearch();
  const first = timed(() => store.search({ text: entities[7]!.name }));
  await new Promise((resolve) => setTimeout(resolve, IN_BETWEEN_AFTER));
  const between = await timed(() => store.histogram());
  const seconds = (await first) / 1000;
  const longest = turns.stop();
  const megabytes = memory() - before;
  const times = await searchTimes(store, queriesFor(entities));
  return `| ${scripts} | ${seconds.toFixed(2)} | ${between.toFixed(0)} | ${longest.toFixed(0)} | ${megabytes.toFixed(0)} | `
    + `${times[SEARCHES / 2]!.toFixed(0)} | ${times.at(-1)!.toFixed(0)} |`;
}

/** Whole names, names as they are being typed, names with a letter missing, and numbers, in turn. */
function queriesFor(entities: readonly Entity[]): string[] {
  return Array.from({ length: SEARCHES }, (_, i) => {
    const { name, identifiers } = entities[(i * 1999) % entities.length]!;
    if (i % 4 === 0) return name;
    if (i % 4 === 1) return name.slice(0, 1 + (i % 7));
    return i % 4 === 2 ? name.slice(0, 3) + name.slice(4) : (identifiers?.[0]?.value ?? name);
  });
}

/** In ms, ascending. */
async function searchTimes(store: MemoryStore, queries: readonly string[]): Promise<number[]> {
  const times: number[] = [];
  for (const text of queries) times.push(await timed(() => store.search({ text })));
  return times.sort((a, b) => a - b);
}

/** How long others had to wait for their turn, at most, in ms. */
function watchTurns(): { stop: () => number } {
  let [longest, last] = [0, performance.now()];
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }, 0);
  return {
    stop: () => {
      clearInterval(timer);
      return longest;
    },
  };
}

/** In ms. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Heap and typed arrays after a collection, in MB. */
function memory(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}
