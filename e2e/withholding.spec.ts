import { readFile } from 'node:fs/promises';
import { axeViolations } from './pages/axeViolations';
import { expect, test } from './story';

test('an entity is published under another name once every text that names it is rewritten or left out', async ({ explorer, page }) => {
  await explorer.open('?case=north-korea-telecom&from=huawei&to=koryolink&route=1');
  const { snapshots } = explorer;
  await snapshots.openDialog();
  const { dialog } = snapshots;
  await dialog.getByRole('radio', { name: /^Data/ }).check();
  await dialog.getByRole('button', { name: 'Withhold…' }).click();
  await dialog.getByRole('combobox', { name: 'What' }).selectOption({ label: 'Panda International' });
  await dialog.getByRole('textbox', { name: 'Published as' }).fill('Company A');
  await dialog.getByRole('button', { name: 'Withhold', exact: true }).click();
  const save = dialog.getByRole('button', { name: 'Save data' });
  await expect(dialog.getByText(/texts that name it are to be rewritten or left out/)).toBeVisible();
  await expect(save).toBeDisabled();
  await expect(dialog.getByText('What could still give it away')).toBeVisible();
  // A text that is no address can be put in other words.
  const texts = await dialog.locator('.telling textarea').evaluateAll((all) => all.map((text) => (text as HTMLTextAreaElement).value));
  const words = texts.findIndex((text) => !text.startsWith('http'));
  await dialog.locator('.telling textarea').nth(words).fill('An article on the company that carried the equipment.');
  await expect(dialog.locator('.telling li').nth(words)).toContainText('rewritten');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await axeViolations(page)).toEqual([]);
  }
  await dialog.getByRole('button', { name: 'Leave all out' }).click();
  await expect(dialog.getByText(/texts that name it are decided/)).toBeVisible();
  await dialog.getByRole('checkbox', { name: 'Say in the file that something is withheld' }).check();
  const saving = page.waitForEvent('download');
  await save.click();
  const text = await readFile(await (await saving).path(), 'utf8');
  expect(text).toContain('Company A');
  expect(text).toContain('An article on the company that carried the equipment.');
  expect(text).not.toMatch(/panda/i);
  expect(text).toContain('something is withheld');
});
