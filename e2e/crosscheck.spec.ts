import { axeViolations } from './pages/axeViolations';
import { expect, test } from './story';

test('a pasted list is matched in one pass, and the matrix says who of it is tied to whom', async ({ explorer, page }) => {
  await explorer.open();
  await page.keyboard.press('Shift+X');
  const panel = page.getByRole('tabpanel', { name: 'List' });
  const field = panel.getByRole('textbox', { name: /^Names, one a line/ });
  await expect(field).toBeFocused();
  await field.fill('Huawei\nOrascom\nLoxley\nTransTeleCom\nChina Unicom\nPanda International\nKorea Post\nAcme Bananas');
  await panel.getByRole('button', { name: 'Check' }).click();
  await expect(panel).toContainText('7 of 8 names were taken for an entity; for 1 there is nobody.');
  await expect(panel).toContainText(/of 21 pairs are tied within 3 hops/);
  expect(await axeViolations(page)).toEqual([]);

  const cell = panel.getByRole('button', { name: /^Huawei and Panda International: 1 hop/ }).first();
  await cell.click();
  await expect(cell).toHaveAttribute('aria-pressed', 'true');
  await expect(panel).toContainText('stands on the best route of');

  await panel.getByRole('radiogroup', { name: 'Who Loxley is' }).getByRole('radio', { name: 'none of these' }).check();
  await expect(panel).toContainText('6 of 8 names were taken for an entity; 1 is left open, and for 1 there is nobody.');
  await expect(panel).toContainText(/of 15 pairs are tied within 3 hops/);

  const saved = page.waitForEvent('download');
  await panel.getByRole('button', { name: 'Workbook' }).click();
  expect((await saved).suggestedFilename()).toBe('crosscheck.xlsx');
});
