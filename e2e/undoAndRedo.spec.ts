import { expect, test } from './story';

const HUAWEI = 'Huawei Technologies Co., Ltd.';

test('hiding, pinning and filtering are taken back and done again, one by one', async ({ explorer }) => {
  const { chart, inspector, filters } = explorer;
  await explorer.open();
  await expect(explorer.undo).toBeDisabled();
  const atFirst = await chart.told();

  await chart.entity('Koryolink').press('Enter');
  await inspector.action('Pin').click();
  await expect(chart.entity('Koryolink')).toContainText('pinned');
  await inspector.action('Hide').click();
  await expect(chart.entity('Koryolink')).toHaveCount(0);
  await expect(explorer.drawnLine).toContainText('1 entity hidden by hand');
  await filters.show();
  await filters.box('Status', 'alleged').uncheck();
  await expect(explorer.drawnLine).toContainText(/\d+ alleged/);
  const afterAll = await chart.told();

  await explorer.undo.click();
  await expect(explorer.drawnLine).not.toContainText('alleged');
  await expect(filters.box('Status', 'alleged')).toBeChecked();
  await expect(explorer.undo).toHaveAccessibleName('Undo: Hide Koryolink');
  await explorer.undo.click();
  await expect(chart.entity('Koryolink')).toContainText('pinned');
  await explorer.undo.click();
  await expect.poll(() => chart.told()).toEqual(atFirst);
  await expect(explorer.undo).toBeDisabled();

  for (let i = 0; i < 3; i += 1) await explorer.redo.click();
  await expect.poll(() => chart.told()).toEqual(afterAll);
  await expect(explorer.redo).toBeDisabled();
});

test('a double click brings the neighbours that are missing, undo takes them away', async ({ explorer, page }) => {
  const { chart } = explorer;
  await explorer.open();
  await chart.entity('Koryolink').press('Enter');
  await page.keyboard.press('Delete');
  await expect(chart.entity('Koryolink')).toHaveCount(0);
  const without = await chart.told();

  const huawei = (await chart.fitted()).get('huawei')!;
  await page.mouse.dblclick(huawei.x, huawei.y);
  await expect(page.getByRole('dialog', { name: 'Expand Huawei' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(chart.entity('Koryolink')).toHaveCount(1, { timeout: 20_000 });
  await explorer.undo.click();
  await expect.poll(() => chart.told()).toEqual(without);
  await explorer.redo.click();
  await expect(chart.entity('Koryolink')).toHaveCount(1);
});

test('an entity is dragged to where the pointer takes it, and back by undo', async ({ explorer, page }) => {
  const { chart } = explorer;
  await explorer.open();
  const before = (await chart.frozen()).chart.positions;
  const places = await chart.fitted();
  const huawei = places.get('huawei')!;
  await chart.pointAt(huawei, HUAWEI);
  await chart.drag(huawei, { x: -60, y: 90 });
  await expect(explorer.undo).toHaveAccessibleName('Undo: Move Huawei');

  const moved = (await chart.frozen()).chart.positions;
  expect(moved['huawei']!.x).toBeLessThan(before['huawei']!.x - 40);
  expect(moved['huawei']!.y).toBeGreaterThan(before['huawei']!.y + 60);
  expect({ ...moved, huawei: before['huawei'] }).toEqual(before);
  await chart.pointAt({ x: huawei.x - 60, y: huawei.y + 90 }, HUAWEI);

  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(async () => (await chart.frozen()).chart.positions).toEqual(before);
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect.poll(async () => (await chart.frozen()).chart.positions).toEqual(moved);
});
