import { expect, test } from './story';

test('time steps and plays through the years, and whatever is drawn keeps its place', async ({ explorer, page }) => {
  const { chart, time } = explorer;
  await explorer.open();
  const before = (await chart.frozen()).chart.positions;
  await time.show('2008');
  await page.getByRole('heading', { name: 'Throughline' }).click();
  await page.keyboard.press('.');
  await expect(time.asOf).toHaveValue('2009');
  await page.keyboard.press(',');
  await expect(time.asOf).toHaveValue('2008');

  await time.bar.getByRole('combobox', { name: 'Years a second' }).selectOption('4');
  await time.show('2014');
  await time.bar.getByRole('button', { name: 'Play through the years' }).click();
  await expect(time.asOf).toHaveValue('2016');
  await time.bar.getByRole('button', { name: /Stop playing|Play through/ }).click();
  const after = (await chart.frozen()).chart.positions;
  for (const [id, place] of Object.entries(after)) expect(before[id] ?? place).toEqual(place);
});

test('what held only possibly is marked as such, and entities without a tie are pale or gone by choice', async ({ explorer }) => {
  const { time, table } = explorer;
  await explorer.open();
  const all = await explorer.counts();
  await time.show('2009');
  await expect(explorer.legend).toContainText('may not have held then');
  const some = await explorer.counts();
  expect(some.entities).toBeLessThan(all.entities);
  await time.bar.getByRole('button', { name: /draw them pale/ }).click();
  await expect(explorer.legend).toContainText('pale: no tie in this period');
  // What had not begun by then is not there, pale or not.
  const [, absent] = /(\d+) entit(?:y|ies) that had not begun/.exec(await explorer.drawnLine.innerText())!;
  expect((await explorer.counts()).entities).toBe(all.entities - Number(absent));
  await explorer.switchToTable.click();
  await table.showRelationships.click();
  await expect(table.relationships).toContainText('may not have held then');
});

test('two hops that never held at one time are named with their dates', async ({ explorer }) => {
  const { trace } = explorer;
  await explorer.open('?case=north-korea-telecom&from=huawei&to=koryolink');
  await expect(trace.routes.filter({ hasText: /never at one time: .* – .* \(.*\) and .* – .* \(.*\)/ }).first()).toBeVisible();
});
