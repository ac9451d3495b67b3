import { buildScene } from '../src/drawing';
import { expect, test } from './story';

test('many neighbours are asked for by type and direction, without a mouse, and one undo takes them back', async ({ explorer, page }) => {
  const { chart } = explorer;
  const { keyboard } = page;
  await explorer.open();
  await keyboard.press('g');
  await keyboard.press('ControlOrMeta+a');
  await keyboard.press('Delete');
  await expect(explorer.drawnLine).toContainText(/^0 entities/);
  await keyboard.press('/');
  await keyboard.type('huawei');
  await keyboard.press('Enter');
  await expect(explorer.inspector.title).toContainText('Huawei');
  await expect(explorer.drawnLine).toContainText(/^1 entity/);
  await keyboard.press('e');
  const dialog = page.getByRole('dialog', { name: 'Expand Huawei' });
  await expect(dialog).toContainText(/\d+ neighbours are not on the chart/);
  const kinds = dialog.getByRole('checkbox');
  await expect(kinds.first()).toBeFocused();
  const total = Number(/^(\d+) neighbours/m.exec(await dialog.innerText())![1]);
  expect(total).toBeGreaterThan(12);
  await keyboard.press('Space');
  await expect(kinds.first()).not.toBeChecked();
  await keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect.poll(async () => (await explorer.counts()).entities).toBeGreaterThan(1);
  const some = (await explorer.counts()).entities;
  expect(some).toBeLessThan(total + 1);

  const { dataset, chart: frozen } = await chart.frozen();
  const { boxes } = buildScene({ part: dataset, positions: new Map(Object.entries(frozen.positions)), pinned: new Set() });
  const overlaps = boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter((b) => Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < (a.height + b.height) / 2)
      .map((b) => `${a.entity} on ${b.entity}`),
  );
  expect(overlaps, 'boxes upon one another').toEqual([]);

  await explorer.undo.click();
  await expect(explorer.drawnLine).toContainText(/^1 entity/);
});
