import { expect, test } from './story';
import { axeViolations } from './pages/axeViolations';

test('an entity that is two is split by ticks, and two that are one are said to be the same', async ({ page, explorer }) => {
  await explorer.open();
  const place = (await explorer.chart.fitted()).get('koryolink')!;
  await page.mouse.click(place.x, place.y);
  const inspector = page.locator('.right-panel');
  await inspector.getByRole('button', { name: 'Split…' }).click();
  const dialog = page.getByRole('dialog', { name: /^Split Koryolink/ });
  await dialog.getByLabel('Name of the other').fill('Koryolink II');
  const ticks = dialog.getByRole('list', { name: 'What goes to the other' }).getByRole('checkbox');
  await ticks.first().check();
  expect(await axeViolations(page)).toEqual([]);
  const { entities, relationships } = await explorer.counts();
  await dialog.getByRole('button', { name: 'Split', exact: true }).click();
  await expect.poll(() => explorer.counts()).toEqual({ entities: entities + 1, relationships });
  await expect(inspector).toContainText('Koryolink II');

  await page.keyboard.press('n');
  await page.getByLabel('Source', { exact: true }).fill('A filing, A register');
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: 'Claim' }).press('Escape');
  await inspector.getByRole('button', { name: 'Same as…' }).click();
  const claim = page.getByRole('combobox', { name: 'Claim' });
  await expect(claim).toHaveValue('Koryolink II is the same as ');
  await page.keyboard.type('Koryolink');
  await page.keyboard.press('Enter');
  await inspector.getByRole('button', { name: 'Draw as one' }).click();
  await inspector.getByRole('button', { name: 'Take apart' }).click();
  await expect(inspector.getByRole('button', { name: 'Draw as one' })).toBeVisible();
});
