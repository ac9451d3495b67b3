import { readFile } from 'node:fs/promises';
import { expect, test } from './story';

test('what if Panda International is out: what falls is said, and one switch puts it back', async ({ explorer, page }) => {
  const { trace } = explorer;
  await explorer.open();
  await trace.ask('Huawei', 'Koryolink');
  await trace.showBetween.click();
  await trace.inBetween.getByRole('button', { name: /^all \d+$/ }).click();
  await trace.inBetween.getByRole('button', { name: 'Test without Panda International' }).click();
  await page.getByRole('tabpanel', { name: 'Trace' }).getByRole('group', { name: 'Show' }).getByRole('button', { name: 'Routes' }).click();
  const whatIf = page.getByRole('tabpanel', { name: 'Trace' }).getByRole('region', { name: 'What if' });
  await expect(whatIf).toContainText(/\d+ of 10 routes are lost, \d+ remain/);
  await expect(trace.constraints.getByRole('button', { name: 'No longer avoid Panda International' })).toBeVisible();
  await expect(page).toHaveURL(/avoid=panda-international/);
  await expect(trace.routes.filter({ hasText: 'Panda International' })).toHaveCount(0);

  const brief = await readFile(await (await explorer.snapshots.save('Brief with footnotes')).path(), 'utf8');
  expect(brief).toContain('## What was set aside');
  expect(brief).toMatch(/What if Panda International.* is out\?/);

  await whatIf.getByRole('button', { name: 'Restore Panda International' }).click();
  await expect(whatIf).toBeHidden();
  await expect(trace.routes.filter({ hasText: 'Panda International' })).not.toHaveCount(0);
  await expect(page).not.toHaveURL(/avoid=/);
});

test('what if a source is out: the claim has the switch, statuses are computed again, and undo gives it back', async ({
  explorer, page,
}) => {
  const { trace, inspector } = explorer;
  await explorer.open('?case=north-korea-telecom&from=huawei&to=koryolink');
  await expect(trace.active).toBeVisible();
  await trace.active
    .getByRole('button', { name: /^Sources/ })
    .first()
    .click();
  await inspector.claims
    .first()
    .getByRole('button', { name: /^Test without / })
    .click();
  const whatIf = page.getByRole('tabpanel', { name: 'Trace' }).getByRole('region', { name: 'What if' });
  await expect(whatIf).toContainText('out?');
  await expect(whatIf.getByRole('status')).toContainText(/route/);
  await expect(page).toHaveURL(/trace-without=/);
  await explorer.undo.click();
  await expect(whatIf).toBeHidden();
  await expect(page).not.toHaveURL(/trace-without=/);
});
