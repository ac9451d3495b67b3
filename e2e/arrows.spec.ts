import { expect, test } from './story';

test('an arrow is drawn by hand from the ground to an entity, written on, taken away from the list of notes, and undone', async ({
  explorer, page,
}) => {
  const { chart } = explorer;
  await explorer.open();
  const loxley = (await chart.fitted()).get('loxley')!;
  const area = (await chart.canvas.boundingBox())!;
  const start = { x: area.x + area.width / 2, y: area.y + 5 };
  await page.keyboard.down('Alt');
  await chart.drag(start, { x: loxley.x - start.x, y: loxley.y - start.y });
  await page.keyboard.up('Alt');
  const dialog = page.getByRole('dialog', { name: 'Arrow' });
  await dialog.getByRole('textbox').fill('who came first');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('region', { name: 'Legend' })).toContainText('drawn by hand: no evidence');
  const { chart: frozen } = await chart.frozen();
  expect(frozen.arrows).toMatchObject([{ to: { entity: 'loxley' }, text: 'who came first' }]);
  await page.keyboard.press('ControlOrMeta+k');
  await explorer.palette.field.fill('Show the notes');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Notes' }).getByRole('button', { name: 'Edit arrow' }).click();
  await dialog.getByRole('button', { name: 'Take it away' }).click();
  await expect(page.getByRole('region', { name: 'Legend' })).not.toContainText('drawn by hand');
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(page.getByRole('region', { name: 'Legend' })).toContainText('drawn by hand');
});
