import { open } from 'node:fs/promises';
import process from 'node:process';
import { intermediaryQuestion, routeQuestion } from '../../../model';
import { openPackedStore, type PackedStore } from '../packedStore';
import { asFigures, type Quantiles } from './quantiles';

/** Null where the data are too large for the question, which is refused. */
export type Measured = Quantiles | null;

/** What asking a packed file takes, in ms of processor time and MB of the whole process; in a process of its own, printed as JSON. */
export interface PackedFigures {
  open: number;
  openMegabytes: number;
  firstRoute: number;
  routeMegabytes: number;
  route: Measured;
  tenRoutes: Measured;
  separators: Measured;
  neighbours: Quantiles;
  firstSearch: number;
  search: Quantiles;
  megabytes: number;
}

const QUESTIONS = 40;

async function measured(path: string): Promise<PackedFigures> {
  const file = await open(path);
  const { size } = await file.stat();
  const read = async (from: number, to: number) => {
    const bytes = new Uint8Array(to - from);
    await file.read(bytes, 0, bytes.length, from);
    return bytes;
  };
  let store: PackedStore;
  const opened = await cpu(async () => (store = await openPackedStore({ size, read })));
  const openMegabytes = megabytes();
  const { entities } = store!.directory.counts;
  const entity = (i: number) => `e${i % entities}`;
  const pair = (i: number) => ({ from: entity(i * 7919 + 1), to: entity(i * 104_729 + 13) });
  const route = (i: number) => store.routes(routeQuestion.parse({ ...pair(i), k: 1 }));
  const searched = await isSearched(() => route(1));
  const firstRoute = opened + searched.ms;
  const routeMegabytes = megabytes();
  const routes = searched.refused ? null : await quantiles(route);
  const tenRoutes = searched.refused ? null : await quantiles((i) => store.routes(routeQuestion.parse({ ...pair(i), k: 10 })));
  const separators = searched.refused ? null : await quantiles((i) => store.between(intermediaryQuestion.parse(pair(i))));
  const neighbours = await quantiles((i) => store.neighbours({ entity: entity(i * 7919) }));
  const named = await store!.entities({ ids: Array.from({ length: QUESTIONS }, (_, i) => entity(i * 49_999)) });
  const firstSearch = await cpu(() => store.search({ text: 'karen trading' }));
  const search = await quantiles((i) => store.search({ text: asked(named[i]!.name, i) }));
  await file.close();
  return {
    open: opened, openMegabytes, firstRoute, routeMegabytes, route: routes, tenRoutes, separators, neighbours, firstSearch, search,
    megabytes: megabytes(),
  };
}

/** Whole names, beginnings, and names with a letter missing, in turn. */
function asked(name: string, i: number): string {
  return i % 3 === 0 ? name : i % 3 === 1 ? name.slice(0, 5) : name.slice(0, 3) + name.slice(4);
}

/** How long the first route takes, or that the data are too large for one. */
async function isSearched(ask: () => Promise<unknown>): Promise<{ ms: number; refused: boolean }> {
  let refused = false;
  const ms = await cpu(() => ask().catch((error: unknown) => {
    if (!isTooLarge(error)) throw error;
    refused = true;
  }));
  return { ms, refused };
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && /too large for its routes/.test(error.message);
}

async function quantiles(ask: (i: number) => Promise<unknown>): Promise<Quantiles> {
  const times: number[] = [];
  for (let i = 0; i < QUESTIONS; i++) times.push(await cpu(() => ask(i)));
  return asFigures(times);
}

/** In ms, of all threads: other work on the machine does not stretch it. */
async function cpu(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function megabytes(): number {
  return process.memoryUsage().rss / 1e6;
}

process.stdout.write(JSON.stringify(await measured(process.argv[2]!)));
