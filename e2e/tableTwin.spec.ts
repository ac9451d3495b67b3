import { TablePane } from './pages/TablePane';
import { expect, test } from './story';

test('the tables hold what the chart draws, no more and no less', async ({ explorer }) => {
  const { table } = explorer;
  await explorer.open();
  const drawn = await explorer.counts();
  await explorer.switchToTable.click();
  await expect.poll(() => TablePane.length(table.entities)).toBe(drawn.entities);
  await table.showRelationships.click();
  await expect.poll(() => TablePane.length(table.relationships)).toBe(drawn.relationships);
  await explorer.time.show('2003');
  await expect.poll(() => TablePane.length(table.relationships)).toBe((await explorer.counts()).relationships);
  expect((await explorer.counts()).relationships).toBeLessThan(drawn.relationships);
});

test('a heading sorts up, then down, and figures by size', async ({ explorer }) => {
  const { table } = explorer;
  await explorer.open();
  await explorer.switchToTable.click();
  const sorted = (names: string[], by: (a: string, b: string) => number) => [...names].sort(by);
  const byName = (a: string, b: string) => a.localeCompare(b, 'en', { sensitivity: 'base', numeric: true });

  await TablePane.sortBy(table.entities, 'Name');
  await expect(table.entities.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'ascending');
  const up = await TablePane.column(table.entities, 'Name');
  expect(up).toEqual(sorted(up, byName));
  await TablePane.sortBy(table.entities, 'Name');
  await expect(table.entities.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'descending');
  const down = await TablePane.column(table.entities, 'Name');
  expect(down).toEqual(sorted(down, (a, b) => byName(b, a)));
  expect(down[0]).not.toBe(up[0]);

  await TablePane.sortBy(table.entities, 'Ties');
  await expect(table.entities.getByRole('columnheader', { name: 'Ties' })).toHaveAttribute('aria-sort', /ascending|descending/);
  const ties = (await TablePane.column(table.entities, 'Ties')).map(Number);
  const descending = (await table.entities.getByRole('columnheader', { name: 'Ties' }).getAttribute('aria-sort')) === 'descending';
  expect(ties).toEqual([...ties].sort((a, b) => (descending ? b - a : a - b)));
  expect(new Set(ties).size).toBeGreaterThan(1);
});

test('typing narrows the rows, and says when none is left', async ({ explorer }) => {
  const { table } = explorer;
  await explorer.open();
  await explorer.switchToTable.click();
  await table.filter.fill('panda');
  await expect(TablePane.rows(table.entities).first()).toContainText('Panda');
  for (const row of await TablePane.rows(table.entities).allInnerTexts()) expect(row.toLowerCase()).toContain('panda');
  await table.filter.fill('zzzz');
  await expect(TablePane.rows(table.entities)).toHaveCount(0);
  await expect(table.entities).toContainText('“zzzz”');
});

test('tables and chart select in step', async ({ explorer, page }) => {
  const { table, inspector, chart } = explorer;
  await explorer.open();
  await explorer.switchToTable.click();
  await table.filter.fill('koryolink');
  await TablePane.rows(table.entities).filter({ hasText: /^\s*Koryolink/ }).first().click();
  await expect(inspector.title).toHaveText('Koryolink');
  await explorer.switchToChart.click();
  await expect(chart.sentences.locator('[aria-current]').first()).toContainText('Koryolink');

  const places = await chart.fitted();
  await page.mouse.click(places.get('huawei')!.x, places.get('huawei')!.y);
  await expect(inspector.title).toContainText('Huawei');
  await page.keyboard.press('v');
  const chosen = table.entities.getByRole('row', { selected: true });
  await expect(chosen).toContainText('Huawei');
  await expect(chosen).toBeInViewport();
});

test('a row is reached and chosen with the keyboard', async ({ explorer, page }) => {
  const { table, inspector } = explorer;
  await explorer.open();
  await explorer.switchToTable.click();
  await table.showRelationships.click();
  await table.relationships.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(inspector.claims).not.toHaveCount(0);
  await expect(table.relationships.getByRole('row', { selected: true })).toHaveCount(1);
});
