import { readFileSync } from 'node:fs';
import type { Browser } from '@playwright/test';
import { expect, faultsOf, test } from './story';
import { Explorer } from './pages/Explorer';

const HUAWEI = 'Huawei Technologies Co., Ltd.';

/** A view made by hand: moved, hidden, pinned, added, filtered, asked and looked at from near. */
async function makeByHand(explorer: Explorer): Promise<void> {
  const { chart, inspector, filters, trace, search, page } = explorer;
  await search.choose('Intelsat', 'Intelsat');
  await expect(chart.entity('Intelsat')).toHaveCount(1);
  const places = await chart.fitted();
  await chart.drag(places.get('huawei')!, { x: -40, y: 70 });
  await expect(explorer.undo).toHaveAccessibleName('Undo: Move Huawei');
  await chart.entity('Koryolink').press('Enter');
  await inspector.action('Pin').click();
  await chart.entity('Orascom Telecom Holding').press('Enter');
  await inspector.action('Hide').click();
  await trace.ask('Huawei', 'Koryolink');
  await expect(trace.active).toContainText('1 hop');
  await filters.show();
  await filters.box('Status', 'alleged').uncheck();
  await chart.entity(HUAWEI).press('Enter');
  await expect(inspector.title).toHaveText(HUAWEI);
  const area = (await chart.canvas.boundingBox())!;
  await page.mouse.move(area.x + area.width / 3, area.y + area.height / 2);
  await page.mouse.wheel(0, -300);
  await chart.drag({ x: area.x + 6, y: area.y + area.height - 40 }, { x: 30, y: -20 });
}

/** Hidden, pinned and looked at from near. */
async function makeView({ chart, inspector, page }: Explorer): Promise<void> {
  await chart.entity('Intelsat').press('Enter');
  await inspector.action('Hide').click();
  await chart.entity('Koryolink').press('Enter');
  await inspector.action('Pin').click();
  const area = (await chart.canvas.boundingBox())!;
  await page.mouse.move(area.x + area.width / 3, area.y + area.height / 2);
  await page.mouse.wheel(0, -300);
}

/** What a colleague would compare on the two screens. */
async function seen({ chart, inspector, drawnLine, trace }: Explorer) {
  const { chart: drawn, filter, trace: asked, selection } = await chart.frozen();
  return {
    told: await chart.told(), line: await drawnLine.innerText(), title: await inspector.title.innerText(),
    route: await trace.active.allInnerTexts(), drawn, filter, routes: asked?.answer.routes, selection,
  };
}

async function colleague(browser: Browser, link: string, size = { width: 1280, height: 800 }) {
  const context = await browser.newContext({ viewport: size, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const faults = faultsOf(page, new URL(link).origin);
  const theirs = new Explorer(page, faults);
  await page.goto(link);
  await expect(theirs.chart.sentences).toBeAttached();
  return theirs;
}

// Two screens, and a data snapshot of each, take longer than one.
test.slow();
test.beforeEach(({ context }) => context.grantPermissions(['clipboard-read', 'clipboard-write']));

test('a link opens the view that was made by hand: moved, hidden, pinned, added, filtered, asked, and seen from where it was', async ({
  explorer, browser,
}) => {
  await explorer.open();
  await makeByHand(explorer);
  const here = await seen(explorer);
  expect(here.drawn.camera).toBeDefined();
  expect(here.drawn.pinned).toContain('koryolink');
  const mine = await explorer.chart.canvas.screenshot();
  const link = await explorer.sharing.copy();
  expect(link.length).toBeLessThan(8000);

  const theirs = await colleague(browser, link);
  await expect(theirs.inspector.title).toHaveText(HUAWEI);
  await expect(theirs.chart.sentences).toContainText('is highlighted');
  expect(await seen(theirs)).toEqual(here);
  await expect(theirs.page.locator('.notice')).toHaveCount(0);
  await expect.poll(async () => (await theirs.chart.canvas.screenshot()).equals(mine)).toBe(true);

  await theirs.chart.entity(HUAWEI).press('h');
  await expect(theirs.chart.entity(HUAWEI)).toHaveCount(0);
  await theirs.reload();
  await expect(theirs.chart.entity(HUAWEI)).toHaveCount(0);
  expect(theirs.faults).toEqual([]);
  await theirs.page.context().close();
});

test('in a smaller window a link shows at least what was seen', async ({ explorer, browser, page }) => {
  await explorer.open();
  const { chart } = explorer;
  const area = (await chart.canvas.boundingBox())!;
  await page.mouse.move(area.x + area.width / 2, area.y + area.height / 2);
  await page.mouse.wheel(0, -300);
  const link = await explorer.sharing.copy();
  const { x, y, width, height } = (await chart.frozen()).chart.camera!;
  const theirs = await colleague(browser, link, { width: 900, height: 700 });
  await expect(theirs.drawnLine).toBeVisible();
  const its = (await theirs.chart.frozen()).chart.camera!;
  expect(its).toEqual({ x, y, width, height });
  await theirs.page.context().close();
});

test('a link whose chart was cut off on its way says so, and opens the case with its question', async ({ explorer, browser }) => {
  await explorer.open();
  await makeByHand(explorer);
  const link = await explorer.sharing.copy();
  const theirs = await colleague(browser, link.slice(0, -200));
  await expect(theirs.notices).toContainText('The chart in this link is damaged');
  await expect(theirs.chart.sentences).toContainText('is highlighted');
  expect(theirs.faults).toEqual([]);
  await theirs.page.context().close();
});

test('a link that is too long is not given out: Share says so and saves a file, which opens with the view', async ({
  explorer, page,
}, info) => {
  const { sources, entities } = JSON.parse(readFileSync('graph-data/north-korea-telecom.json', 'utf8')) as {
    sources: { id: string }[];
    entities: { id: string }[];
  };
  const avoid = entities.map((e) => e.id).filter((id) => !['huawei', 'koryolink'].includes(id));
  const long = `avoid=${avoid.join(',')}&sources=${sources.map((s) => s.id).join(',')}`;
  await explorer.open(`?case=north-korea-telecom&perspective=everything&from=huawei&to=koryolink&${long}`);
  await explorer.chart.entity('Koryolink').press('Enter');
  await explorer.inspector.action('Pin').click();
  await explorer.sharing.open();
  await expect(explorer.sharing.dialog).toContainText(/would have \d+,\d{3} characters/);
  await expect(explorer.sharing.dialog.getByRole('button', { name: 'Copy link' })).toHaveCount(0);
  const told = await explorer.chart.told();
  const download = await explorer.sharing.save();
  const path = info.outputPath('view.json');
  await download.saveAs(path);
  await explorer.drop(path);
  await expect(explorer.notices).toContainText('is open in place of');
  await expect.poll(() => explorer.chart.told()).toEqual(told);
  expect(page.url()).not.toContain('#');
});

test('a file of one’s own is shared as a file with its view, never as a link', async ({ explorer }, info) => {
  const { chart, inspector, sharing } = explorer;
  await explorer.openNetworks();
  const mine = info.outputPath('mine.json');
  await (await explorer.snapshots.save('Data that opens here again')).saveAs(mine);
  await explorer.drop(mine);
  await expect(explorer.notices).toContainText('is open in place of');
  await chart.entity('Intelsat').press('Enter');
  await inspector.action('Hide').click();
  await chart.entity('Koryolink').press('Enter');
  await inspector.action('Pin').click();
  const places = await chart.fitted();
  await chart.drag((places.get('zte') ?? places.get('star-jv'))!, { x: 30, y: -40 });
  const told = await chart.told();
  const { positions, pinned } = (await chart.frozen()).chart;
  await sharing.open();
  await expect(sharing.dialog).toContainText('a link to it would not open anywhere else');
  await expect(sharing.link).toHaveCount(0);
  const sent = info.outputPath('sent.json');
  await (await sharing.save()).saveAs(sent);
  await explorer.open('?case=north-korea-telecom');
  await explorer.drop(sent);
  await expect.poll(() => chart.told()).toEqual(told);
  const opened = (await chart.frozen()).chart;
  expect({ positions: opened.positions, pinned: opened.pinned }).toEqual({ positions, pinned });
});

test('the whole case is shared as a file that opens with the view, what is hidden included', async ({ explorer, page }, info) => {
  // A browser that lets files be chosen asks where to; this one downloads.
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  await explorer.openNetworks();
  const mine = info.outputPath('mine.json');
  await (await explorer.snapshots.save('Data that opens here again')).saveAs(mine);
  await explorer.drop(mine);
  await expect(explorer.notices).toContainText('is open in place of');
  await makeView(explorer);
  const here = await seen(explorer);
  await explorer.sharing.open();
  const saving = page.waitForEvent('download');
  await explorer.sharing.dialog.getByRole('button', { name: 'Save the whole case' }).click();
  const sent = info.outputPath('sent.case.json');
  await (await saving).saveAs(sent);
  await explorer.open('?case=north-korea-telecom');
  await explorer.drop(sent);
  await expect.poll(() => explorer.chart.told()).toEqual(here.told);
  await explorer.report.close.click();
  const { camera: _camera, ...drawn } = here.drawn;
  expect((await explorer.chart.frozen()).chart).toEqual(drawn);
  await expect(explorer.drawnLine).toContainText('1 entity hidden by hand');
});

test('Back and Forward keep the work: what was moved, hidden, pinned and added, and the answer', async ({ explorer, page }) => {
  const { chart, inspector } = explorer;
  await explorer.open();
  await makeByHand(explorer);
  const first = await seen(explorer);
  await page.getByRole('heading', { name: 'Throughline' }).click();
  await page.keyboard.press(']');
  await expect(page).toHaveURL(/route=2/);
  await chart.entity('Sunnet').press('Enter');
  await inspector.action('Hide').click();
  await chart.entity(HUAWEI).press('Enter');
  await inspector.action('Pin').click();
  const places = await chart.fitted();
  await chart.drag(places.get('loxley')!, { x: 30, y: 30 });
  await expect(explorer.undo).toHaveAccessibleName(/Undo: Move Loxley/);
  const last = await seen(explorer);
  await page.goBack();
  await expect.poll(() => chart.told()).toEqual(first.told);
  expect(await seen(explorer)).toEqual(first);
  await page.goForward();
  await expect.poll(() => chart.told()).toEqual(last.told);
  expect(await seen(explorer)).toEqual(last);
  await page.goBack();
  await expect.poll(() => chart.told()).toEqual(first.told);
  await explorer.undo.click();
  await expect.poll(() => chart.told()).toEqual(last.told);
});
