import { expect, test } from './story';

test('the case is on screen at once: drawn, counted, with a legend and the time it spans', async ({ explorer, page }) => {
  await explorer.open();
  await expect(explorer.datasets.title).toContainText('phone networks');
  expect(await explorer.chart.inked(), 'pixels of the chart that are not its ground').toBeGreaterThan(5_000);
  const { entities, relationships } = await explorer.counts();
  expect(entities, 'few enough to be read at a look').toBeLessThanOrEqual(26);
  expect(entities).toBeGreaterThanOrEqual(22);
  expect(relationships).toBeGreaterThanOrEqual(45);
  await expect.poll(async () => (await explorer.chart.entities()).length, 'entities that the chart tells of').toBe(entities);
  await expect(explorer.chart.entity('Koryolink')).toContainText('network');
  await expect(explorer.time.firstYear).toHaveAttribute('aria-valuenow', /^(19|20)\d\d$/);
  const drawn = await page.evaluate(() => performance.getEntriesByName('throughline:drawn')[0]!.startTime);
  expect(drawn, 'ms from the call of the page to the picture').toBeLessThan(10_000);
});

test('the legend shows what is drawn and no more', async ({ explorer }) => {
  await explorer.open();
  const item = (name: string) => explorer.legend.getByRole('listitem').filter({ hasText: new RegExp(`^${name}$`) });
  for (const name of [
    'ownership', 'venture', 'supply', 'alleged', 'disputed', 'ended', 'joint venture', 'person',
  ]) await expect(item(name)).toBeVisible();
  await expect(item('denied')).toHaveCount(0);
  await explorer.filters.show();
  await explorer.filters.box('Entities', /people|persons/).uncheck();
  await expect(item('person')).toHaveCount(0);
});

test('the line above the chart says what is left out, and shows it when asked', async ({ explorer }) => {
  await explorer.open();
  await expect(explorer.drawnLine).toContainText(/hidden: .*\d+ denied/);
  const before = await explorer.counts();
  await explorer.drawnLine.getByRole('button', { name: 'show' }).click();
  await expect(explorer.drawnLine).not.toContainText('hidden');
  expect((await explorer.counts()).relationships).toBeGreaterThan(before.relationships);
});

test('the picture is the same every time', async ({ explorer }) => {
  await explorer.open();
  let first = await explorer.chart.painted();
  await expect.poll(async () => first === (first = await explorer.chart.painted())).toBe(true);
  expect(first.length).toBeGreaterThan(20_000);
  for (let i = 0; i < 3; i += 1) {
    await explorer.open();
    // Compared in the page's own terms: a picture as text is long.
    await expect.poll(async () => (await explorer.chart.painted()) === first).toBe(true);
  }
});
