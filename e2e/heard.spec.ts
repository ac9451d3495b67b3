import { expect, test } from './story';

test('what was done and what was taken back is announced in words, and no button says an id', async ({ explorer, page }) => {
  const said = page.getByRole('status');
  const { keyboard } = page;
  await explorer.open();
  await keyboard.press('/');
  await keyboard.type('koryolink');
  await keyboard.press('Enter');
  await expect(explorer.inspector.title).toHaveText('Koryolink');
  await keyboard.press('p');
  await expect(said.filter({ hasText: /^Pin Koryolink\.$/ })).toBeAttached();
  await keyboard.press('ControlOrMeta+z');
  await expect(said.filter({ hasText: /^Undone: Pin Koryolink\.$/ })).toBeAttached();
  await keyboard.press('ControlOrMeta+Shift+z');
  await expect(said.filter({ hasText: /^Redone: Pin Koryolink\.$/ })).toBeAttached();
  await explorer.filters.show();
  await expect(explorer.filters.panel.getByRole('button', { name: 'only joint ventures' })).toHaveCount(1);
  await expect(explorer.filters.panel.getByRole('button', { name: /^only [a-z]+[A-Z]/ })).toHaveCount(0);
});

test('which route is highlighted is announced by who is on it', async ({ explorer, page }) => {
  const said = page.getByRole('status');
  await explorer.open();
  await explorer.trace.ask('Huawei', 'Koryolink');
  await expect(said.filter({ hasText: /^Route 1 of \d+: Huawei – Koryolink\.$/ })).toBeAttached();
  await page.getByRole('heading', { name: 'Throughline' }).click();
  await page.keyboard.press(']');
  await expect(said.filter({ hasText: /^Route 2 of \d+: Huawei – Panda International – Koryolink\.$/ })).toBeAttached();
});
