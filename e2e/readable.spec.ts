import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { fonts } from '../src/drawing';
import type { Dataset } from '../src/model';
import { sidewaysScroll } from './pages/clippedTexts';
import type { Explorer } from './pages/Explorer';
import { expect, test } from './story';

const theCase = JSON.parse(readFileSync('graph-data/north-korea-telecom.json', 'utf8')) as Dataset;

interface SetText {
  readonly text: string;
  /** Of the font, in chart units, and of the text as it is seen, in CSS px. */
  readonly font: number;
  readonly weight: number;
  readonly size: number;
  /** Where it begins, in CSS px from the corner of the chart. */
  readonly x: number;
  readonly y: number;
}

/** Writes down every text that a canvas on the screen sets, with its size as it is seen; a canvas that is cleared begins anew. */
async function watchTexts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const set = new Map<CanvasRenderingContext2D, object[]>();
    Object.assign(window, { setTexts: set });
    const { fillText, clearRect } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.clearRect = function (x, y, width, height) {
      if (width * Math.abs(this.getTransform().a) >= this.canvas.width) set.set(this, []);
      return clearRect.call(this, x, y, width, height);
    };
    CanvasRenderingContext2D.prototype.fillText = function (...args) {
      if (!set.has(this)) set.set(this, []);
      const [text, x, y] = args;
      // A canvas leaves a weight of 400 out of what it says of its font.
      const [, weight = '400', font] = /^(?:(\d+) )?([\d.]+)px/.exec(this.font)!;
      const { a: scale, e, f } = this.getTransform();
      const [size, left, base] = [Number(font) * scale, x * scale + e, y * scale + f].map((pixels) => pixels / devicePixelRatio);
      set.get(this)!.push({ text, font: Number(font), weight: Number(weight), size, x: left, y: base });
      return fillText.apply(this, args);
    };
  });
}

/** The texts that stand on the chart now. */
async function textsOf(page: Page): Promise<SetText[]> {
  return page.evaluate(() => {
    const set = (window as unknown as { setTexts: Map<CanvasRenderingContext2D, SetText[]> }).setTexts;
    return [...set].filter(([{ canvas }]) => canvas.isConnected).flatMap(([, texts]) => texts);
  });
}

const NAME_SIZES: readonly number[] = [fonts.name.size, fonts.nameCompact.size];
const namesAmong = (texts: readonly SetText[]) => texts.filter(({ font, weight }) => weight === 600 && NAME_SIZES.includes(font));
const tiesAmong = (texts: readonly SetText[]) => texts.filter(({ font, weight }) => weight === 400 && font === fonts.label.size);
const smallest = (texts: readonly SetText[]) => Math.min(...texts.map(({ size }) => size));

/** The entities that the chart says are drawn, and of whose name nothing stands in its box. */
async function blankBoxes(explorer: Explorer): Promise<string[]> {
  const names = namesAmong(await textsOf(explorer.page)).map(({ text }) => text.replace(/…$/, ''));
  const { dataset, chart } = await explorer.chart.frozen();
  const drawn = dataset.entities.filter(({ id }) => Object.hasOwn(chart.positions, id)).map(({ name, shortName }) => shortName ?? name);
  return drawn.filter((name) => !names.some((line) => name.startsWith(line)));
}

for (const [width, height, theme] of [[1280, 800, 'light'], [1280, 800, 'dark'], [1920, 1080, 'light'], [1920, 1080, 'dark']] as const) {
  test.describe(`at ${width} × ${height}, ${theme}`, () => {
    test.use({ viewport: { width, height }, colorScheme: theme });

    test('names and ties of the opening view are large enough to be read, with an entity looked at', async ({ explorer, page }) => {
      await watchTexts(page);
      await explorer.open();
      await explorer.chart.entity('Koryolink').press('Enter');
      await expect(explorer.inspector.title).toHaveText('Koryolink');
      await expect.poll(async () => {
        await explorer.chart.painted();
        const [names, ties] = [namesAmong(await textsOf(page)), tiesAmong(await textsOf(page))];
        return names.length >= 20 && ties.length >= 30 && smallest(names) >= 11 && smallest(ties) >= 10;
      }).toBe(true);
    });
  });
}

test('no box is blank after others were added', async ({ explorer, page }) => {
  await watchTexts(page);
  await explorer.open();
  const before = (await explorer.counts()).entities;
  const { positions } = (await explorer.chart.frozen()).chart;
  const others = theCase.entities.filter(({ id, name }) => !Object.hasOwn(positions, id) && /^[A-Z][\w ]{5,}$/.test(name)).slice(0, 6);
  for (const { name } of others) await explorer.search.choose(name, name);
  await expect.poll(async () => (await explorer.counts()).entities).toBe(before + 6);
  await explorer.chart.painted();
  expect(await blankBoxes(explorer)).toEqual([]);
});

test('a route that is chosen comes into view', async ({ explorer, page }) => {
  await watchTexts(page);
  await explorer.open();
  await explorer.trace.ask('Huawei', 'Koryolink');
  await expect(explorer.trace.routes).not.toHaveCount(0);
  for (let i = 0; i < 6; i += 1) await page.getByRole('button', { name: /^Zoom in/ }).click();
  const route = explorer.trace.route('Xiamen Baoxin').first();
  await route.getByRole('button').first().click();
  const { width, height } = (await explorer.chart.canvas.boundingBox())!;
  for (const name of ['Huawei', 'Xiamen Baoxin', 'Koryolink']) {
    const isSeen = ({ text, x, y }: SetText) => text === name && x > 0 && y > 0 && x < width && y < height;
    await expect.poll(async () => namesAmong(await textsOf(page)).some(isSeen), name).toBe(true);
  }
});

test.describe('at 390 × 844, by touch', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('the first fit has every name, and what a hand needs is there', async ({ explorer, page }) => {
    await watchTexts(page);
    await explorer.open();
    await explorer.chart.painted();
    for (const name of [/^Undo/, /^Share/, /^Help/]) await expect(page.getByRole('banner').getByRole('button', { name })).toBeInViewport({ ratio: 1 });
    expect(await blankBoxes(explorer)).toEqual([]);
  });

  test('the link of a trace shows the route with its sentence, and the route alone runs downwards', async ({ explorer, page }) => {
    await watchTexts(page);
    await explorer.open('?case=north-korea-telecom&from=huawei&to=koryolink&route=2');
    await expect(page.getByText(/^Huawei .*Koryolink/).last()).toBeInViewport({ ratio: 1 });
    await expect.poll(() => explorer.chart.highlighted()).toBeGreaterThan(100);
    await page.getByRole('navigation', { name: 'Panels' }).getByRole('button', { name: 'Ask' }).tap();
    await explorer.trace.onlyThis.tap();
    await page.getByRole('navigation', { name: 'Panels' }).getByRole('button', { name: 'Chart' }).tap();
    await expect.poll(async () => {
      const names = namesAmong(await textsOf(page));
      const [from, to] = ['Huawei', 'Koryolink'].map((name) => names.find(({ text }) => text === name));
      return from !== undefined && to !== undefined && to.y - from.y > 2 * Math.abs(to.x - from.x) && smallest(names) >= 11;
    }).toBe(true);
  });
});

for (const [percent, viewport] of [[200, { width: 640, height: 400 }], [400, { width: 320, height: 200 }]] as const) {
  test.describe(`at ${percent} % of 1280 × 800`, () => {
    test.use({ viewport, deviceScaleFactor: percent / 100 });

    test('the chart and the years stay usable', async ({ explorer, page }) => {
      await explorer.open();
      expect(await sidewaysScroll(page)).toBe(0);
      for (const name of [/^Undo/, /^Share/, /^Help/]) {
        const button = page.getByRole('banner').getByRole('button', { name });
        await button.scrollIntoViewIfNeeded();
        await expect(button).toBeInViewport({ ratio: 1 });
      }
      await explorer.chart.canvas.scrollIntoViewIfNeeded();
      const { width, height } = (await explorer.chart.canvas.boundingBox())!;
      expect(width).toBeGreaterThanOrEqual(300);
      expect(height).toBeGreaterThanOrEqual(200);
      expect(await explorer.chart.inked()).toBeGreaterThan(1000);
      await explorer.time.firstYear.scrollIntoViewIfNeeded();
      await expect(explorer.time.firstYear).toBeInViewport();
      const year = Number(await explorer.time.firstYear.getAttribute('aria-valuenow'));
      await explorer.time.firstYear.press('ArrowRight');
      await expect(explorer.time.firstYear).toHaveAttribute('aria-valuenow', String(year + 1));
    });
  });
}
