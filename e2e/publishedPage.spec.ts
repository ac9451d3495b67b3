import type { Browser, BrowserContextOptions, Page, TestInfo } from '@playwright/test';
import { PublishedPage } from './pages/PublishedPage';
import type { Explorer } from './pages/Explorer';
import { expect, test } from './story';

async function publish(explorer: Explorer, info: TestInfo): Promise<string> {
  await explorer.open('?case=north-korea-telecom&from=huawei&to=koryolink&route=2');
  await expect(explorer.trace.active).toContainText('Panda International');
  const download = await explorer.snapshots.save('Page that opens offline');
  const path = info.outputPath(download.suggestedFilename());
  await download.saveAs(path);
  return path;
}

/** Opens a page from disk with the network off; `asked` is whatever it asks for besides itself and what it holds. */
async function openOffline(
  browser: Browser, path: string, options: BrowserContextOptions = {},
): Promise<{ published: PublishedPage; asked: string[]; close: () => Promise<void> }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, offline: true, ...options });
  const page: Page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => !/^(file|data|blob):/.test(request.url()) && asked.push(request.url()));
  page.on('console', (message) => message.type() === 'error' && asked.push(message.text()));
  page.on('pageerror', (error) => asked.push(error.message));
  const published = new PublishedPage(page);
  await published.open(path);
  return { published, asked, close: () => context.close() };
}

test('who is ringed is as readable on the page as in the picture: never pale, on a route or off it', async ({
  explorer, browser,
}, info) => {
  const path = await publish(explorer, info);
  const { published, close } = await openOffline(browser, path);
  const opacity = (name: RegExp) =>
    published
      .drawn(name)
      .locator('xpath=.')
      .evaluate((link) => {
        const drawn = [...link.ownerDocument.querySelectorAll(`a[href="${link.getAttribute('href')}"] > .entity > g`)];
        return drawn.map((group) => Number(getComputedStyle(group).opacity) * Number(group.getAttribute('opacity') ?? 1));
      });
  const { trace } = await explorer.chart.frozen();
  expect(trace!.ringed).toContain('xiamen-baoxin');
  expect(await opacity(/^Xiamen Baoxin/)).toEqual([1]);
  expect((await opacity(/^Orascom Telecom Media/))[0]).toBeLessThan(0.5);
  await close();
});

test('the page opens from disk with the network off, is moved and zoomed, and a line leads to its numbered evidence', async ({
  explorer, browser,
}, info) => {
  const path = await publish(explorer, info);
  const { published, asked, close } = await openOffline(browser, path);
  const { page } = published;
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Huawei');
  const koryolink = published.drawn(/^Koryolink$/);
  const place = async () => (await koryolink.boundingBox())!;

  const atFirst = await place();
  const area = (await published.chart.boundingBox())!;
  await page.mouse.move(area.x + 6, area.y + 6);
  await page.mouse.down();
  await page.mouse.move(area.x + 66, area.y + 46, { steps: 4 });
  await page.mouse.up();
  const moved = await place();
  expect(moved.x - atFirst.x).toBeCloseTo(60, 0);
  expect(moved.y - atFirst.y).toBeCloseTo(40, 0);
  await page.mouse.wheel(0, -300);
  expect((await place()).width).toBeGreaterThan(moved.width * 1.2);
  await published.fit.click();
  expect(await place()).toEqual(atFirst);
  await published.zoomIn.click();
  expect((await place()).width).toBeGreaterThan(atFirst.width * 1.2);
  await published.fit.click();

  await published.press(published.drawn(/^Huawei Technologies Co\., Ltd\.$/));
  await expect(published.evidence).toContainText('Huawei Technologies');
  await expect(published.evidence.getByRole('listitem').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(published.evidence).toBeHidden();

  await published.press(published.drawn(/^Panda International .* supplied Koryolink/));
  await expect(published.evidence.getByRole('article')).toContainText('supplied Koryolink');
  await expect(published.evidence).toContainText('alleged');
  const note = published.evidence.getByRole('listitem').first().getByRole('link').first();
  const number = (await note.innerText()).replace(/\D/g, '');
  await note.click();
  await expect(page.locator(':target')).toHaveAttribute('value', number);
  expect(asked).toEqual([]);
  await close();
});

test('with scripts off the page still reads whole: chart, routes, claims and sources', async ({ explorer, browser }, info) => {
  const path = await publish(explorer, info);
  const { published, asked, close } = await openOffline(browser, path, { javaScriptEnabled: false });
  await expect(published.drawing).toBeVisible();
  await expect(published.routes.filter({ hasText: 'Panda International' }).first()).toContainText('weakest: alleged');
  await expect(published.relationships.first()).toBeVisible();
  await expect(published.relationships.filter({ hasText: 'Fox News' }).first()).toContainText('alleges');
  await expect(published.sources.filter({ hasText: 'Fox News' }).first()).toBeVisible();
  await published.routes.filter({ hasText: 'Panda International' }).first().getByRole('link').first().click();
  await expect(published.page.locator(':target')).toBeVisible();
  expect(asked).toEqual([]);
  await close();
});

test('the page reads well on a narrow screen, too', async ({ explorer, browser }, info) => {
  const path = await publish(explorer, info);
  const { published, close } = await openOffline(browser, path, { viewport: { width: 390, height: 844 } });
  const { scroll, wide } = await published.page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth, wide: document.documentElement.clientWidth,
  }));
  expect(scroll).toBeLessThanOrEqual(wide);
  await close();
});
