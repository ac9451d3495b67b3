import { expect, test } from './story';

test.use({ colorScheme: 'dark' });

test('what is printed is the chart, and below it what was asked with all of its answer, dark on light', async ({ explorer, page }) => {
  await explorer.open('?case=north-korea-telecom&from=huawei&to=koryolink&route=1');
  const last = page.locator('.routes > li').last();
  await expect(last).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  const chart = page.getByRole('application');
  const bottomOf = async (what: typeof chart) => what.evaluate((one) => one.getBoundingClientRect().bottom + scrollY);
  expect(await bottomOf(last)).toBeGreaterThan(await bottomOf(chart));
  const panel = page.getByRole('complementary', { name: 'Questions' });
  expect(await bottomOf(panel)).toBeGreaterThanOrEqual(await bottomOf(last));
  await expect(page.getByRole('group', { name: 'Zoom' })).toBeHidden();
  await expect(page.getByRole('region', { name: 'Time' })).toBeHidden();
  const colour = (what: typeof chart, name: 'color' | 'backgroundColor') => what.evaluate((one, of) => getComputedStyle(one)[of], name);
  // The chart keeps the paper that it was painted on.
  expect(await colour(chart, 'backgroundColor')).toBe('rgb(21, 23, 29)');
  expect(await colour(last, 'color')).toBe('rgb(26, 29, 41)');
  const pdf = await page.pdf({ format: 'A4' });
  expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)!.length).toBeGreaterThan(1);
});
