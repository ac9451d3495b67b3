import { mkdtempSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { serve, type Serving } from './serve';

const app = mkdtempSync(join(tmpdir(), 'throughline-long-'));
writeFileSync(join(app, 'index.html'), '');
const long = { entities: Array.from({ length: 30_000 }, (_, i) => ({ id: `e${i}`, name: `Company ${i}` })), more: 0 };
const short = { hits: ['no longer than this'] };

const open: Serving[] = [];
async function serving(options: Partial<Parameters<typeof serve>[0]> = {}): Promise<Serving> {
  const questions = async (_method: string, path: string) => ({ status: 200, json: path === '/long' ? long : short });
  const one = await serve({ app, port: 0, questions, ...options });
  open.push(one);
  return one;
}
afterEach(() => Promise.all(open.splice(0).map((s) => s.close())));

/** What comes over the wire, as it came. */
function raw(url: string, encoding?: string): Promise<{ headers: Record<string, unknown>; bytes: Buffer }> {
  return new Promise((resolve, reject) => {
    request(url, { method: 'POST', headers: encoding === undefined ? {} : { 'accept-encoding': encoding } }, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('end', () => resolve({ headers: response.headers, bytes: Buffer.concat(pieces) }));
      response.on('error', reject);
    }).on('error', reject).end();
  });
}

describe('an answer', () => {
  test.each([
    ['br', brotliDecompressSync], ['gzip', gunzipSync],
  ] as const)('that is long comes compressed as %s where that is asked for', async (encoding, unpack) => {
    const { address } = await serving();
    const { headers, bytes } = await raw(`${address}/api/long`, encoding);
    expect(headers).toMatchObject({ 'content-encoding': encoding, vary: 'Accept-Encoding', 'transfer-encoding': 'chunked' });
    expect(bytes.length).toBeLessThan(300_000);
    expect(JSON.parse(unpack(bytes).toString())).toEqual(long);
  });

  test('comes as it is where nothing is asked for, and where it is short', async () => {
    const { address } = await serving();
    const asIs = await raw(`${address}/api/long`);
    expect(asIs.headers['content-encoding']).toBeUndefined();
    expect(JSON.parse(asIs.bytes.toString())).toEqual(long);
    const { headers, bytes } = await raw(`${address}/api/short`, 'gzip, br');
    expect(headers['content-encoding']).toBeUndefined();
    expect([JSON.parse(bytes.toString()), headers['content-length']]).toEqual([short, String(bytes.length)]);
  });

  test('that breaks off ends the connection, so that nobody takes a part for the whole', async () => {
    async function* pieces() {
      yield Buffer.from('{"entities":[');
      yield Buffer.from('{"id":"e0"},');
      throw new TypeError('The rest is lost.');
    }
    const { address } = await serving({ questions: async () => ({ status: 200, pieces: pieces() }) });
    await expect(raw(`${address}/api/long`)).rejects.toThrow(/aborted|hang up|reset/);
  });
});

describe('a client', () => {
  test('that sends its question ever so slowly is sent away', async () => {
    const { port } = await serving({ sendsWithin: 50 });
    const back = await new Promise<string>((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.write('POST /api/short HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000\r\n\r\n{');
      });
      let text = '';
      socket.on('data', (piece) => (text += piece.toString()));
      socket.on('close', () => resolve(text));
      socket.on('error', reject);
    });
    expect(back).toMatch(/^(HTTP\/1\.1 408 |$)/);
  });

  test('that asks more than a question may be long is told how long it may be', async () => {
    const { address } = await serving();
    const response = await fetch(`${address}/api/short`, { method: 'POST', body: 'x'.repeat(1_000_001) });
    expect([response.status, await response.json()]).toEqual([413, { error: 'The question is longer than 1000000 bytes.' }]);
  });
});

describe('a server that is stopped', () => {
  /** A question that has reached the server, and is answered when it is told to. */
  async function underWay() {
    let finish: () => void = () => undefined;
    const toFinish = new Promise<void>((resolve) => (finish = resolve));
    let arrived: () => void = () => undefined;
    const hasArrived = new Promise<void>((resolve) => (arrived = resolve));
    const one = await serving({ questions: async () => (arrived(), await toFinish, { status: 200, json: short }) });
    const asked = fetch(`${one.address}/api/short`, { method: 'POST', body: '{}' });
    asked.catch(() => undefined);
    await hasArrived;
    return { ...one, asked, finish };
  }

  test('finishes what is asked, refuses what is new, and ends', async () => {
    const { address, asked, finish, stop } = await underWay();
    const stopped = stop(60_000);
    await expect(fetch(`${address}/health`)).rejects.toThrow();
    finish();
    expect(await (await asked).json()).toEqual(short);
    await stopped;
  });

  test('waits no longer than it is told', async () => {
    const { asked, stop } = await underWay();
    await stop(20);
    await expect(asked).rejects.toThrow();
  });
});
