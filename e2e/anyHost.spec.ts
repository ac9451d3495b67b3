import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Download } from '@playwright/test';
import { Explorer } from './pages/Explorer';
import { staticHost } from './staticHost';
import { expect, test as story } from './story';

/** The built explorer below a path of a plain host, without our server and its headers. */
const test = story.extend<{ host: string }>({
  host: async ({}, use) => {
    const { address, close } = await staticHost(join(import.meta.dirname, '../dist/app'), '/people/jane/throughline/');
    await use(address);
    close();
  },
  baseURL: async ({ host }, use) => use(host),
});

test('below any path of a plain host the case opens, answers and is published, and nothing else is asked for', async ({
  explorer, page, host,
}) => {
  const outside: string[] = [];
  page.on('request', (request) => /^(data|blob):/.test(request.url()) || request.url().startsWith(host) || outside.push(request.url()));
  await page.goto(host);
  await expect(explorer.drawnLine).toHaveText(/^\d+ entit/);
  await explorer.trace.ask('Huawei', 'Koryolink');
  await expect(explorer.trace.active).toContainText('1 hop');
  const { searchParams, pathname } = new URL(page.url());
  expect([pathname, searchParams.get('from')]).toEqual([new URL(host).pathname, 'huawei']);
  await page.reload();
  await expect(explorer.trace.active).toContainText('1 hop');
  expect(await textOf(await explorer.snapshots.save('Page that opens offline'))).toContain('@font-face');
  expect(outside).toEqual([]);
});

test('it can be installed: manifest, icons and pictures are where the page says', async ({ page, host }) => {
  const session = await page.context().newCDPSession(page);
  await page.goto(host);
  await expect(new Explorer(page).drawnLine).toHaveText(/^\d+ entit/);
  const { url, errors } = await session.send('Page.getAppManifest');
  expect([url, errors]).toEqual([`${host}manifest.webmanifest`, []]);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  // Stories run in windows that keep nothing, from which no application is installed; that is all that stands in the way.
  expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual(['in-incognito']);

  const manifest = (await (await page.request.get(url)).json()) as {
    start_url: string;
    scope: string;
    icons: { src: string; sizes: string }[];
  };
  expect([manifest.start_url, manifest.scope].map((path) => new URL(path, url).href)).toEqual([host, host]);
  const linked = await page
    .locator('link[rel~="icon"], link[rel="apple-touch-icon"]')
    .evaluateAll((links) => links.map((link) => (link as HTMLLinkElement).href));
  const social = new URL((await page.locator('meta[property="og:image"]').getAttribute('content'))!, host).href;
  for (const address of [...linked, social, ...manifest.icons.map(({ src }) => new URL(src, url).href)])
    expect([address, (await page.request.get(address)).status()]).toEqual([address, 200]);
  const sizes = await page.evaluate(async (icons) => Promise.all(icons.map(async (src) => {
    const { width, height } = await createImageBitmap(await (await fetch(src)).blob());
    return `${width}x${height}`;
  })), manifest.icons.map(({ src }) => new URL(src, url).href));
  expect(sizes).toEqual(manifest.icons.map((icon) => icon.sizes));
});

async function textOf(download: Download): Promise<string> {
  return readFile(await download.path(), 'utf8');
}
