import { readFileSync, writeFileSync } from 'node:fs';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { expect, test } from './story';
import { axeViolations } from './pages/axeViolations';

test('what is left to check follows what is entered, and each row leads to its record', async ({ page, explorer }) => {
  await explorer.open();
  await page.keyboard.press('Shift+E');
  const panel = page.getByRole('tabpanel', { name: 'Checks' });
  const contradictions = panel.getByRole('region', { name: 'Contradictions nobody has looked at' });
  const first = contradictions.getByRole('listitem').first().getByRole('button');
  await expect(first).toBeVisible();
  const count = contradictions.locator('.badge');
  const before = Number(await count.innerText());
  await contradictions.getByRole('button', { name: /^Show \d+ more$/ }).click();
  await expect(contradictions.getByRole('listitem')).toHaveCount(before);
  const about = await first.innerText();
  await first.click();
  await expect(page.locator('.inspector-sentence')).toContainText(about.split(' ')[0]!);
  for (const theme of ['Light', 'Dark'] as const) {
    await explorer.setTheme(theme);
    expect(await axeViolations(page)).toEqual([]);
  }
  // A source that is named and a claim that contradicts are in the panel as soon as they are entered.
  await page.keyboard.press('n');
  await page.keyboard.type('A filing, A register');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Claim' })).toBeFocused();
  await page.keyboard.type('Koryolink supplies Huawei');
  await page.keyboard.press('Enter');
  await expect(explorer.undo).toHaveAccessibleName(/^Undo: Enter:/);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Koryolink supplies Huawei denied');
  await page.keyboard.press('Enter');
  await expect(count).toHaveText(String(before + 1));
});

test('one further question takes the place of another', async ({ page, explorer }) => {
  await explorer.open();
  await page.keyboard.press('Shift+E');
  await expect(page.getByRole('tabpanel', { name: 'Checks' })).toBeVisible();
  await page.keyboard.press('Shift+C');
  await expect(page.getByRole('tabpanel', { name: 'Connect' })).toBeVisible();
  await page.keyboard.press('Shift+E');
  await expect(page.getByRole('tabpanel', { name: 'Checks' })).toBeVisible();
});

test('claims are ticked in the sheet, one step each, and ticks made in the workbook come back', async ({ page, explorer }, info) => {
  await explorer.open();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Show the check sheet');
  await page.keyboard.press('Enter');
  const sheet = page.getByRole('grid', { name: 'Check sheet' });
  const tick = sheet.getByRole('checkbox').first();
  await expect(tick).toBeDisabled();
  await page.getByLabel('Checked by').fill('A. Reed');
  await page.keyboard.press('Enter');
  const done = page.getByText(/^\d+ of \d+ claims checked$/).or(page.getByText(/^\d[\d,]* of \d[\d,]* claims checked$/));
  const before = Number((await done.first().innerText()).split(' ')[0]);
  await tick.click();
  await expect(tick).toBeChecked();
  await expect(done.first()).toHaveText(new RegExp(`^${before + 1} of`));
  await expect(explorer.undo).toHaveAccessibleName(/^Undo: Check a claim about/);
  for (const theme of ['Light', 'Dark'] as const) {
    await explorer.setTheme(theme);
    expect(await axeViolations(page)).toEqual([]);
  }
  await page.keyboard.press('Control+z');
  await expect(tick).not.toBeChecked();

  const [download] = await Promise.all([
    page.waitForEvent('download'), page.getByRole('button', { name: 'Save as a workbook' }).click(),
  ]);
  const path = info.outputPath('checks.xlsx');
  await download.saveAs(path);
  const [saved] = (await readXlsx(new Uint8Array(readFileSync(path)))).sheets;
  const rows = saved!.rows.map((row) => [...row]);
  for (const row of [rows[1]!, rows[2]!]) row[rows[0]!.indexOf('Checked by')] = 'M. Vail';
  writeFileSync(path, await writeXlsx({ sheets: [{ name: 'Check sheet', rows }] }));
  await explorer.drop(path);
  await expect(explorer.notices).toContainText('2 ticks taken from “checks.xlsx”.');
  await expect(done.first()).toHaveText(new RegExp(`^${before + 2} of`));
  await page.keyboard.press('Control+z');
  await expect(done.first()).toHaveText(new RegExp(`^${before} of`));
});
