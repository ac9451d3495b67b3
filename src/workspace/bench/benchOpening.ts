import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { Explorer } from '../../../e2e/pages/Explorer';
import { BROWSER_ARGS, findBrowser } from '../../../e2e/findBrowser';
import { serve } from '../../server';
import { makeLargeFtmFile } from '../../../e2e/largeFtmFile';

/**
 * `npm run bench:opening [-- MEGABYTES [PICTURES]]`: opens a made-up FollowTheMoney file of 200 MB in the built app in a real
 * browser and prints how long it took, the longest task of the page's own thread meanwhile, and the most memory that
 * the page with its workers had; then how long the first and a second search take. With a folder for pictures it takes
 * one of the progress in each theme.
 */
const APP = process.env.THROUGHLINE_APP ?? join(import.meta.dirname, '../../../dist/app');
const MEGABYTES = Number(process.argv[2] ?? 200);
const PICTURES = process.argv[3];
const PATIENCE = 3 * 60_000;

/** The most memory that a renderer of the browser had since it was asked first, in MB; the page and its workers are in one. */
class Memory {
  most = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  async watch(browser: Browser): Promise<void> {
    const session = await browser.newBrowserCDPSession();
    this.#timer = setInterval(() => {
      void session.send('SystemInfo.getProcessInfo').then(({ processInfo }) => {
        const ids = processInfo.filter((p) => p.type === 'renderer').map((p) => p.id);
        for (const id of ids) this.most = Math.max(this.most, residentOf(id));
      });
    }, 250);
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}

function residentOf(id: number): number {
  try {
    return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(id)], { encoding: 'utf8' })) / 1000;
  } catch {
    // The process has ended between being named and being asked.
    return 0;
  }
}

async function measured<T>(work: () => Promise<T>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

/** Tasks of more than 50 ms, which is from where the browser tells of them, since it was called. */
async function watchTasks(page: Page): Promise<() => Promise<number[]>> {
  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(window, { tasks });
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map((entry) => entry.duration))).observe({ type: 'longtask' });
  });
  return () => page.evaluate(() => (window as unknown as { tasks: number[] }).tasks);
}

async function takePictures(page: Page): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    await page.getByText(/ (s|min) left/).waitFor({ timeout: PATIENCE });
    await page.screenshot({ path: join(PICTURES!, `opening-${theme}.png`) });
  }
}

/** How long it takes until the company of this line of the file is found by its name. */
async function timeOfSearch(explorer: Explorer, path: string, line: number): Promise<number> {
  const { caption } = JSON.parse(readFileSync(path, { encoding: 'utf8' }).split('\n', line + 1)[line]!) as { caption: string };
  return measured(async () => {
    await explorer.search.find(caption);
    await explorer.search.hits.filter({ hasText: caption }).first().waitFor({ timeout: PATIENCE });
  });
}

async function main(): Promise<void> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('No Chromium was found. Install one, or run "npx playwright install chromium".');
  if (!existsSync(APP)) throw new Error('The app is not built. Run "npm run build" first.');
  const folder = mkdtempSync(join(tmpdir(), 'throughline-bench-'));
  const path = join(folder, 'large.ftm.json');
  const records = makeLargeFtmFile({ path, bytes: MEGABYTES * 1e6 });
  const serving = await serve({ app: APP, port: 0 });
  const browser = await chromium.launch({ executablePath, args: BROWSER_ARGS });
  const memory = new Memory();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, baseURL: serving.address });
    const explorer = new Explorer(page);
    await explorer.open();
    await page.waitForTimeout(3000);
    const tasks = await watchTasks(page);
    await memory.watch(browser);
    await explorer.datasets.chooseFile(path);
    const opening = measured(() => explorer.notices.getByText(/is open in place of/).waitFor({ timeout: PATIENCE }));
    if (PICTURES) await takePictures(page);
    const seconds = await opening;
    await page.waitForTimeout(2000);
    const long = (await tasks()).sort((a, b) => b - a);
    console.log(`${records.toLocaleString('en')} records, ${(statSync(path).size / 1e6).toFixed(0)} MB: opened in ${seconds.toFixed(1)} s, at most ${memory.most.toFixed(0)} MB of memory; ${long.length} tasks over 50 ms, the longest ${(long[0] ?? 0).toFixed(0)} ms`);
    const [first, second] = [await timeOfSearch(explorer, path, 0), await timeOfSearch(explorer, path, 1)];
    const after = (await tasks()).sort((a, b) => b - a);
    console.log(`first search ${first.toFixed(1)} s, second ${second.toFixed(1)} s; at most ${memory.most.toFixed(0)} MB of memory; the longest task ${(after[0] ?? 0).toFixed(0)} ms`);
  } finally {
    memory.stop();
    await browser.close();
    await serving.close();
    rmSync(folder, { recursive: true });
  }
}

await main();
