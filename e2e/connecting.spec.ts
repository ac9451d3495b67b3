import { expect, test } from './story';

test('several that are selected are connected by the smallest set of entities, by keyboard alone', async ({ explorer, page }) => {
  const { keyboard } = page;
  await explorer.open();
  await keyboard.press('Shift+C');
  const panel = page.getByRole('tabpanel', { name: 'Connect' });
  const party = panel.getByRole('combobox', { name: 'Add a party' });
  await expect(panel).toContainText('Add two parties or more');
  for (const name of ['Huawei', 'Loxley', 'TransTeleCom', 'Orascom']) {
    await expect(party).toBeFocused();
    await keyboard.type(name);
    await keyboard.press('Enter');
    await expect(panel.getByRole('button', { name: new RegExp(`^Remove ${name}`) })).toBeVisible();
  }
  const answer = panel.getByRole('group', { name: 'Answer' });
  await expect(answer).toContainText('the first is the smallest there is');
  const first = answer.getByRole('button', { name: /^Connection 1: Through .*Korea Post/ });
  await expect(first).toHaveAttribute('aria-pressed', 'true');
  await expect(answer).toContainText('TransTeleCom has an agreement with Korea Post');
  await expect(answer).toContainText('can be done without');

  await answer.getByRole('button', { name: /^Connection 2/ }).click();
  await expect(first).toHaveAttribute('aria-pressed', 'false');
  await answer.getByRole('button', { name: 'Next connection' }).click();
  await expect(answer.getByRole('button', { name: /^Connection 3/ })).toHaveAttribute('aria-pressed', 'true');

  await panel.getByRole('button', { name: /^Remove Orascom/ }).click();
  await expect(panel.getByRole('button', { name: /^Remove Orascom/ })).toBeHidden();
  await expect(answer).toContainText('the first is the smallest there is');
});

test('all that is drawn can be asked about at once; for so many the answer states its bound', async ({ explorer, page }) => {
  await explorer.open();
  const panel = page.getByRole('tabpanel', { name: 'Connect' });
  await page.keyboard.press('g');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Shift+C');
  await expect(panel.getByRole('button', { name: /^Remove / })).not.toHaveCount(0);
  await expect(panel.getByRole('group', { name: 'Answer' })).toContainText(
    /1 connection; it has at most 1\.\d\d times as many hops as the smallest there is|Nothing here ties all of them/,
  );
});
