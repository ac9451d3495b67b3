import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { Dataset } from '../model';
import { storeConformance } from '../store/testing/conformance';
import { loadedDatasets } from './catalogue';
import { connect, type Connection } from './connection';
import { databaseStore } from './DatabaseStore';
import { loadInto } from './testing/loadInto';

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
