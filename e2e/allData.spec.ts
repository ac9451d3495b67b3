import { spawnSync } from 'node:child_process';
import { axeViolations } from './pages/axeViolations';
import { expect, test } from './story';

test('all of a large file is listed in tables: sorted, found in and shown by keys, a page at a time', async ({ explorer, page }, info) => {
  const path = info.outputPath('register.throughline');
  const script = ['--import', 'tsx', 'src/store/packed/bench/makePackedFile.ts', path, '20000', '40000'];
  expect(spawnSync(process.execPath, script).status).toBe(0);
  await explorer.open();
  await explorer.drop(path);
  await expect(explorer.notices).toContainText('25 of the 20,000 entities');
  await page.keyboard.press('v');
  await page.getByRole('button', { name: 'All data' }).click();
  const table = page.getByRole('grid', { name: 'All entities' });
  const pane = page.locator('.table-pane');
  await expect(pane).toContainText('20,000 entities under the filter.');
  const row = (at: number) => table.locator(`[aria-rowindex="${at + 1}"]`);
  await expect(row(1)).toContainText(/company/);

  await table.getByRole('button', { name: 'Ties' }).click();
  const ties = async (at: number) => Number((await row(at).getByRole('gridcell').last().textContent())!.replace(',', ''));
  await expect.poll(() => ties(1)).toBeGreaterThan(100);
  expect(await ties(1)).toBeGreaterThanOrEqual(await ties(2));
  await table.focus();
  await page.keyboard.press('End');
  await expect(row(20_000)).toContainText(/company/);
  await page.keyboard.press('Home');
  const name = (await row(1).getByRole('gridcell').first().textContent())!;
  await page.keyboard.press('Enter');
  await expect(explorer.inspector.title).toHaveText(name);

  await page.getByPlaceholder('find by name').fill(name);
  await expect(pane).toContainText(`for “${name}”`);
  await expect(row(1)).toContainText(name);
  await page.getByRole('group', { name: 'Table of' }).getByRole('button', { name: 'Relationships' }).click();
  await expect(page.getByRole('grid', { name: 'All relationships' }).locator('[aria-rowindex="2"]')).toContainText(/since|–|reported|confirmed/);
  expect(await axeViolations(page)).toEqual([]);
  await page.getByPlaceholder('find by a party').fill('xyzzyx');
  await expect(pane).toContainText('0 relationships for “xyzzyx”.');
});
