import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import { axeViolations } from './pages/axeViolations';
import { expect, test } from './story';

test('the included story opens, is presented, changed, and saved as a page', async ({ explorer, page }) => {
  await explorer.open('?case=north-korea-telecom');
  await page.getByRole('button', { name: 'Who built North Korea' }).first().click();
  await page.getByRole('menuitem', { name: /Datasets|About/ }).first().click();
  await page.getByRole('button', { name: 'A story: how Huawei came to be tied to Koryolink' }).click();
  const steps = page.getByRole('list', { name: 'Steps' }).getByRole('listitem');
  await expect(steps).toHaveCount(8);
  await expect(explorer.chart.entity('CHEO Technology JV Company')).toBeVisible();

  await page.getByRole('button', { name: 'Present' }).click();
  const told = page.getByRole('dialog', { name: 'Story' });
  await expect(told).toContainText('A mobile network opens in Pyongyang');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('PageDown');
  await expect(told).toContainText('A way through another company');
  await expect(explorer.chart.entity('Panda International Information Technology Co., Ltd.')).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
  // A button that has the focus takes the space bar for itself.
  const notes = told.getByRole('button', { name: 'Notes' });
  await notes.press(' ');
  await expect(notes).toHaveAttribute('aria-pressed', 'true');
  await expect(told).toContainText('A way through another company');
  await page.keyboard.press('Escape');
  await expect(told).toBeHidden();

  const title = page.getByRole('textbox', { name: 'Title' });
  await title.fill('');
  await expect(title).toHaveValue('');
  await title.pressSequentially('Huawei');
  await expect(title).toHaveValue('Huawei');

  await steps.nth(1).getByRole('button', { name: /The leader had been/ }).press('Alt+ArrowUp');
  await expect(steps.first()).toContainText('The leader had been to see Huawei');
  await steps.first().getByRole('button', { name: 'Edit step 1' }).click();
  await page.getByRole('textbox', { name: 'Headline' }).fill('A visit in 2006');
  expect(await axeViolations(page)).toEqual([]);
  const slides = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as slides' }).click();
  const parts = unzipSync(await readFile(await (await slides).path()));
  expect(Object.keys(parts).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))).toHaveLength(8);
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as page' }).click();
  const text = await readFile(await (await saving).path(), 'utf8');
  expect(text.indexOf('A visit in 2006')).toBeGreaterThan(0);
  expect(text.indexOf('A visit in 2006')).toBeLessThan(text.indexOf('A mobile network opens'));
});
