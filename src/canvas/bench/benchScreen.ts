import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from '@playwright/test';
import { BROWSER_ARGS, findBrowser } from '../../../e2e/findBrowser';
import { serve } from '../../server';
import { buildPages } from './buildPages';
import { firstLoad, firstLoadTable } from './firstLoad';
import { median, markdownTable, ms, quantile } from './figures';
import type { Motion } from './pages/measureMotion';

/**
 * `npm run bench:screen`: what a first visit fetches; how long the built app takes until the bundled case is on screen, beside a bare page
 * that draws the same elements with cytoscape alone; then the times between frames while a chart moves. Both in one run, runs
 * interleaved, each in a browser context of its own, so with empty caches.
 */
const APP = join(import.meta.dirname, '../../../dist/app');
const CASE = 'north-korea-telecom';
const RUNS = 11;
const SIZES = [60, 500, 2000];
const VIEWPORT = { width: 1280, height: 800 };
const PAINTERS = { ours: 'Throughline', cytoscape: 'cytoscape alone', texture: 'cytoscape, textureOnViewport' } as const;
type Painter = keyof typeof PAINTERS;

/** Milliseconds from the start of the navigation to a performance mark. */
async function coldStart(browser: Browser, url: string, mark: string): Promise<number> {
  const context = await browser.newContext({ viewport: VIEWPORT });
  const page = await context.newPage();
  await page.goto(url);
  const at = await page.waitForFunction((name) => performance.getEntriesByName(name)[0]?.startTime, mark, { polling: 20, timeout: 30_000 });
  const time = (await at.jsonValue()) as number;
  await context.close();
  return time;
}

async function coldStartTable(browser: Browser, app: string, bare: string): Promise<string> {
  const times: { app: number[]; bare: number[] } = { app: [], bare: [] };
  for (let i = -1; i < RUNS; i++) {
    const pair = {
      app: await coldStart(browser, app, 'throughline:drawn'), bare: await coldStart(browser, `${bare}/bare.html`, 'bare:drawn'),
    };
    if (i < 0) continue;
    times.app.push(pair.app);
    times.bare.push(pair.bare);
  }
  const row = (name: string, figures: number[]) => [name, ms(median(figures)), ms(Math.min(...figures)), ms(quantile(figures, 0.95))];
  const ratio = median(times.app) / median(times.bare);
  return `${markdownTable(['page', 'median ms', 'fastest', 'p95'], [row('the app', times.app), row('bare cytoscape', times.bare)])}\n\n`
    + `Ratio of the medians: ${ratio.toFixed(2)} (goal: at most 1.5), ${RUNS} runs each.`;
}

async function motionTable(browser: Browser, pages: string): Promise<string> {
  const rows: string[][] = [];
  for (const entities of SIZES) {
    for (const painter of Object.keys(PAINTERS) as Painter[]) {
      const times = await motion(browser, `${pages}/motion.html?entities=${entities}&painter=${painter}`);
      const cells = (['pan', 'zoom', 'drag'] as const).map((m) => `${ms(median(times[m]))} / ${ms(quantile(times[m], 0.95))}`);
      rows.push([`${entities} · ${PAINTERS[painter]}`, ...cells]);
    }
  }
  return markdownTable(['entities · painter', 'pan', 'zoom', 'drag'], rows);
}

async function motion(browser: Browser, url: string): Promise<Record<Motion, number[]>> {
  const page = await browser.newPage({ viewport: VIEWPORT });
  await page.goto(url);
  await page.waitForFunction(() => 'measure' in window, undefined, { timeout: 120_000 });
  const times = await page.evaluate(() => (window as unknown as { measure(): Promise<Record<Motion, number[]>> }).measure());
  await page.close();
  return times;
}

async function main(): Promise<void> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('No Chromium was found. Install one, or run "npx playwright install chromium".');
  if (!existsSync(APP)) throw new Error('The app is not built. Run "npm run build" first.');
  const folder = mkdtempSync(join(tmpdir(), 'throughline-bench-'));
  const [appCopy, bench] = [join(folder, 'app'), join(folder, 'bench')];
  await buildPages(bench, CASE);
  cpSync(APP, appCopy, { recursive: true });
  const [app, pages] = [await serve({ app: appCopy, port: 0 }), await serve({ app: bench, port: 0 })];
  const browser = await chromium.launch({ executablePath, args: BROWSER_ARGS });
  try {
    console.log(`### First load\n\n${firstLoadTable(await firstLoad(browser, app.address))}\n`);
    console.log(`### Cold start\n\n${await coldStartTable(browser, app.address, pages.address)}\n`);
    console.log(`### Time between frames, median / p95 in ms\n\n${await motionTable(browser, pages.address)}\n`);
  } finally {
    await browser.close();
    await Promise.all([app.close(), pages.close()]);
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();
