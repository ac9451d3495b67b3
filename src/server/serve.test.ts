import { mkdtempSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { PortTakenError, serve, type Serving } from './serve';

const app = mkdtempSync(join(tmpdir(), 'throughline-app-'));
writeFileSync(join(app, 'index.html'), '<!doctype html><title>app</title>');

const open: Serving[] = [];
async function serving(options: Partial<Parameters<typeof serve>[0]> = {}): Promise<Serving> {
  const one = await serve({ app, port: 0, ...options });
  open.push(one);
  return one;
}
afterEach(async () => {
  await Promise.all(open.splice(0).map((s) => s.close()));
});

test('the app is served with a content security policy that lets no other host and no inline script in', async () => {
  const { address } = await serving();
  const response = await fetch(address);
  expect(await response.text()).toContain('<title>app</title>');
  const policy = response.headers.get('content-security-policy')!;
  expect(policy).toContain("default-src 'self'");
  expect(policy).not.toContain('unsafe');
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(response.headers.get('referrer-policy')).toBe('no-referrer');
});

test('a port that another program has is named in a sentence', async () => {
  const first = await serving();
  const port = Number(new URL(first.address).port);
  await expect(serve({ app, port })).rejects.toThrow(PortTakenError);
  await expect(serve({ app, port })).rejects.toThrow(`Port ${port} is taken`);
});

test('a request under another host name is refused, so that no other site can read what is served', async () => {
  const { address } = await serving();
  const status = await new Promise<number>((resolve, reject) => {
    request(address, { headers: { host: 'evil.example' } }, (r) => resolve(r.resume().statusCode!)).on('error', reject).end();
  });
  expect(status).toBe(421);
});

test('a question is handed to the store and its answer sent back', async () => {
  const { address } = await serving({ questions: async (method, path, body) => ({ status: 200, json: { method, path, body } }) });
  const response = await fetch(`${address}/api/routes`, { method: 'POST', body: JSON.stringify({ from: 'a' }) });
  expect(await response.json()).toEqual({ method: 'POST', path: '/routes', body: { from: 'a' } });
});

test('a question that is no JSON, or too long, is answered with what is wrong', async () => {
  const { address } = await serving({ questions: async () => ({ status: 200, json: {} }) });
  const broken = await fetch(`${address}/api/routes`, { method: 'POST', body: '{"from":' });
  expect(broken.status).toBe(400);
  expect(((await broken.json()) as { error: string }).error).toContain('not JSON');
  const long = await fetch(`${address}/api/routes`, { method: 'POST', body: `"${'x'.repeat(1_000_001)}"` });
  expect(long.status).toBe(413);
});

test('nothing above the app folder is served', async () => {
  const { address } = await serving();
  expect((await fetch(`${address}/..%2f..%2fetc%2fpasswd`)).status).toBe(404);
});
