import { readFile } from 'node:fs/promises';
import { expect, test } from './story';

test('who stands between is told beside the routes: a smallest set, routes that share nobody, and how often each lies between', async ({
  explorer, page,
}) => {
  const { trace, chart } = explorer;
  await explorer.open();
  await trace.ask('Huawei', 'Koryolink');
  await trace.showBetween.click();
  await expect(trace.inBetween).toContainText('Besides the direct tie, nobody is on every route.');
  await expect(trace.inBetween).toContainText('Without these 4, only the direct tie is left.');
  await expect(trace.inBetween).toContainText('Holds for routes of any length; in any direction; every status but denied.');
  await expect(trace.inBetween).toContainText(/Not counted, since such ties make nobody an intermediary: .*\d+ × sanctions/);
  await expect(explorer.legend).toContainText('ringed: without these, no route');
  const { trace: frozen } = await chart.frozen();
  expect(frozen!.ringed).toContain('panda-international');

  await trace.inBetween.getByRole('button', { name: 'Next set' }).click();
  await expect(trace.inBetween).toContainText('2 of 2 such sets');
  await trace.inBetween.getByRole('button', { name: 'ringed' }).click();
  await expect(explorer.legend).not.toContainText('ringed');

  await trace.inBetween.getByText('5 routes have no intermediary in common').click();
  await trace.inBetween.getByRole('button', { name: 'Panda International', exact: true }).first().click();
  await expect(trace.inBetween).toBeVisible();
  await page.keyboard.press('r');
  await expect(explorer.legend).toContainText('ringed');
});

test('ties that make nobody an intermediary are named on a chip, and counted when their family is ticked off', async ({
  explorer, page,
}) => {
  const { trace } = explorer;
  await explorer.open('?case=north-korea-telecom&from=huawei&to=koryolink');
  await trace.showBetween.click();
  const chip = trace.inBetween.getByRole('button', { name: /^Not counted: / });
  await expect(chip).toHaveText('not counted: authority, met, took part …');
  await expect(trace.inBetween).toContainText(
    /How many of (all|the) \d+ (shortest )?routes of up to \d+ hops that pass somebody pass each:/,
  );
  const told = await trace.inBetween.innerText();
  await chip.press('Enter');
  const popover = page.getByRole('dialog', { name: /^Not counted: / });
  await expect(popover.getByRole('checkbox', { name: /^sanctions/ })).toBeChecked();
  await popover.getByRole('checkbox', { name: /^authority/ }).uncheck();
  await expect(popover.getByRole('checkbox', { name: /^sanctions/ })).not.toBeChecked();
  await page.keyboard.press('Escape');
  await expect(chip).toHaveText('not counted: met, took part, documents');
  await expect(page).toHaveURL(/uncounted=/);
  await expect(trace.inBetween).not.toContainText(/Not counted, since[^]*sanctions/);
  await page
    .getByRole('banner')
    .getByRole('button', { name: /^Undo: Change which ties/ })
    .click();
  await expect.poll(() => trace.inBetween.innerText()).toBe(told);
});

test('with the question the answer changes, and a brief tells it with its filter', async ({ explorer, page }) => {
  const { trace, snapshots } = explorer;
  await explorer.open('?case=north-korea-telecom&from=huawei&to=koryolink&asof=2012&trace-asof=2012');
  await trace.showBetween.click();
  await expect(trace.inBetween).toContainText('held as of 2012');
  await page.getByRole('banner').click();
  const brief = await readFile(await (await snapshots.save('Brief with footnotes')).path(), 'utf8');
  expect(brief).toContain('## Who stands between');
  expect(brief).toContain('Holds for routes of any length');
});
