import { expect, test } from './story';
import { axeViolations } from './pages/axeViolations';

test('a note stands on the chart where it was written or at its entity, and a press on it changes it', async ({ page, explorer }) => {
  await explorer.open();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Write a note on the chart');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Write a note' }).getByRole('textbox').fill('Ask the register.');
  await page.getByRole('button', { name: 'Save' }).click();
  const slips = page.locator('.chart-note');
  await expect(slips).toHaveText(['Ask the register.']);
  await page.keyboard.press('f');
  const place = (await explorer.chart.fitted()).get('koryolink')!;
  await page.mouse.click(place.x, place.y);
  await page.getByRole('button', { name: 'Write a note' }).click();
  await page.getByRole('textbox', { name: 'Note' }).fill('Who runs it now?');
  await page.getByRole('button', { name: 'Save the note' }).click();
  await expect(slips).toHaveText(['Ask the register.', 'Who runs it now?']);
  for (const theme of ['Light', 'Dark'] as const) {
    await explorer.setTheme(theme);
    expect(await axeViolations(page)).toEqual([]);
  }
  await slips.filter({ hasText: 'Who runs' }).click();
  const form = page.getByRole('dialog', { name: 'Edit this note' });
  await form.getByRole('textbox').fill('Who runs it?');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(slips).toHaveText(['Ask the register.', 'Who runs it?']);
  await page.keyboard.press('Control+z');
  await expect(slips).toHaveText(['Ask the register.', 'Who runs it now?']);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Show the notes');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Notes' }).getByRole('listitem')).toHaveText([/on the chart/, /Koryolink/]);
  expect(await axeViolations(page)).toEqual([]);
});
