import { expect, test } from './story';
import { axeViolations } from './pages/axeViolations';

const BLOCK = [
  ['owner', 'company', 'share', 'from'], ['Dock Ltd', 'Pier Ltd', '51', '2001'], ['Koryolink', 'Pier Ltd', '60', '2001'],
].map((row) => row.join('\t')).join('\n');

test('a block of cells that is pasted over the tables is looked at, and entered as one step', async ({ page, explorer }) => {
  await explorer.open();
  await page.keyboard.press('n');
  await page.getByLabel('Source', { exact: true }).fill('A filing, A register');
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: 'Claim' }).press('Escape');
  await explorer.switchToTable.click();
  const { entities } = await explorer.counts();
  await explorer.table.showRelationships.click();
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    document.querySelector('[role="grid"]')!.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, BLOCK);
  const dialog = page.getByRole('dialog', { name: 'Enter pasted rows' });
  const outcome = dialog.getByRole('region', { name: 'What becomes of the rows' });
  await expect(outcome).toContainText('2 are new');
  await expect(outcome).toContainText('Dock Ltd owns 51 % of Pier Ltd (since 2001)');
  await expect(outcome).toContainText(/The shares in “Pier Ltd”.* add up to more than 100 %/);
  expect(await axeViolations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Enter', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(explorer.undo).toHaveAccessibleName('Undo: Enter 2 rows');
  expect((await explorer.counts()).entities).toBe(entities + 2);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await explorer.counts()).entities).toBe(entities);

  // The palette opens the same from any place.
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Paste rows');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Paste rows' }).getByRole('textbox').fill(BLOCK);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(outcome).toContainText('2 are new');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});
