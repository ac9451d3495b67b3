import { spawnSync } from 'node:child_process';
import { axeViolations } from './pages/axeViolations';
import { expect, test } from './story';

/** A packed file of a made-up register, written where a test says. */
function packedFile(path: string): string {
  const script = ['--import', 'tsx', 'src/store/packed/bench/makePackedFile.ts', path, '20000', '40000'];
  const made = spawnSync(process.execPath, script, { encoding: 'utf8' });
  if (made.status !== 0) throw new Error(made.stderr);
  return path;
}

test('a large file is looked at as a whole: a group is opened from the map by keys and by a press, and undo leads back', async (
  { explorer, page }, info,
) => {
  test.slow();
  await explorer.open();
  await explorer.drop(packedFile(info.outputPath('register.throughline')));
  await explorer.notices.getByRole('button', { name: 'Overview' }).click();
  const overview = page.getByRole('dialog', { name: 'Overview' });
  const groups = overview.locator('.overview-group');
  await expect(groups).toHaveCount(24, { timeout: 60_000 });
  await expect(overview).toContainText(/24 groups of [\d,]+ of the 20,000 entities/);
  await expect(overview).toContainText(/\d+ ties, \d+ alleged only/);
  const scheme = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  expect(await axeViolations(page), 'in the first theme').toEqual([]);
  await page.emulateMedia({ colorScheme: scheme ? 'light' : 'dark' });
  expect(await axeViolations(page), 'in the other theme').toEqual([]);

  const name = (await groups.nth(2).textContent())!;
  await groups.nth(2).press('Enter');
  await expect(overview).toBeHidden();
  await expect(page.locator('.chart-heading')).toContainText(`In the group of ${name}, 3 of 24`);
  expect((await explorer.chart.entities()).some((told) => told.startsWith(name))).toBe(true);
  await expect(explorer.undo).toHaveAccessibleName(`Undo: Open the group of ${name}`);
  await explorer.undo.click();
  await expect(page.locator('.chart-heading')).not.toContainText('In the group of');

  await page.keyboard.press('m');
  await overview.locator('.overview-box').first().click();
  await expect(overview).toBeHidden();
  await expect(page.locator('.chart-heading')).toContainText('1 of 24');
  await page.keyboard.press('m');
  await expect(overview.locator('[aria-current]')).toContainText('you are here');
  await page.keyboard.press('Escape');
  await expect(overview).toBeHidden();
});
