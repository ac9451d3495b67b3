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
 * the page with its workers had; how long a search takes that comes at once, while the names are being indexed, and a later one. With a
 * folder for pictures it takes one of the progress in each theme.
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

interface Task {
  ms: number;
  /** Seconds since the tasks are watched. */
  at: number;
}

/** Tasks of more than 50 ms, which is from where the browser tells of them, since it was called. */
async function watchTasks(page: Page): Promise<() => Promise<Task[]>> {
  await page.evaluate(() => {
    const tasks: { ms: number; at: number }[] = [];
    const start = performance.now();
    Object.assign(window, { tasks });
    new PerformanceObserver((list) =>
      tasks.push(...list.getEntries().map((entry) => ({ ms: entry.duration, at: (entry.startTime - start) / 1000 }))),
    ).observe({ type: 'longtask' });
  });
  return () => page.evaluate(() => (window as unknown as { tasks: Task[] }).tasks);
}

/** When each phase was first seen, asked ten times a second. */
function watchPhases({ opening }: Explorer): () => string[] {
  const start = performance.now();
  const seen = new Map<string, number>();
  const timer = setInterval(() => {
    const look = opening.bar.getAttribute('aria-valuetext', { timeout: 50 }).catch(() => null);
    void look.then((text) => {
      const phase = text?.split(' ', 1)[0];
      if (phase && !seen.has(phase)) seen.set(phase, performance.now() - start);
    });
  }, 100);
  return () => {
    clearInterval(timer);
    return [...seen].map(([phase, at]) => `${phase} from ${(at / 1000).toFixed(1)} s`);
  };
}

function taskList(tasks: readonly Task[]): string {
  return tasks.length === 0 ? 'none' : tasks.map(({ ms, at }) => `${ms.toFixed(0)} ms at ${at.toFixed(1)} s`).join(', ');
}

async function takePictures(page: Page): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    await page.getByText(/ (s|min) left/).waitFor({ timeout: PATIENCE });
    await page.screenshot({ path: join(PICTURES!, `opening-${theme}.png`) });
  }
}

/** The name of the company of this line of the file. */
function captionAt(path: string, line: number): string {
  return (JSON.parse(readFileSync(path, { encoding: 'utf8' }).split('\n', line + 1)[line]!) as { caption: string }).caption;
}

/** How long it takes until a company is found by its name. */
function timeOfSearch({ search }: Explorer, name: string): Promise<number> {
  return measured(async () => {
    await search.find(name);
    await search.hits.filter({ hasText: name }).first().waitFor({ timeout: PATIENCE });
  });
}

async function main(): Promise<void> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('No Chromium was found. Install one, or run "npx playwright install chromium".');
  if (!existsSync(APP)) throw new Error('The app is not built. Run "npm run build" first.');
  const folder = mkdtempSync(join(tmpdir(), 'throughline-bench-'));
  const path = join(folder, 'large.ftm.json');
  const records = makeLargeFtmFile({ path, bytes: MEGABYTES * 1e6 });
  const names = [captionAt(path, 0), captionAt(path, 1)] as const;
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
    const phases = watchPhases(explorer);
    if (PICTURES) await takePictures(page);
    const seconds = await opening;
    console.log(`phases: ${phases().join(', ')}`);
    const first = await timeOfSearch(explorer, names[0]);
    await page.waitForTimeout(2000);
    const long = await tasks();
    console.log(
      `${records.toLocaleString('en')} records, ${(statSync(path).size / 1e6).toFixed(0)} MB: opened in ${seconds.toFixed(1)} s, `
      + `at most ${memory.most.toFixed(0)} MB of memory; tasks over 50 ms: ${taskList(long)}`,
    );
    const second = await timeOfSearch(explorer, names[1]);
    const after = await tasks();
    console.log(
      `a search at once ${first.toFixed(2)} s, a later one ${second.toFixed(2)} s; at most ${memory.most.toFixed(0)} MB of memory; `
      + `tasks over 50 ms: ${taskList(after.slice(long.length))}`,
    );
  } finally {
    memory.stop();
    await browser.close();
    await serving.close();
    rmSync(folder, { recursive: true });
  }
}

await main();
