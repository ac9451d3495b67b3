import { readFile } from 'node:fs/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { nodeAssets } from '../cli/nodeAssets';
import { browserAssets } from './browserAssets';

afterEach(() => vi.unstubAllGlobals());

test('the browser gives a snapshot the same bytes as the command line', async () => {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(address);
    const path = decodeURIComponent(address.split('?')[0]!)
      .replace(/^\/@fs/, '')
      .replace(/^\/node_modules/, `${process.cwd()}/node_modules`);
    return new Response(new Uint8Array(await readFile(path)));
  });
  const [browser, node] = [await browserAssets(), await nodeAssets()];
  expect(browser.fonts).toEqual(node.fonts);
  expect(browser.viewerScript).toBe(node.viewerScript);
  expect(asked.every((address) => address.startsWith('/'))).toBe(true);
});
