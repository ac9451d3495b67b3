import { getEventListeners } from 'node:events';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ServedAnswer } from '../servedAnswer';
import { ThreadPool } from './threadPool';

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined));
afterEach(() => vi.restoreAllMocks());

/** A pool of threads that run a script; `tell` sends to the pool, `heard` hears from it. */
function poolOf(script: string, threads = 1, hearsWithin?: number): ThreadPool {
  const code = `const { parentPort } = require('node:worker_threads');
    const tell = (message) => parentPort.postMessage(message);
    const piece = (call, text, last) => tell({ kind: 'piece', call, status: 200, bytes: new TextEncoder().encode(text), last });
    parentPort.on('message', (heard) => { ${script} });
    tell({ kind: 'ready' });`;
  const start = () => new Worker(code, { eval: true });
  return new ThreadPool({ threads, start, ...(hearsWithin === undefined ? {} : { hearsWithin }) });
}

async function textOf(answer: ServedAnswer): Promise<string> {
  if (!('pieces' in answer)) return JSON.stringify(answer.json);
  let text = '';
  for await (const bytes of answer.pieces) text += new TextDecoder().decode(bytes);
  return text;
}

test('a thread that does not hear of a cancellation is replaced, and the others that it was at are told', async () => {
  const pool = poolOf(`if (heard.path === '/quick') piece(heard.call, '1', true)`, 1, 1);
  const gone = new AbortController();
  const deaf = pool.ask('POST', '/deaf', {}, { signal: gone.signal });
  const beside = pool.ask('POST', '/deaf', {});
  await vi.waitFor(() => expect(pool.figures.computing).toBe(2), { timeout: 60_000 });
  gone.abort(new Error('enough'));
  await expect(deaf).rejects.toThrow('enough');
  expect(await textOf(await beside)).toContain('ThreadLostError');
  expect(await textOf(await pool.ask('POST', '/quick', {}))).toBe('1');
  expect(pool.figures).toMatchObject({ threads: 1, lost: 1, computing: 0 });
  await pool.close();
});

test('one that hears of it stays', async () => {
  const pool = poolOf(`if (heard.kind === 'cancel') tell({ kind: 'stopped', call: heard.call })`);
  const gone = new AbortController();
  const asked = pool.ask('POST', '/long', {}, { signal: gone.signal });
  await vi.waitFor(() => expect(pool.figures.computing).toBe(1), { timeout: 60_000 });
  gone.abort(new Error('enough'));
  await expect(asked).rejects.toThrow('enough');
  await vi.waitFor(() => expect(pool.figures).toMatchObject({ computing: 0, threads: 1, lost: 0 }), { timeout: 60_000 });
  await pool.close();
});

test('a signal that outlives its questions is listened to by none that is over', async () => {
  const pool = poolOf(`if (heard.kind === 'ask') piece(heard.call, '1', true)`);
  const { signal } = new AbortController();
  for (let i = 0; i < 5; i++) await textOf(await pool.ask('POST', '/', {}, { signal }));
  expect(getEventListeners(signal, 'abort')).toEqual([]);
  await pool.close();
});

test('questions go to the thread that works on fewest, and wait where all have many', async () => {
  const pool = poolOf(``, 2);
  const all = Array.from({ length: 20 }, () => pool.ask('POST', '/', {}));
  await vi.waitFor(() => expect(pool.figures).toMatchObject({ computing: 16, waiting: 4 }), { timeout: 60_000 });
  await pool.close();
  for (const answer of await Promise.all(all)) expect(answer).toMatchObject({ status: 503 });
});

test('a question that waits and is not wanted any more is asked of no thread', async () => {
  const pool = poolOf(``, 1);
  const all = Array.from({ length: 8 }, () => pool.ask('POST', '/', {}));
  const gone = new AbortController();
  const ninth = pool.ask('POST', '/', {}, { signal: gone.signal });
  gone.abort(new Error('enough'));
  await expect(ninth).rejects.toThrow('enough');
  expect(pool.figures.waiting).toBeLessThan(9);
  await pool.close();
  await Promise.all(all);
  expect(pool.figures.waiting).toBe(0);
});

test('an answer comes piece by piece, and another piece is asked for only when one is read', async () => {
  const pool = poolOf(`
    globalThis.sent ??= 0;
    if (heard.kind === 'ask' || heard.kind === 'more') piece(heard.call, String(sent++), sent === 5)`);
  expect(await textOf(await pool.ask('POST', '/', {}))).toBe('01234');
  expect(pool.figures.computing).toBe(0);
  await pool.close();
});

test('an answer whose thread ends amid it breaks off with an error', async () => {
  const pool = poolOf(`if (heard.kind === 'ask') piece(heard.call, 'half of ', false); else process.exit(1)`);
  await expect(pool.ask('POST', '/', {}).then(textOf)).rejects.toThrow(/has stopped/);
  await pool.close();
});
