import { expect, test } from './story';

test('a rectangle selects, and hide, pin and delete act on all of it', async ({ explorer, page }) => {
  const { chart } = explorer;
  await explorer.open();
  const before = await explorer.counts();
  await chart.fitted();
  const area = (await chart.canvas.boundingBox())!;
  await page.keyboard.down('Shift');
  await chart.drag({ x: area.x + 3, y: area.y + 3 }, { x: area.width - 6, y: area.height - 6 });
  await page.keyboard.up('Shift');
  await expect(explorer.drawnLine).toContainText(`${before.entities} selected`);
  await page.keyboard.press('p');
  expect((await chart.frozen()).chart.pinned).toHaveLength(before.entities);
  await page.keyboard.press('h');
  await expect(explorer.drawnLine).toContainText(/^0 entities/);
  await explorer.undo.click();
  await explorer.undo.click();
  expect((await explorer.counts()).entities).toBe(before.entities);
});

test('the keyboard alone selects all, neighbours and the rest, and clears the chart', async ({ explorer, page }) => {
  const { chart } = explorer;
  const { keyboard } = page;
  await explorer.open();
  const before = await explorer.counts();
  await keyboard.press('g');
  await keyboard.press('ControlOrMeta+a');
  await expect(explorer.drawnLine).toContainText(`${before.entities} selected`);
  await keyboard.press('Delete');
  await expect(explorer.drawnLine).toContainText(/^0 entities/);
  await keyboard.press('ControlOrMeta+z');
  await keyboard.press('/');
  await keyboard.type('koryolink');
  await keyboard.press('Enter');
  await expect(explorer.inspector.title).toHaveText('Koryolink');
  await keyboard.press('Shift+N');
  const selected = Number(/(\d+) selected/.exec(await explorer.drawnLine.innerText())![1]);
  expect(selected).toBeGreaterThan(2);
  await keyboard.press('Shift+K');
  await expect.poll(async () => (await explorer.counts()).entities).toBe(selected);
  await expect(chart.entity('Koryolink')).toHaveCount(1);
});

test("the view is called one's own once it is, and has its name back when that is undone", async ({ explorer, page }) => {
  const view = page.getByRole('button', { name: /^View: / });
  await explorer.open();
  const name = await view.innerText();
  await expect(view).not.toHaveText('Your own view');
  await explorer.search.choose('koryolink', 'Koryolink');
  await page.keyboard.press('h');
  await expect(view).toHaveText('Your own view');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(view).toHaveText(name);
  await page.keyboard.press('?');
  await expect(explorer.help).toContainText('Shift-drag');
});
