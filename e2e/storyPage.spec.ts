import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { test as base, expect } from '@playwright/test';
import { axeViolations } from './pages/axeViolations';

const test = base.extend<object, { story: string }>({
  story: [
    async ({}, use) => {
      const path = join(mkdtempSync(join(tmpdir(), 'throughline-story-')), 'story.html');
      execFileSync(process.execPath, ['dist/command/throughline.js', 'snapshot', '--story', 'huawei-koryolink', '-o', path]);
      await use(path);
    },
    { scope: 'worker' },
  ],
});

for (const width of [320, 700, 1280])
  test(`a story opens from disk at ${width} pixels, asks nobody for anything, fits, and axe finds nothing`, async ({ page, story }) => {
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => message.type() === 'error' && requests.push(message.text()));
    await page.setViewportSize({ width, height: 800 });
    const address = pathToFileURL(story).href;
    await page.goto(address);
    expect(requests).toEqual([address]);
    await expect(page.getByRole('article')).toHaveCount(8);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.emulateMedia({ colorScheme: width === 700 ? 'dark' : 'light' });
    expect(await axeViolations(page)).toEqual([]);
  });

test('arrow keys step through it, and a footnote opens its claim', async ({ page, story }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(pathToFileURL(story).href);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('article', { name: 'A way through another company' })).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  const step = page.getByRole('article', { name: 'The leader had been to see Huawei' });
  await expect(step).toBeFocused();
  await step.getByRole('link', { name: 'Claim 5' }).click();
  await expect(page.locator('#claim-5')).toBeInViewport();
});

test('without scripts every step is a picture with its text', async ({ browser, story }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(pathToFileURL(story).href);
  await expect(page.getByRole('article')).toHaveCount(8);
  await expect(page.getByRole('img', { name: /^A chart of/ })).toHaveCount(8);
  await context.close();
});

test('it is embedded in a page under a strict policy, sandboxed, and tells its height', async ({ page, story }) => {
  const host = '<!doctype html><title>News</title><iframe id="story" src="/story.html?accent=c60" title="A story" '
    + 'sandbox="allow-scripts allow-popups" width="700" height="600"></iframe><script src="/host.js"></script>';
  const files: Record<string, [string, string]> = {
    '/': ['text/html', host], '/story.html': ['text/html', readFileSync(story, 'utf8')],
    '/host.js': [
      'text/javascript',
      'addEventListener("message",(e)=>{if(e.data.throughline==="height")document.title=`${e.data.height}`})',
    ],
  };
  const server = createServer((request, answer) => {
    const path = new URL(request.url!, 'http://x').pathname;
    const [type, text] = files[path] ?? ['text/plain', ''];
    const policy = path === '/' ? { 'content-security-policy': "default-src 'none'; script-src 'self'; frame-src 'self'" } : {};
    answer.writeHead(files[path] ? 200 : 404, { 'content-type': `${type}; charset=utf-8`, ...policy }).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await expect.poll(async () => Number(await page.title())).toBeGreaterThan(1500);
  const frame = page.frameLocator('#story');
  await expect(frame.getByRole('heading', { name: 'How Huawei came to be tied to Koryolink' })).toBeVisible();
  expect(await frame.locator('html').evaluate((html) => getComputedStyle(html).getPropertyValue('--story-accent'))).toBe('#c60');
  server.close();
});
