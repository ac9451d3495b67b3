import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { Explorer } from '../../../e2e/pages/Explorer';
import { BROWSER_ARGS, findBrowser } from '../../../e2e/findBrowser';
import { serve } from '../../server';
import { markdownTable } from './figures';
import { generatedSnapshot } from './generatedSnapshot';

/**
 * `npm run bench:large [-- SIZES [PICTURES]]`: opens generated charts of 1 000 and 2 000 entities in the built app in a
 * real browser, filters them, takes that back, drops an entity elsewhere and hides one, and prints for each the tasks of
 * the page's own thread over 50 ms, from where the browser tells of them, and when the chart was placed. With a folder
 * for pictures it takes two of each step: soon after, and at rest.
 */
const APP = process.env.THROUGHLINE_APP ?? join(import.meta.dirname, '../../../dist/app');
const SIZES = (process.argv[2] ?? '1000,2000').split(',').map(Number);
const PICTURES = process.argv[3];
/** Long enough for the slowest step to come to rest, and for what is seen soon after one, in ms. */
const REST = 6000;
const SOON = 200;
const PATIENCE = 60_000;

/**
 * What the page did since it was asked last: the lengths of its long tasks, in ms, and how long after the question the chart was placed.
 */
interface Doing {
  tasks: number[];
  placed: number | undefined;
}

interface Watched {
  since: number;
  tasks: number[];
}

async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    const watched: Watched = { since: 0, tasks: [] };
    Object.assign(window, { watched });
    new PerformanceObserver((list) => watched.tasks.push(...list.getEntries().map((task) => task.duration))).observe({ type: 'longtask' });
  });
}

function sinceLast(page: Page): Promise<Doing> {
  return page.evaluate(() => {
    const { watched } = window as unknown as { watched: Watched };
    const placed = performance.getEntriesByName('throughline:placed').at(-1)?.startTime;
    const doing = { tasks: watched.tasks, placed: placed !== undefined && placed > watched.since ? placed - watched.since : undefined };
    Object.assign(watched, { tasks: [], since: performance.now() });
    return doing;
  });
}

/** The steps of one chart, each with what it does before it is measured. */
function stepsOf(explorer: Explorer, path: string): { name: string; ready?: () => Promise<unknown>; act: () => Promise<unknown> }[] {
  const { page, chart, filters, datasets, report } = explorer;
  const showFilters = async () => {
    await report.close.click();
    await filters.show();
  };
  const takeHold = async () => {
    const at = (await chart.fitted()).get('e500')!;
    await page.mouse.move(at.x, at.y);
    await page.mouse.down();
    for (const by of [10, 25, 40]) await page.mouse.move(at.x + by, at.y + by);
  };
  return [
    { name: 'open', act: () => datasets.chooseFile(path).then(() => report.dialog.waitFor({ timeout: PATIENCE })) },
    { name: 'filter', ready: showFilters, act: () => filters.box('Status', /^alleged/).click({ force: true }) },
    { name: 'undo', act: () => page.keyboard.press('Control+z') },
    { name: 'drop', ready: takeHold, act: () => page.mouse.up() },
    { name: 'hide', ready: () => page.keyboard.press('Tab'), act: () => page.keyboard.press('h') },
  ];
}

async function rowsOf(browser: Browser, address: string, entities: number, folder: string): Promise<string[][]> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, baseURL: address, reducedMotion: 'reduce' });
  const explorer = new Explorer(page);
  await explorer.open();
  await page.waitForTimeout(REST / 2);
  await watch(page);
  const path = join(folder, `${entities}.json`);
  writeFileSync(path, generatedSnapshot(entities));
  const rows: string[][] = [];
  for (const { name, ready, act } of stepsOf(explorer, path)) {
    await ready?.();
    await page.waitForTimeout(REST / 3);
    await sinceLast(page);
    await act();
    await page.waitForTimeout(SOON);
    if (PICTURES) await page.screenshot({ path: join(PICTURES, `${entities}-${name}-soon.png`) });
    await page.waitForTimeout(REST);
    if (PICTURES) await page.screenshot({ path: join(PICTURES, `${entities}-${name}.png`) });
    const { tasks, placed } = await sinceLast(page);
    const descending = tasks.map(Math.round).sort((a, b) => b - a);
    rows.push([
      `${entities} · ${name}`, String(descending[0] ?? '< 50'), descending.slice(1).join(', '),
      placed === undefined ? 'at once' : (placed / 1000).toFixed(1),
    ]);
  }
  await page.close();
  return rows;
}

async function main(): Promise<void> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('No Chromium was found. Install one, or run "npx playwright install chromium".');
  if (!existsSync(APP)) throw new Error('The app is not built. Run "npm run build" first.');
  const folder = mkdtempSync(join(tmpdir(), 'throughline-bench-'));
  const serving = await serve({ app: APP, port: 0 });
  const browser = await chromium.launch({ executablePath, args: BROWSER_ARGS });
  try {
    const rows: string[][] = [];
    for (const entities of SIZES) rows.push(...(await rowsOf(browser, serving.address, entities, folder)));
    console.log(markdownTable(['entities · step', 'longest task ms', 'others over 50 ms', 'placed after s'], rows));
  } finally {
    await browser.close();
    await serving.close();
    rmSync(folder, { recursive: true });
  }
}

await main();
