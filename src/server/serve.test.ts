import { mkdtempSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { serve, type Serving } from './serve';

const app = mkdtempSync(join(tmpdir(), 'throughline-app-'));
writeFileSync(join(app, 'index.html'), '<!doctype html><head><title>app</title></head>');

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

test('where another program has the port, the next free one is taken', async () => {
  const first = await serving();
  const next = await serving({ port: first.port });
  expect(next.port).toBeGreaterThan(first.port);
  expect(await (await fetch(next.address)).text()).toContain('<title>app</title>');
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

test('files are only fetched: any other method is refused', async () => {
  const { address } = await serving();
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])
    expect([method, (await fetch(address, { method })).status]).toEqual([method, 405]);
  expect((await fetch(address, { method: 'HEAD' })).status).toBe(200);
});

test('a page of another site may ask nothing, whatever the method', async () => {
  let asked = 0;
  const { address } = await serving({ questions: async () => ({ status: 200, json: ++asked }) });
  for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1:1', 'http://localhost.evil.example']) {
    expect([origin, (await fetch(`${address}/api/search`, { method: 'POST', headers: { origin }, body: '{}' })).status]).toEqual([
      origin, 403,
    ]);
    expect((await fetch(address, { headers: { origin } })).status).toBe(403);
  }
  expect(asked).toBe(0);
  expect((await fetch(`${address}/api/search`, { method: 'POST', headers: { origin: address }, body: '{}' })).status).toBe(200);
});

describe('data for the page to open', () => {
  const path = join(app, 'a “case”, 100%.html');
  writeFileSync(path, '<script>alert(42)</script>');
  const data = { name: 'a “case”, 100%.html', isFolder: false, files: [{ path, size: 26 }] };

  test('is named in the page, and sent as bytes that no browser runs', async () => {
    const { address } = await serving({ data });
    const page = await (await fetch(address)).text();
    const told = JSON.parse(
      /name="throughline-data" content="([^"]+)"/.exec(page)![1]!.replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
    ) as { files: { name: string; url: string; size: number }[] };
    expect(told).toMatchObject({ name: data.name, isFolder: false, files: [{ name: data.name, size: 26 }] });
    const file = await fetch(new URL(told.files[0]!.url, address));
    expect([await file.text(), file.headers.get('content-type'), file.headers.get('content-disposition')]).toEqual([
      '<script>alert(42)</script>', 'application/octet-stream', 'attachment',
    ]);
    expect((await fetch(`${address}/data/1/other`)).status).toBe(404);
    expect((await fetch(`${address}/data/0/index.html`)).status).toBe(404);
  });

  test('can be asked for in parts, and without data the page is the file as it is', async () => {
    const { address } = await serving({ data });
    const url = `${address}/data/0/${encodeURIComponent(data.name)}`;
    const part = await fetch(url, { headers: { range: 'bytes=1-6' } });
    expect([part.status, await part.text(), part.headers.get('content-range')]).toEqual([206, 'script', 'bytes 1-6/26']);
    expect(await (await fetch((await serving()).address)).text()).toBe('<!doctype html><head><title>app</title></head>');
  });
});
