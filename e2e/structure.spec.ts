import { TablePane } from './pages/TablePane';
import { expect, test } from './story';

test('communities as colour, betweenness as size: on the boxes, in the legend with what they cannot tell, in the address', async ({
  explorer, page,
}) => {
  const { chart } = explorer;
  await explorer.open();
  await page.getByRole('banner').getByRole('button', { name: 'Chart', exact: true }).click();
  await page.getByRole('menu', { name: 'Chart' }).getByRole('menuitem', { name: 'Community, as colour' }).click();
  await expect(explorer.legend).toContainText('by its number: community');
  await expect(explorer.legend).toContainText('never a finding');
  await expect(page).toHaveURL(/by=community/);
  expect((await chart.frozen()).chart.shown).toMatchObject({ figure: 'community', as: 'colour' });

  await explorer.undo.click();
  await expect(explorer.legend).not.toContainText('community');
  await page.keyboard.press('Control+k');
  await explorer.palette.field.fill('size entities by betweenness');
  await page.keyboard.press('Enter');
  await expect(explorer.legend).toContainText('larger, and the number in the corner');
});

test('the table of entities is ordered by where they stand in the whole network', async ({ explorer }) => {
  const { table } = explorer;
  await explorer.open();
  await explorer.switchToTable.click();
  await TablePane.sortBy(table.entities, 'Between');
  const [most] = await TablePane.column(table.entities, 'Between');
  expect(Number.parseFloat(most!)).toBeGreaterThan(5);
  await expect(table.entities.getByRole('columnheader', { name: 'Between' })).toHaveAttribute('aria-sort', 'descending');
});

test('the named views of the case open from the palette and the dataset menu, each with its title and summary', async ({
  explorer, page,
}) => {
  await explorer.open();
  await page.keyboard.press('Control+k');
  await explorer.palette.field.fill('sawiris');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/perspective=sawiris/);
  const sawiris = await explorer.counts();
  await explorer.datasets.title.click();
  await page.getByRole('menuitem', { name: /^Who carries the traffic/ }).click();
  await expect(page).toHaveURL(/perspective=traffic/);
  expect(await explorer.counts()).not.toEqual(sawiris);
});
