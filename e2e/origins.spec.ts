import { axeViolations } from './pages/axeViolations';
import { expect, test } from './story';

test('sources that copy one another are told, shown as a tree, and said so in the form of a source', async ({ explorer, page }) => {
  await explorer.open();
  await page.keyboard.press('Shift+E');
  const checks = page.getByRole('tabpanel', { name: 'Checks' });
  const copied = checks.getByRole('region', { name: 'Several publishers, one origin' });
  await expect(copied).toContainText('Yonhap and 38 North say so, and it goes back to one: 38 North.');
  await copied.getByRole('listitem').getByRole('button').click();
  const { panel } = explorer.inspector;
  await expect(panel.locator('.claim-origins')).toContainText('Article on Koryolink and surveillance');
  for (const theme of ['Light', 'Dark'] as const) {
    await explorer.setTheme(theme);
    expect(await axeViolations(page)).toEqual([]);
  }

  await panel.locator('.claim', { has: page.locator('.claim-origins') }).getByRole('button', { name: 'Edit source' }).click();
  const form = page.getByRole('dialog', { name: 'Edit this source' });
  const origins = form.getByRole('list', { name: 'Copies, translates or reports' });
  await expect(origins.getByRole('button')).toHaveText(/38 North/);
  expect(await axeViolations(page)).toEqual([]);
  await origins.getByRole('button').click();
  const choice = form.getByRole('combobox', { name: /Copies, translates or reports/ });
  await choice.fill('asia-times-2019-07');
  await expect(origins.getByRole('button')).toHaveText(/Asia Times/);
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(panel.locator('.claim-origins')).toContainText('North Korean telephony hung up in a trade war');
  await expect(copied).not.toContainText('goes back to one: 38 North');
  await explorer.undo.click();
  await expect(panel.locator('.claim-origins')).toContainText('Article on Koryolink and surveillance');
  await expect(copied).toContainText('goes back to one: 38 North');
});

test('what holds a group of the overview together is told with the source that it depends on', async ({ explorer, page }) => {
  await explorer.open();
  await page.keyboard.press('m');
  await page.getByRole('dialog', { name: 'Overview' }).getByRole('button', { name: /^What holds the group of .* together\?$/ }).first().click();
  const group = page.getByRole('tabpanel', { name: 'Group' });
  await expect(group).toContainText('The group of ');
  await expect(group).toContainText('It depends most on one source');
  for (const theme of ['Light', 'Dark'] as const) {
    await explorer.setTheme(theme);
    expect(await axeViolations(page)).toEqual([]);
  }
  await group.getByRole('region', { name: 'Who ties it to the rest' }).getByRole('button').first().click();
  await expect(explorer.inspector.title).toBeVisible();
  await page.keyboard.press('Shift+W');
  await expect(group).toContainText('What is drawn.');
});
