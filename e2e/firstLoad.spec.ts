import { gzipSync } from 'node:zlib';
import { firstLoad, firstLoadTable, MOST_BEFORE_PICTURE, totalOf } from '../src/canvas/bench/firstLoad';
import { expect, test } from './story';

test('what the page names for its first picture is at most 400 KB, and what most visits never need is not fetched', async ({
  browser, baseURL, page,
}) => {
  const html = await (await page.request.get('/')).text();
  const named = [...html.matchAll(/<(?:script|link)\b[^>]*\b(?:src|href)="(\.\/assets\/[^"]+)"/g)].map(([, path]) => path!);
  expect(named.length).toBeGreaterThan(5);
  const sizes = await Promise.all(
    named.map(async (path) => {
      const bytes = await (await page.request.get(`/${path}`)).body();
      return path.endsWith('.woff2') ? bytes.length : gzipSync(bytes).length;
    }),
  );
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(MOST_BEFORE_PICTURE);
  // On a slow machine the panels come before the picture, so that only the sum is certain. The tables that write other
  // scripts in Latin letters alone have 216 KB.
  const load = await firstLoad(browser, baseURL!);
  expect(totalOf(load.before) + totalOf(load.after), firstLoadTable(load)).toBeLessThanOrEqual(2 * MOST_BEFORE_PICTURE);
});
