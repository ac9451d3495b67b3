import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { connectQuestion, routeQuestion, type Entity } from '../../model';
import { MadeUpRegister } from '../../store/packed/bench/madeUpRegister';
import { loadedDatasets } from '../catalogue';
import { connect, type Connection } from '../connection';
import { databaseStore, type DatabaseStore } from '../DatabaseStore';
import { DatasetLoader } from '../loading/datasetLoader';
import { PostgresServer } from '../testing/postgresServer';

/** Entities and relationships; the larger ones where DATABASE_BENCH=large. */
const SMALL = [[100_000, 300_000]] as const;
const LARGE = [...SMALL, [2_000_000, 3_300_000]] as const;
const SEED = 20_261_128;
/** How often each kind of question is asked. */
const ASKED = 200;

/** How long loading and questions take in both engines, beside each other on one machine: a Markdown table, in ms where nothing is said. */
export async function benchDatabase(): Promise<string> {
  const rows: string[] = [];
  const sizes = process.env['DATABASE_BENCH'] === 'large' ? LARGE : SMALL;
  for (const [entities, relationships] of sizes) {
    const register = new MadeUpRegister(entities, relationships);
    rows.push(await inPglite(register), await inPostgres(register));
  }
  const kinds = ['a route', 'ten routes', 'neighbours', 'search', 'three parties'];
  const medians = kinds.map((kind) => `${kind}: median (p95)`).join(' | ');
  return [
    `| entities / relationships | engine | load, s | MB on disk | first route | ${medians} | first sight |`,
    `| --- | --- | ---: | ---: | ---: | ${kinds.map(() => '---:').join(' | ')} | ---: |`,
    ...rows,
  ].join('\n');
}

async function inPglite(register: MadeUpRegister): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-bench-'));
  try {
    const connection = await connect(join(folder, 'database'), { create: true });
    try {
      return await measured(connection, register);
    } finally {
      await connection.close();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function inPostgres(register: MadeUpRegister): Promise<string> {
  const server = await PostgresServer.start();
  try {
    const connection = await connect(server.url());
    try {
      return await measured(connection, register);
    } finally {
      await connection.close();
    }
  } finally {
    await server.stop();
  }
}

async function measured(connection: Connection, register: MadeUpRegister): Promise<string> {
  const loading = performance.now();
  await load(connection, register);
  const seconds = ((performance.now() - loading) / 1000).toFixed(0);
  const [dataset] = await loadedDatasets(connection);
  const store = databaseStore(connection, dataset!);
  const [row] = await connection.query('select pg_database_size(current_database())');
  const below = numbersBelow(register.entityCount);
  const pair = () => ({ from: `e${below()}`, to: `e${below()}` });
  const first = await timesOf(1, () => store.routes(routeQuestion.parse({ ...pair(), k: 1 })));
  const times = [
    await timesOf(ASKED, () => store.routes(routeQuestion.parse({ ...pair(), k: 1 }))),
    await timesOf(ASKED, () => store.routes(routeQuestion.parse({ ...pair(), k: 10 }))),
    await timesOf(ASKED, () => store.neighbours({ entity: `e${below()}` })),
    await searches(store, below),
    await timesOf(5, () => store.connect(connectQuestion.parse({ parties: [`e${below()}`, `e${below()}`, `e${below()}`] }))),
  ];
  const sight = await timesOf(1, () => store.bestConnected());
  const megabytes = ((row![0] as number) / 1e6).toFixed(0);
  return `| ${register.entityCount} / ${register.relationshipCount} | ${connection.engine} | ${seconds} | ${megabytes} | `
    + `${ms(first[0]!)} | ${times.map((some) => `${ms(share(some, 0.5))} (${ms(share(some, 0.95))})`).join(' | ')} | ${ms(sight[0]!)} |`;
}

async function load(connection: Connection, register: MadeUpRegister): Promise<void> {
  const loader = await DatasetLoader.begin(connection, 'register');
  for (const source of register.sources()) loader.addSource(source);
  for (const entity of register.entities()) {
    loader.addEntity(entity);
    if (loader.full) await loader.drained();
  }
  for (const relationship of register.relationships()) {
    loader.addRelationship(relationship);
    if (loader.full) await loader.drained();
  }
  await loader.finish({ format: 'throughline/1', id: 'register', title: 'A made-up register' });
}

/** Whole names, their beginnings, and one letter wrong, in turn; the first search, which reads the words, is left out. */
async function searches(store: DatabaseStore, below: () => number): Promise<number[]> {
  const entities: Entity[] = await store.entities({ ids: Array.from({ length: ASKED }, () => `e${below()}`) });
  const misspelt = (name: string) => `${name.slice(0, 2)}x${name.slice(3)}`;
  const texts = entities.map(({ name }, i) => (i % 3 === 0 ? name : i % 3 === 1 ? name.slice(0, 6) : misspelt(name)));
  await store.search({ text: texts[0]! });
  let asked = 0;
  return timesOf(texts.length, () => store.search({ text: texts[asked++]! }));
}

/** Milliseconds of questions one after another. A question that is refused counts with the time that it took. */
async function timesOf(count: number, ask: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  let refused = 0;
  for (let i = 0; i < count; i++) {
    const start = performance.now();
    await ask().catch((error: unknown) => {
      if ((error as Error).name !== 'TooMuchAskedError' && (error as Error).name !== 'SameEntityError') throw error;
      refused++;
    });
    times.push(performance.now() - start);
  }
  if (refused > 0) process.stderr.write(`${refused} of ${count} questions were refused.\n`);
  return times.sort((a, b) => a - b);
}

function numbersBelow(count: number): () => number {
  const generator = xoroshiro128plus(SEED);
  return () => (generator.next() >>> 0) % count;
}

function share(sorted: readonly number[], of: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * of))]!;
}

function ms(time: number): string {
  return time < 10 ? time.toFixed(1) : time.toFixed(0);
}
