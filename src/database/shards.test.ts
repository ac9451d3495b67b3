import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { routeQuestion, type Dataset } from '../model';
import { MemoryStore } from '../store';
import { conformanceCase } from '../store/testing/conformanceCase';
import { storeConformance } from '../store/testing/conformance';
import { loadedDatasets } from './catalogue';
import { connect, DatabaseError, type Connection } from './connection';
import { databaseStore, type DatabaseStore } from './DatabaseStore';
import { loadInto } from './testing/loadInto';
import { PostgresServer, postgresBinaries } from './testing/postgresServer';
import { expectSameTies, questionsAboutTies, tiedDataset } from './testing/sameAnswers';
import { joinShards, spreadTables } from './testing/shardedTables';

const SHARDS = 3;

describe.skipIf(postgresBinaries === undefined)('three PostgreSQL servers as shards of a fourth', () => {
  const servers: PostgresServer[] = [];
  const connections: Connection[] = [];
  let connection: Connection;
  beforeAll(async () => {
    const first = await PostgresServer.start();
    await first.pause();
    for (let i = 0; i < SHARDS; i++) servers.push(await PostgresServer.start(first));
    await first.startAgain();
    servers.push(first);
    for (const server of servers) connections.push(await connect(server.url()));
    connection = connections[SHARDS]!;
    await joinShards(connection, servers.slice(0, SHARDS));
  });
  afterAll(async () => {
    for (const one of connections) await one.close();
    for (const server of servers) await server.stop();
  });

  async function storeOf(dataset: Dataset): Promise<DatabaseStore> {
    await loadInto(connection, dataset);
    const loaded = (await loadedDatasets(connection)).find((one) => one.id === dataset.id)!;
    await spreadTables(connection, loaded.schema, connections.slice(0, SHARDS));
    return { ...databaseStore(connection, loaded), close: async () => undefined };
  }

  storeConformance('sharded', storeOf);

  test('answer about ties as a dataset in memory does', async () => {
    await fc.assert(
      fc.asyncProperty(tiedDataset, questionsAboutTies, async (dataset, asked) => {
        await expectSameTies(await storeOf(dataset), await MemoryStore.open(dataset), asked);
      }),
      { numRuns: Number(process.env['FUZZ_RUNS'] ?? 1) },
    );
  });

  test('without one of them a question is refused, and answered when it is back', async () => {
    const store = await storeOf({ ...conformanceCase, id: 'spread' });
    const question = routeQuestion.parse({ from: 'novak', to: 'ministry' });
    const answer = await store.routes(question);
    expect(answer.routes).toHaveLength(1);
    await servers[0]!.kill();
    await expect(store.routes(question)).rejects.toThrow(DatabaseError);
    await servers[0]!.startAgain();
    expect(await store.routes(question)).toEqual(answer);
  });
});
