import { expect, test } from './story';

const CHEO = 'CHEO Technology JV Company';

test('as of 2003 there is no Koryolink to trace to; as of 2009 there is', async ({ explorer }) => {
  const { trace, time } = explorer;
  await explorer.open();
  await time.show('2003');
  await expect(explorer.drawnLine).toContainText('as of 2003');
  await expect(explorer.drawnLine).toContainText('not yet begun');
  await trace.ask('Huawei', 'Koryolink');
  await expect(trace.noRoute).toContainText('No route from Huawei to Koryolink');
  await time.show('2009');
  await expect(trace.answer).toBeVisible();
  await expect(trace.route('Panda International').first()).toContainText(/\d hops/);
});

test('the holder of a stake is the one of the date', async ({ explorer }) => {
  const { chart, time } = explorer;
  const owner = (name: string) => chart.relationship(`${name} own`).filter({ hasText: CHEO });
  await explorer.open();
  await time.show('2009');
  await expect(owner('Orascom Telecom Holding')).not.toHaveCount(0);
  await expect(owner('Orascom Investment Holding')).toHaveCount(0);
  await time.show('2019');
  await expect(owner('Orascom Investment Holding')).not.toHaveCount(0);
  await expect(owner('Orascom Telecom Holding')).toHaveCount(0);
  await time.show('2003');
  await expect(owner('Orascom Telecom Holding')).toHaveCount(0);
  await time.anyTime.click();
  await expect(owner('Orascom Telecom Holding')).not.toHaveCount(0);
});

test('the histogram is brushed with the keyboard alone', async ({ explorer, page }) => {
  const { time } = explorer;
  await explorer.open();
  const first = Number(await time.firstYear.getAttribute('aria-valuenow'));
  const all = await explorer.counts();
  await time.firstYear.focus();
  await page.keyboard.press('ArrowRight');
  await expect(time.firstYear).toHaveAttribute('aria-valuenow', String(first + 1));
  await page.keyboard.press('PageUp');
  await expect(time.firstYear).toHaveAttribute('aria-valuenow', String(first + 6));
  await page.keyboard.press('Tab');
  await expect(time.lastYear).toBeFocused();
  await page.keyboard.press('PageDown');
  const last = Number(await time.lastYear.getAttribute('aria-valuenow'));
  await expect(time.asOf).toHaveValue(`${first + 6}–${last}`);
  await expect.poll(async () => (await explorer.counts()).relationships).toBeLessThan(all.relationships);
  await page.keyboard.press('Delete');
  await expect(time.asOf).toHaveValue('');
  await expect.poll(() => explorer.counts()).toEqual(all);
});

test('a date that is none is refused with an example, and changes nothing', async ({ explorer }) => {
  await explorer.open();
  const before = await explorer.counts();
  await explorer.time.show('sometime');
  await expect(explorer.time.bar.getByRole('alert')).toContainText('2009');
  expect(await explorer.counts()).toEqual(before);
});
