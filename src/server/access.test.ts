import { mkdtempSync, writeFileSync } from 'node:fs';
import { request as secureRequest } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { madeToken } from './access';
import { CertificateError, serve, type Serving } from './serve';
import { selfSigned } from './testing/selfSigned';

const app = mkdtempSync(join(tmpdir(), 'throughline-access-'));
writeFileSync(join(app, 'index.html'), '<!doctype html><head><title>app</title></head>');
const token = madeToken();
const data = { name: 'secret-plan.throughline', asked: true as const };

const open: Serving[] = [];
async function serving(options: Partial<Parameters<typeof serve>[0]> = {}): Promise<Serving> {
  const one = await serve({ app, port: 0, questions: async () => ({ status: 200, json: 'told' }), data, token, ...options });
  open.push(one);
  return one;
}
afterEach(() => Promise.all(open.splice(0).map((s) => s.close())));

const bearing = (text: string) => ({ headers: { authorization: text } });

describe('a server with a token', () => {
  test('answers whoever sends it, under any name', async () => {
    const { address } = await serving();
    const post = { method: 'POST', body: '{}' };
    expect(await (await fetch(`${address}/api/describe`, { ...post, ...bearing(`Bearer ${token}`) })).json()).toBe('told');
    expect(await (await fetch(`${address}/data/served.json`, bearing(`bearer ${token}`))).json()).toEqual(data);
    expect((await fetch(`${address}/metrics`, bearing(`Bearer ${token}`))).status).toBe(200);
  });

  const wrong = [undefined, '', 'Bearer', 'Bearer ', `Bearer ${token}x`, `Bearer ${token.slice(1)}`, `Basic ${token}`, token];
  test.each([...wrong, `Bearer ${token} x`])(
    'answers the header %j with 401 and what to do', async (authorization) => {
      const { address } = await serving();
      const headers: Record<string, string> = authorization === undefined ? {} : { authorization };
      for (const path of ['/api/describe', '/api/', '/api/openapi.json', '/data/served.json', '/data/0/secret', '/metrics']) {
        const response = await fetch(address + path, { headers });
        expect([path, response.status, response.headers.get('www-authenticate')]).toEqual([path, 401, 'Bearer']);
        expect(await response.text()).toContain('Open the page at the address that the server printed');
      }
    },
  );

  test('shows whoever has none the page and its health, and nothing of the data', async () => {
    const state = () => ({ dataset: 'harbour', version: '1.2.3', ready: true, threads: 0, waiting: 0, threadsLost: 0 });
    const { address } = await serving({ state });
    const page = await (await fetch(address)).text();
    expect(page).toContain('guarded');
    expect(page).not.toContain('secret');
    expect(await (await fetch(`${address}/health`)).json()).toEqual({ ready: true, version: '1.2.3' });
    const told = await fetch(`${address}/health`, { headers: { authorization: `Bearer ${token}` } });
    expect(await told.json()).toEqual({ ready: true, dataset: 'harbour', version: '1.2.3' });
  });

  test('refuses pages of other sites, even with the token', async () => {
    const { address } = await serving();
    const headers = { authorization: `Bearer ${token}`, origin: 'https://evil.example' };
    expect((await fetch(`${address}/api/describe`, { method: 'POST', body: '{}', headers })).status).toBe(403);
  });
});

test('health tells the dataset, the version and whether all is ready', async () => {
  let ready = false;
  const { address } = await serving({
    token: undefined, state: () => ({ dataset: 'register', version: '1.2.3', ready, threads: 2, waiting: 0, threadsLost: 0 }),
  });
  const health = async () => {
    const response = await fetch(`${address}/health`);
    return [response.status, await response.json()];
  };
  expect(await health()).toEqual([503, { ready: false, dataset: 'register', version: '1.2.3' }]);
  ready = true;
  expect(await health()).toEqual([200, { ready: true, dataset: 'register', version: '1.2.3' }]);
});

describe('TLS', () => {
  test('is spoken with a certificate and its key', async () => {
    const { address, port } = await serving({ tls: selfSigned, token: undefined });
    expect(address).toBe(`https://127.0.0.1:${port}`);
    const page = await new Promise<string>((resolve, reject) => {
      secureRequest(`${address}/`, { ca: selfSigned.cert, servername: 'localhost', headers: { host: `localhost:${port}` } }, (response) => {
        let text = '';
        response.on('data', (piece: Buffer) => (text += piece.toString()));
        response.on('end', () => resolve(text));
      }).on('error', reject).end();
    });
    expect(page).toContain('<title>app</title>');
  });

  test('is not made of what is no certificate', async () => {
    await expect(serving({ tls: { cert: 'none', key: 'none' } })).rejects.toThrow(CertificateError);
  });
});
