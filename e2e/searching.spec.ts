import { expect, test } from './story';

/** What people type, and whom they mean. */
const TYPED: readonly [string, string, string][] = [
  ['an alias', 'Koryo Post', 'Korea Post'],
  ['an abbreviation', 'OTMT', 'Orascom Telecom Media and Technology Holding'],
  ['another spelling on record', 'Kang Sing NET', 'Kang Song NET'],
  ['a misspelling', 'Koriolink', 'Koryolink'],
  ['a misspelling within a longer name', 'Orascm Telecom', 'Orascom Telecom Holding'],
  ['signs on letters that the record lacks', 'Naguíb Säwiris', 'Naguib Sawiris'],
  ['another script', '华为', 'Huawei Technologies Co., Ltd.'],
  ['part of a name', 'unicom', 'China Unicom'],
];

for (const [what, typed, meant] of TYPED) {
  test(`${what} finds whom it means: “${typed}”`, async ({ explorer }) => {
    await explorer.open();
    await explorer.search.find(typed);
    await expect(explorer.search.hits.first()).toContainText(meant);
  });
}

test('what is found is listed by type, and choosing shows it on the chart and in the inspector', async ({ explorer, page }) => {
  const { search, inspector, chart } = explorer;
  await explorer.open();
  await search.find('panda');
  await expect(page.getByRole('listbox').getByRole('group', { name: 'companies' })).toContainText('Panda Electronics Group');
  await expect(page.getByRole('listbox').getByRole('group', { name: 'joint ventures' })).toContainText('Achim');
  await search.hits.filter({ hasText: 'Achim' }).click();
  await expect(inspector.title).toHaveText('Achim-Panda Computer Joint Venture');
  await expect(chart.sentences.locator('[aria-current]').first()).toContainText('Achim-Panda');
  await expect(search.field).toHaveValue('');
});

test('somebody who is not drawn is found all the same, and is brought onto the chart', async ({ explorer, page }) => {
  const { search, chart } = explorer;
  await explorer.open();
  await chart.entity('Koryolink').press('Enter');
  await page.keyboard.press('Delete');
  await expect(chart.entity('Koryolink')).toHaveCount(0);
  await search.choose('Koryolink', 'Koryolink');
  await expect(chart.entity('Koryolink')).toHaveCount(1);
  await expect(chart.relationship('Koryolink is operated by CHEO')).not.toHaveCount(0);
});

test('a name that nobody has says so', async ({ explorer, page }) => {
  await explorer.open();
  await explorer.search.find('zzzqqqxxx');
  await expect(page.getByText('No entity has such a name.')).toBeVisible();
});
