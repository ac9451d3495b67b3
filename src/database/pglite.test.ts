import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Dataset } from '../model';
import { MemoryStore } from '../store';
import { anyDataset } from '../store/testing/anyDataset';
import { storeConformance } from '../store/testing/conformance';
import { loadedDatasets } from './catalogue';
import { connect, type Connection } from './connection';
import { databaseStore } from './DatabaseStore';
import { DatasetLoader } from './loading/datasetLoader';
import { loadToKill } from './testing/killedLoad';
import { loadInto } from './testing/loadInto';
import { expectSameRecords, expectSameTies, questionsAboutTies, tiedDataset } from './testing/sameAnswers';

const folder = mkdtempSync(join(tmpdir(), 'throughline-pglite-'));
let connection: Connection;

beforeAll(async () => {
  connection = await connect(join(folder, 'database'), { create: true });
});
afterAll(async () => {
  await connection.close();
  rmSync(folder, { recursive: true });
});

async function storeOf(dataset: Dataset) {
  await loadInto(connection, dataset);
  const loaded = (await loadedDatasets(connection)).find((one) => one.id === dataset.id)!;
  return { ...databaseStore(connection, loaded), close: async () => undefined };
}

storeConformance('PGlite', storeOf);

test('a folder answers as a dataset in memory does, about ties and about records of every kind', async () => {
  await fc.assert(
    fc.asyncProperty(tiedDataset, questionsAboutTies, anyDataset, async (tied, asked, any) => {
      await expectSameTies(await storeOf(tied), await MemoryStore.open(tied), asked);
      await expectSameRecords(await storeOf(any), await MemoryStore.open(any), any);
    }),
    { numRuns: Number(process.env['FUZZ_RUNS'] ?? 1) },
  );
});

test('what a load brought whose process was killed is seen by nobody, and the next load takes it away', async () => {
  const address = join(folder, 'killed');
  const kill = await loadToKill(address, 'killed');
  await expect(connect(address)).rejects.toThrow('is open in another process');
  await kill();
  const again = await connect(address);
  expect(await loadedDatasets(again)).toEqual([]);
  const loader = await DatasetLoader.begin(again, 'another');
  expect(loader.broken.map((load) => load.id)).toEqual(['killed']);
  loader.addEntity({ id: 'a', type: 'company', name: 'A' });
  await loader.finish({ format: 'throughline/1', id: 'another', title: 'Another' });
  await again.close();
  const reopened = await connect(address);
  expect((await loadedDatasets(reopened)).map((dataset) => dataset.id)).toEqual(['another']);
  await reopened.close();
});
