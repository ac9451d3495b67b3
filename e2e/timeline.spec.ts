import { axeViolations } from './pages/axeViolations';
import { expect, test } from './story';

test('a timeline below the chart is brushed, walked through by keys, selects on the chart, and is saved', async ({ explorer, page }) => {
  await explorer.open();
  await page.keyboard.press('Shift+Y');
  const timeline = page.getByRole('region', { name: 'Timeline' });
  const lanes = timeline.locator('.timeline-lane');
  await expect(lanes.first()).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
  await lanes.first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(lanes.nth(1)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(lanes.nth(1)).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toBeVisible();
  const axis = (await timeline.locator('.timeline-axis svg').boundingBox())!;
  await page.mouse.move(axis.x + axis.width * 0.6, axis.y + 10);
  await page.mouse.down();
  await page.mouse.move(axis.x + axis.width * 0.75, axis.y + 10, { steps: 3 });
  await page.mouse.up();
  await expect(page).toHaveURL(/[?&]asof=\d{4}\.\.\d{4}/);
  const saving = page.waitForEvent('download');
  await timeline.getByRole('button', { name: 'Save the timeline as CSV' }).click();
  expect((await saving).suggestedFilename()).toMatch(/^timeline-.*\.csv$/);
  await lanes.nth(1).focus();
  await page.keyboard.press('Escape');
  await expect(timeline).toHaveCount(0);
});
