import { readFile } from 'node:fs/promises';
import { expect, test } from './story';

test('several entities are grouped, named, coloured, closed and opened by the keyboard, and published as they are drawn', async ({
  explorer, page,
}) => {
  const { chart, inspector, snapshots } = explorer;
  const { keyboard } = page;
  await explorer.open();
  const before = await explorer.counts();
  await explorer.search.choose('koryolink', 'Koryolink');
  await keyboard.press('g');
  await keyboard.press('Shift+N');
  await keyboard.press('Shift+G');
  const name = inspector.panel.getByRole('textbox', { name: 'Name' });
  await expect(name).toBeFocused();
  await keyboard.type('Around Koryolink');
  await inspector.panel.getByRole('radio', { name: 'violet' }).click();
  await page.mouse.move(0, 0);
  await keyboard.press('g');
  await keyboard.press('k');
  await expect(chart.sentences).toContainText('Around Koryolink, group of');
  await expect(chart.entity('Koryolink')).toHaveCount(0);
  const { chart: frozen } = await chart.frozen();
  expect(frozen.groups).toMatchObject([{ name: 'Around Koryolink', colour: 'group4', closed: true }]);
  const picture = await snapshots.save('Vector');
  expect(await readFile(await picture.path(), 'utf8')).toContain('>Around Koryolink<');
  await keyboard.press('k');
  await expect(chart.entity('Koryolink')).toHaveCount(1);
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(chart.entity('Koryolink')).toHaveCount(0);
  expect((await explorer.counts()).entities).toBe(before.entities);
});
