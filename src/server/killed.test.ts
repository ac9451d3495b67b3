import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { httpStore } from '../store';
import { packedOnDisk } from './testing/packedOnDisk';
import { datasetOfLongStructure } from './testing/longStructure';

const ROOT = join(import.meta.dirname, '../..');
const app = mkdtempSync(join(tmpdir(), 'throughline-app-'));
writeFileSync(join(app, 'index.html'), '<!doctype html><head><title>app</title></head>');

const started: ChildProcess[] = [];
afterEach(() => started.splice(0).forEach((server) => server.kill('SIGKILL')));

/** A process of its own that serves a packed file on two threads, and stops as the command does; the port that it listens on. */
async function serverOf(path: string, port: number): Promise<{ server: ChildProcess; port: number }> {
  const script = `import { openPackedThreads, serve } from './src/server/index.ts';
    const packed = await openPackedThreads(${JSON.stringify(path)}, { threads: 2 });
    const serving = await serve({ app: ${JSON.stringify(app)}, port: ${port}, questions: packed.questions });
    process.once('SIGTERM', async () => { await serving.stop(60_000); await packed.close(); });
    console.log(serving.port);`;
  const server = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'],
  });
  started.push(server);
  const listens = await new Promise<number>((resolve, reject) => {
    server.stdout.once('data', (piece: Buffer) => resolve(Number(piece.toString())));
    server.once('exit', (code) => reject(new Error(`The server ended with ${code} before it listened.`)));
  });
  return { server, port: listens };
}

const exitOf = (server: ChildProcess) => new Promise<number | null>((resolve) => server.once('exit', resolve));

/** How many questions the threads of a server are at. */
async function running(address: string): Promise<number> {
  const text = await (await fetch(`${address}/metrics`)).text();
  return Number(/^throughline_questions_running (\d+)/m.exec(text)![1]);
}

test('a server that is killed amid a question fails it in words, and answers when it runs again', async () => {
  const path = await packedOnDisk(datasetOfLongStructure());
  const { server, port } = await serverOf(path, 0);
  const address = `http://127.0.0.1:${port}`;
  const store = httpStore(`${address}/api`);
  const structure = store.structure();
  structure.catch(() => undefined);
  await vi.waitFor(async () => expect(await running(address)).toBe(1), { timeout: 60_000 });
  const gone = exitOf(server);
  server.kill('SIGKILL');
  await gone;
  await expect(structure).rejects.toMatchObject({ name: 'StoreFailedError', message: expect.stringContaining('does not answer') });
  await expect(store.describe()).rejects.toThrow('Check that it runs and ask again');

  await serverOf(path, port);
  expect((await store.search({ text: 'company number 77' }))[0]).toMatchObject({ id: 'e77' });
});

test('a server that is told to stop finishes the question that it is at, and ends with 0', async () => {
  const { server, port } = await serverOf(await packedOnDisk(datasetOfLongStructure()), 0);
  const address = `http://127.0.0.1:${port}`;
  const structure = httpStore(`${address}/api`).structure({ entities: ['e5', 'e7'] });
  await vi.waitFor(async () => expect(await running(address)).toBe(1), { timeout: 60_000 });
  const gone = exitOf(server);
  server.kill('SIGTERM');
  expect((await structure).map(({ entity }) => entity)).toEqual(['e5', 'e7']);
  expect(await gone).toBe(0);
});
