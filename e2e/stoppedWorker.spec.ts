import { writeFile } from 'node:fs/promises';
import type { Page, Worker } from '@playwright/test';
import { expect, test } from './story';

const NAMES = ['Alder Ltd', 'Birch plc', 'Cedar GmbH', 'Dogwood SA'];
const CHAIN = {
  format: 'throughline/1',
  id: 'chain',
  title: 'Four in a row',
  sources: [{ id: 'gazette', title: 'The Gazette', publisher: 'The Gazette', kind: 'news' }],
  entities: NAMES.map((name, i) => ({ id: `e${i}`, type: 'company', name })),
  relationships: NAMES.slice(1).map((_, i) => ({
    id: `r${i}`, type: 'owns', from: `e${i}`, to: `e${i + 1}`, share: 60, claims: [{ source: 'gazette', stance: 'asserts' }],
  })),
};

/** The worker of a kind, once there is one only: that of what was open before ends after another file is open. */
async function workerOf(page: Page, kind: 'storeWorker' | 'layoutWorker'): Promise<Worker> {
  const those = () => page.workers().filter((w) => w.url().includes(kind));
  await expect.poll(() => those().length).toBe(1);
  return those()[0]!;
}

/** Ends a worker as a browser does: the page is told nothing. */
async function end(page: Page, kind: 'storeWorker' | 'layoutWorker'): Promise<void> {
  const worker = await workerOf(page, kind);
  const gone = new Promise((resolve) => worker.once('close', resolve));
  // It ends before it can answer that it does.
  void worker.evaluate(() => self.close()).catch(() => undefined);
  await gone;
}

/** From now on the worker answers nothing, so that a question is under way when it ends. Gives what it was asked since. */
async function keepSilent(page: Page): Promise<() => Promise<string>> {
  const worker = await workerOf(page, 'storeWorker');
  await worker.evaluate(() => {
    const heard: unknown[] = [];
    self.addEventListener('message', ({ data }: MessageEvent<{ argumentList?: unknown }>) => heard.push(data.argumentList));
    Object.assign(self, { heard, postMessage: () => undefined });
  });
  return () => worker.evaluate(() => JSON.stringify((self as unknown as { heard: unknown[] }).heard));
}

test('when the worker that holds the data ends, the question under way says so, the chart stays, and the next is answered', async ({
  explorer, page,
}, info) => {
  const { chart, trace, datasets } = explorer;
  const path = info.outputPath('chain.json');
  await writeFile(path, JSON.stringify(CHAIN));
  await explorer.open();
  await explorer.drop(path);
  await expect(datasets.title).toContainText('Four in a row');
  const [told, drawn] = [await chart.told(), await explorer.counts()];

  await trace.choose('from', 'Alder Ltd', 'Alder Ltd');
  await trace.to.fill('Dogwood SA');
  await expect(page.getByRole('option', { name: 'Dogwood SA' })).toBeVisible();
  const heard = await keepSilent(page);
  await page.getByRole('option', { name: 'Dogwood SA' }).click();
  await expect.poll(heard).toContain('"routes"');
  await end(page, 'storeWorker');
  await expect(page.getByRole('tabpanel', { name: 'Trace' })).toContainText(/holds the data has stopped.*The chart has not changed/);
  expect(await chart.told()).toEqual(told);
  expect(await explorer.counts()).toEqual(drawn);

  await trace.choose('to', 'Cedar GmbH', 'Cedar GmbH');
  await expect(trace.routes).toHaveCount(1);
  await expect(trace.routes.first()).toContainText('Birch plc');
});

test('a worker that ends while nobody asks is not noticed', async ({ explorer, page }) => {
  const { trace, chart } = explorer;
  await explorer.open();
  await trace.ask('Huawei', 'Koryolink');
  await expect(trace.routes).not.toHaveCount(0);
  const told = await chart.told();
  await end(page, 'storeWorker');
  expect(await chart.told()).toEqual(told);
  await trace.ask('Loxley', 'Orabank');
  await expect(trace.routes.first()).toContainText('Loxley');
  await expect(page.getByText('has stopped')).toHaveCount(0);
});

test('when the worker that lays out ends, the next layout has another', async ({ explorer, page }, info) => {
  const { chart } = explorer;
  const path = info.outputPath('chain.json');
  await writeFile(path, JSON.stringify(CHAIN));
  await explorer.open();
  await explorer.drop(path);
  await expect(chart.entity('Alder Ltd')).toBeAttached();
  await end(page, 'layoutWorker');
  await explorer.drop(path);
  await expect(explorer.notices).toContainText('is open in place of Four in a row');
  await expect(chart.entity('Alder Ltd')).toBeAttached();
  expect(page.workers().filter((w) => w.url().includes('layoutWorker'))).toHaveLength(1);
});
