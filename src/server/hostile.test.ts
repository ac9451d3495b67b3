import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readlinkSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { HttpAnswer } from '../store';
import { serve, type Serving } from './serve';

const ROOT = join(import.meta.dirname, '../..');
const app = mkdtempSync(join(tmpdir(), 'throughline-hostile-'));
writeFileSync(join(app, 'index.html'), '<!doctype html><title>app</title>');
writeFileSync(join(app, 'empty.txt'), '');
const large = join(app, 'large.bin');
writeFileSync(large, Buffer.alloc(8_000_000));

const open: Serving[] = [];
async function serving(options: Partial<Parameters<typeof serve>[0]> = {}): Promise<Serving> {
  const one = await serve({ app, port: 0, questions: async () => ({ status: 200, json: {} }), ...options });
  open.push(one);
  return one;
}
beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined));
afterEach(() => vi.restoreAllMocks());
afterAll(() => Promise.all(open.map((s) => s.close())));

/** What a server sends back for bytes, until it or the limit ends the connection. */
function sent(port: number, bytes: string | Buffer, limit = 20_000): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    let back = '';
    const end = () => {
      socket.destroy();
      resolve(back);
    };
    socket.setTimeout(limit, end);
    socket.on('data', (piece) => {
      back += piece.toString('latin1');
      if (/^HTTP\/1\.1 \d{3}/.test(back)) end();
    });
    socket.on('error', end);
    socket.on('close', end);
  });
}

const statusOf = (back: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(back)?.[1] ?? 0);
const get = (target: string, headers = '') => `GET ${target} HTTP/1.1\r\nHost: 127.0.0.1\r\n${headers}\r\n`;
const isAlive = async ({ address }: Serving) => (await (await fetch(address)).text()).includes('<title>app</title>');

describe('one request', () => {
  test.each(['//', '//a:b/', '/\\', '/\\\\x', '*', 'http://', 'http://127.0.0.1/', '/%', '/%00', '/%zz', '/a\\..\\b', '/\u00e9'])(
    'with the target %j is answered with 400',
    async (target) => {
      const one = await serving();
      expect(statusOf(await sent(one.port, get(target)))).toBe(400);
      expect(await isAlive(one)).toBe(true);
    },
  );

  test.each(['bytes=5-1', 'bytes=99999999999-', 'bytes=-0'])('for the range %s that a file has not is answered with 416', async (range) => {
    const one = await serving();
    expect(statusOf(await sent(one.port, get('/index.html', `Range: ${range}\r\n`)))).toBe(416);
    expect(await isAlive(one)).toBe(true);
  });

  test.each(['bytes=a-b', 'bytes=', 'lines=1-2', 'bytes=0-1,5-6', `bytes=${'0-1,'.repeat(2000)}`])(
    'for the range %.20s that means nothing gets the file or a refusal',
    async (range) => {
      const one = await serving();
      expect([200, 206, 400, 416, 431]).toContain(statusOf(await sent(one.port, get('/index.html', `Range: ${range}\r\n`))));
      expect(statusOf(await sent(one.port, get('/empty.txt', `Range: ${range}\r\n`)))).toBeGreaterThan(199);
      expect(await isAlive(one)).toBe(true);
    },
  );

  test('for a question that the store never answers gets 503 after a while', async () => {
    const one = await serving({ questions: () => new Promise(() => undefined), longestAnswer: 50 });
    const response = await fetch(`${one.address}/api/search`, { method: 'POST', body: '{}' });
    const message: unknown = expect.stringContaining('“search” was cut off by the deadline');
    expect([response.status, await response.json()]).toEqual([503, { error: { name: 'DeadlineError', message } }]);
    expect(await isAlive(one)).toBe(true);
  });

  test('that goes away takes its question with it', async () => {
    let signal: AbortSignal | undefined;
    const one = await serving({ questions: (_method, _path, _body, ask) => ((signal = ask?.signal), new Promise(() => undefined)) });
    await sent(one.port, `POST /api/search HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 2\r\n\r\n{}`, 100);
    await vi.waitFor(() => expect(signal?.aborted).toBe(true), { timeout: 60_000 });
  });
});

test('whatever stands in a request line and its headers, the server answers the next one', async () => {
  const one = await serving();
  const fragment = fc.oneof(
    fc.constantFrom(
      '/',
      '//',
      '\\',
      '..',
      '%2e%2e',
      '%',
      '%00',
      '%ff',
      '?',
      '#',
      ':',
      '@',
      '*',
      'http://',
      'a:b',
      'index.html',
      'api/',
      'data/0/',
      '\t',
      '\u00a0',
      '[',
      ']',
    ),
    fc.string({ maxLength: 6 }),
  );
  const target = fc.array(fragment, { maxLength: 6 }).map((parts) => parts.join(''));
  const method = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom('GET', 'HEAD', 'POST', 'OPTIONS', 'CONNECT', 'TRACE', 'PRI') }, fc.string({ maxLength: 5 }),
  );
  const header = fc.oneof(
    fc
      .tuple(
        fc.constantFrom(
          'Range', 'If-Range', 'If-Match', 'If-None-Match', 'If-Modified-Since', 'Origin', 'Content-Length', 'Transfer-Encoding', 'Expect',
          'Upgrade', 'Connection', 'Host',
        ),
        fc.oneof(
          fc.constantFrom('bytes=5-1', 'bytes=-', 'chunked', '100-continue', 'websocket', 'Upgrade', 'null', '-1', '"'),
          fc.string({ maxLength: 12 }),
        ),
      )
      .map(([name, value]) => `${name}: ${value}`),
    fc.string({ maxLength: 12 }),
  );
  const request = fc
    .tuple(method, target, fc.constantFrom('HTTP/1.1', 'HTTP/1.0', 'HTTP/2.0', ''), fc.array(header, { maxLength: 3 }))
    .map(([m, t, version, headers]) => `${m} ${t} ${version}\r\nHost: 127.0.0.1\r\n${headers.map((h) => `${h}\r\n`).join('')}\r\n`);
  await fc.assert(
    fc.asyncProperty(fc.array(request, { minLength: 12, maxLength: 12 }), async (requests) => {
      const statuses = await Promise.all(requests.map(async (bytes) => statusOf(await sent(one.port, Buffer.from(bytes, 'utf8'), 150))));
      expect(statuses.filter((status) => status === 500)).toEqual([]);
      expect(await isAlive(one)).toBe(true);
    }),
    { seed: 20261127, numRuns: 40, endOnFailure: true },
  );
}, 180_000);

describe('a number of requests', () => {
  test('that break off while a file comes leave no file open', async () => {
    const one = await serving();
    await Promise.all(Array.from({ length: 150 }, () => sent(one.port, get('/large.bin'))));
    expect(await isAlive(one)).toBe(true);
    if (existsSync('/proc/self/fd'))
      await vi.waitFor(() => expect(openFiles().filter((path) => path === large)).toEqual([]), { timeout: 180_000 });
  });

  test('over the limit is answered with 503, and the next one as ever', async () => {
    const waiting: ((answer: HttpAnswer) => void)[] = [];
    const one = await serving({ questions: () => new Promise((resolve) => waiting.push(resolve)), mostAtOnce: 5 });
    const answers = Promise.all(Array.from({ length: 5 }, () => fetch(`${one.address}/api/search`, { method: 'POST', body: '{}' })));
    await vi.waitFor(() => expect(waiting).toHaveLength(5), { timeout: 180_000 });
    expect(statusOf(await sent(one.port, get('/')))).toBe(503);
    for (const answer of waiting) answer({ status: 200, json: {} });
    expect((await answers).map((response) => response.status)).toEqual([200, 200, 200, 200, 200]);
    await vi.waitFor(async () => expect(await isAlive(one)).toBe(true), { timeout: 180_000 });
  });

  test('for which the system has no file descriptors left does not end the server', async () => {
    // It starts with room for its modules; then it takes every descriptor that is left but twenty.
    const script = `import { closeSync, openSync } from 'node:fs'; import { serve } from './src/server/index.ts';
      const { port } = await serve({ app: ${JSON.stringify(app)}, port: 0 });
      const taken = [];
      try { for (;;) taken.push(openSync('/dev/null')); } catch (error) { if (error.code !== 'EMFILE') throw error; }
      for (const descriptor of taken.splice(0, 20)) closeSync(descriptor);
      console.log(port);`;
    const server = spawn('bash', ['-c', 'ulimit -n 1024; exec "$0" --import tsx --input-type=module -e "$1"', process.execPath, script], {
      cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      const port = await new Promise<number>((resolve, reject) => {
        server.stdout.once('data', (piece: Buffer) => resolve(Number(piece.toString())));
        server.once('exit', (code) => reject(new Error(`The server ended with ${code} before it listened.`)));
      });
      const sockets: Socket[] = await Promise.all(Array.from({ length: 120 }, () => held(port)));
      for (const socket of sockets) socket.write(get('/large.bin'));
      // As many as there are descriptors for begin to be answered.
      await Promise.race(sockets.map((socket) => new Promise((resolve) => socket.once('data', resolve))));
      for (const socket of sockets) socket.destroy();
      await vi.waitFor(async () => expect(statusOf(await sent(port, get('/')))).toBe(200), { timeout: 180_000, interval: 200 });
      expect(server.exitCode).toBeNull();
    } finally {
      server.kill();
    }
  }, 90_000);
});

/** A connection that is opened and left as it is. */
function held(port: number): Promise<Socket> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket));
    socket.on('error', () => resolve(socket));
  });
}

function openFiles(): string[] {
  return readdirSync('/proc/self/fd').flatMap((fd) => {
    try {
      return [readlinkSync(`/proc/self/fd/${fd}`)];
    } catch (error) {
      // It was closed while it was looked at.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      return [];
    }
  });
}
