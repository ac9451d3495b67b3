import { readFile, writeFile } from 'node:fs/promises';
import { expect, faultsOf, test } from './story';
import { Explorer } from './pages/Explorer';

test('the work in hand survives a reload: what was hidden, moved, pinned, filtered, asked and looked at', async ({ explorer }) => {
  const { chart, inspector, trace, time } = explorer;
  await explorer.openNetworks();
  await chart.entity('Koryolink').press('Enter');
  await inspector.action('Pin').click();
  const places = await chart.fitted();
  await chart.drag(places.get('zte') ?? places.get('star-jv')!, { x: 30, y: -40 });
  await chart.entity('Intelsat').press('Enter');
  await inspector.action('Hide').click();
  await time.show('2009–2019');
  await trace.ask('Huawei', 'Koryolink');
  await expect(trace.active).toContainText('1 hop');
  await chart.entity('Loxley Public Company').press('Enter');
  await expect(inspector.title).toHaveText('Loxley Public Company');
  const [told, drawn, positions] = [await chart.told(), await explorer.drawnLine.innerText(), (await chart.frozen()).chart.positions];

  await explorer.reload();
  await expect(explorer.drawnLine).toHaveText(drawn);
  await expect.poll(() => chart.told()).toEqual(told);
  await expect(inspector.title).toHaveText('Loxley Public Company');
  await expect(time.asOf).toHaveValue('2009–2019');
  await expect(trace.active).toContainText('1 hop');
  expect((await chart.frozen()).chart.positions).toEqual(positions);
});

test('a route that was let go is not taken up again by a reload', async ({ explorer, page }) => {
  const { trace, chart } = explorer;
  await explorer.open();
  await trace.ask('Huawei', 'Koryolink');
  await expect(trace.active).toContainText('1 hop');
  await page.getByRole('heading', { name: 'Throughline' }).click();
  await page.keyboard.press('Escape');
  await expect(trace.active).toHaveCount(0);
  await explorer.reload();
  await expect(trace.routes).not.toHaveCount(0);
  await expect(trace.active).toHaveCount(0);
  await expect(chart.sentences).not.toContainText('is highlighted');
});

test('a file of one’s own is still open after a reload', async ({ explorer }, info) => {
  await explorer.openNetworks();
  const download = await explorer.snapshots.save('Data that opens here again');
  const path = info.outputPath('mine.json');
  await download.saveAs(path);
  await explorer.chart.entity('Intelsat').press('Enter');
  await explorer.drop(path);
  await expect(explorer.notices).toContainText('is open in place of');
  await explorer.chart.entity('Koryolink').press('Enter');
  await explorer.inspector.action('Hide').click();
  await expect(explorer.drawnLine).toContainText('1 entity hidden by hand');
  const told = await explorer.chart.told();
  await explorer.reload();
  await expect.poll(() => explorer.chart.told()).toEqual(told);
  await expect(explorer.chart.entity('Koryolink')).toHaveCount(0);
});

test('a link shows a colleague the same view', async ({ explorer, browser, page, baseURL }) => {
  const { trace, chart } = explorer;
  await explorer.open();
  await trace.ask('Huawei', 'Koryolink');
  await expect(trace.routes).not.toHaveCount(0);
  await page.getByRole('heading', { name: 'Throughline' }).click();
  await page.keyboard.press(']');
  await expect(trace.active).toContainText('Panda International');
  await expect(page).toHaveURL(/\?case=north-korea-telecom&from=huawei&to=koryolink&route=2$/);
  const [told, route] = [await chart.told(), await trace.active.innerText()];

  const context = await browser.newContext({ baseURL: baseURL!, viewport: { width: 1280, height: 800 } });
  const theirs = await context.newPage();
  const faults = faultsOf(theirs, new URL(baseURL!).origin);
  const colleague = new Explorer(theirs);
  await colleague.open(new URL(page.url()).search);
  await expect.poll(() => colleague.trace.active.innerText()).toBe(route);
  await expect.poll(() => colleague.chart.told()).toEqual(told);
  expect(faults).toEqual([]);
  await context.close();
});

test('Share copies the link; that of a view as its editor drew it is short', async ({ explorer, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await explorer.open('?case=north-korea-telecom&from=huawei&to=koryolink&route=2');
  await expect(explorer.trace.active).toContainText('Panda International');
  expect(await explorer.sharing.copy()).toBe(page.url());
});

test('Back and Forward go from view to view', async ({ explorer, page }) => {
  const { trace } = explorer;
  await explorer.open('?case=north-korea-telecom&from=huawei&to=koryolink&route=1');
  await expect(trace.active).toContainText('1 hop');
  await trace.route('through', 'Panda International').first().getByRole('button').first().click();
  await expect(trace.active).toContainText('Panda International');
  await page.goBack();
  await expect(trace.active).toContainText('1 hop');
  await page.goForward();
  await expect(trace.active).toContainText('Panda International');
});

test('two tabs keep their work apart: each file is there after a reload, and a new tab offers both', async ({
  explorer, context, page, baseURL,
}, info) => {
  await explorer.openNetworks();
  const download = await explorer.snapshots.save('Data that opens here again');
  const first = JSON.parse(await readFile(await download.path(), 'utf8')) as { title: string };
  const paths = await Promise.all(
    ['File of the first tab', 'File of the second tab'].map(async (title, i) => {
      const path = info.outputPath(`${i}.json`);
      await writeFile(path, JSON.stringify({ ...first, title }));
      return path;
    }),
  );
  const tab = async () => {
    const other = await context.newPage();
    const faults = faultsOf(other, new URL(baseURL!).origin);
    return new Explorer(other, faults);
  };
  const open = async (on: Explorer, path: string) => {
    await on.drop(path);
    await expect(on.notices).toContainText('is open in place of');
  };
  const second = await tab();
  await second.open();
  await open(explorer, paths[0]!);
  await explorer.chart.entity('Koryolink').press('Enter');
  await explorer.inspector.action('Hide').click();
  await expect(explorer.chart.entity('Koryolink')).toHaveCount(0);
  await second.page.bringToFront();
  await open(second, paths[1]!);
  await second.chart.entity('Intelsat').press('Enter');
  await second.inspector.action('Hide').click();
  await expect(second.chart.entity('Intelsat')).toHaveCount(0);

  await page.bringToFront();
  await explorer.reload();
  await expect(explorer.datasets.title).toContainText('File of the first tab');
  await expect(explorer.chart.entity('Koryolink')).toHaveCount(0);
  await expect(explorer.chart.entity('Intelsat')).toHaveCount(1);
  await second.page.bringToFront();
  await second.reload();
  await expect(second.datasets.title).toContainText('File of the second tab');
  await expect(second.chart.entity('Intelsat')).toHaveCount(0);
  await expect(second.chart.entity('Koryolink')).toHaveCount(1);

  const copying = context.waitForEvent('page');
  await second.page.evaluate(() => void window.open(location.href));
  const copy = new Explorer(await copying);
  await expect(copy.datasets.title).toContainText('File of the second tab');
  const names = await Promise.all([second, copy].map((e) => e.page.evaluate(() => sessionStorage.getItem('throughline-tab'))));
  expect(new Set(names).size).toBe(2);
  await copy.page.close();

  await page.close();
  const third = await tab();
  await third.open();
  await third.datasets.title.click();
  await third.page.getByRole('menuitem', { name: /^Open a file/ }).click();
  const earlier = third.datasets.dialog.getByRole('region', { name: 'Earlier work in this browser' });
  await expect(earlier.getByRole('button', { name: /File of the second tab.*open in another tab/ })).toHaveCount(1);
  await third.page.screenshot({ path: info.outputPath('earlier.png') });
  await earlier
    .getByRole('button', { name: /File of the first tab/ })
    .first()
    .click();
  await expect(third.datasets.title).toContainText('File of the first tab');
  await expect(third.chart.entity('Koryolink')).toHaveCount(0);
  expect([...second.faults, ...third.faults]).toEqual([]);
});
