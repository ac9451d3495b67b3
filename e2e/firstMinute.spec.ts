import { readFile, writeFile } from 'node:fs/promises';
import { expect, test } from './story';

/** The README's "Five things to try on the bundled case", typed and pressed as it says them. */

test('1. Trace: press T, type, Enter; step through the routes with ] and [', async ({ explorer, page }) => {
  const { trace } = explorer;
  const { keyboard } = page;
  await explorer.open();
  await keyboard.press('t');
  await keyboard.type('Huawei');
  await keyboard.press('Enter');
  await keyboard.type('Koryolink');
  await keyboard.press('Enter');
  await expect(trace.from).toHaveValue('Huawei');
  await expect(trace.to).toHaveValue('Koryolink');
  await expect(trace.routes).not.toHaveCount(0);
  await expect(trace.active).toContainText('1 hop');
  await expect(trace.active).toContainText(/Huawei .*Koryolink/);
  await expect(trace.active.getByRole('button', { name: /^Sources/ })).not.toHaveCount(0);
  await keyboard.press(']');
  await expect(trace.active).toContainText('Panda International');
  await keyboard.press('[');
  await expect(trace.active).toContainText('1 hop');
});

test('2. Ask as of 2009, then 2003: other holders, another network', async ({ explorer, page }) => {
  const { chart, time } = explorer;
  await explorer.open();
  await time.asOf.click();
  await page.keyboard.type('2009');
  await page.keyboard.press('Enter');
  await expect(chart.relationship('Orascom Telecom Holding').filter({ hasText: 'CHEO' })).not.toHaveCount(0);
  await page.keyboard.type('2003');
  await page.keyboard.press('Enter');
  await expect(explorer.drawnLine).toContainText('as of 2003');
  await expect(chart.sentences.getByRole('button', { name: /Sunnet/ })).not.toHaveCount(0);
  await expect(chart.relationship('Orascom Telecom Holding').filter({ hasText: 'CHEO' })).toHaveCount(0);
});

test('3. Let denied ties in with the status chip of the trace', async ({ explorer }) => {
  const { trace } = explorer;
  await explorer.open();
  await trace.ask('VimpelCom', 'Koryolink');
  await expect(trace.routes).not.toHaveCount(0);
  await trace.constrain(/^Status/, (popover) => popover.getByRole('checkbox', { name: 'denied' }).check());
  await expect(trace.routes.filter({ hasText: 'denied' })).not.toHaveCount(0);
});

test('4. Click a line: every claim, what its source says, where, and why the status is what it is', async ({ explorer, page }) => {
  const { chart, inspector } = explorer;
  await explorer.open();
  const line = (await chart.fitted()).get('cheo-technology-jv-operates-koryolink')!;
  await page.mouse.click(line.x, line.y);
  await expect(inspector.title).toContainText('operates Koryolink');
  await expect(inspector.claims).not.toHaveCount(0);
  await inspector.panel.getByRole('button', { name: 'why this status' }).click();
  await expect(page.getByRole('dialog', { name: 'Why this status' })).toBeVisible();
});

test('5. Publish a page that opens offline, and drop a picture back on the window', async ({ explorer, page }, testInfo) => {
  const { snapshots, trace } = explorer;
  await explorer.open();
  await trace.ask('Huawei', 'Koryolink');
  await expect(trace.routes).not.toHaveCount(0);
  const html = await readFile(await (await snapshots.save('Page that opens offline')).path(), 'utf8');
  expect(html).toContain('Koryolink');
  expect(html).toMatch(/Fox News|Washington Post/);
  const picture = testInfo.outputPath('picture.png');
  await writeFile(picture, await readFile(await (await snapshots.save('Image')).path()));
  await explorer.drop(picture);
  await expect(explorer.datasets.title).toContainText(/snapshot|Koryolink/i);
  await expect(explorer.chart.entity('Koryolink')).not.toHaveCount(0);
  expect(await page.title()).not.toBe('');
});

test('typing on starts anew, and Enter picks the first hit in every picker', async ({ explorer, page }) => {
  const { trace, inspector } = explorer;
  const { keyboard } = page;
  await explorer.open();
  await keyboard.press('/');
  await keyboard.type('loxley pac');
  await keyboard.press('Enter');
  await expect(inspector.title).toContainText('Loxley Pacific');
  await keyboard.press('t');
  await keyboard.type('huawei');
  await keyboard.press('Enter');
  await keyboard.type('koryolink');
  await keyboard.press('Enter');
  await expect(trace.to).toHaveValue('Koryolink');
  await keyboard.press('t');
  await keyboard.type('vimpelcom');
  await keyboard.press('Enter');
  await expect(trace.from).toHaveValue('VimpelCom');
  await expect(trace.to).toBeFocused();

  await trace.constraints.getByRole('button', { name: 'Avoid an entity' }).click();
  await keyboard.type('cheo');
  await keyboard.press('Enter');
  await expect(trace.constraints.getByRole('button', { name: /^No longer avoid CHEO/ })).toBeVisible();

  await page.getByRole('tab', { name: 'Owners' }).click();
  const owners = page.getByRole('tabpanel', { name: 'Owners' });
  await owners.getByRole('combobox', { name: 'Entity' }).click();
  await keyboard.type('koryolink');
  await keyboard.press('Enter');
  await expect(owners.getByRole('combobox', { name: 'Entity' })).toHaveValue('Koryolink');
  await owners.getByRole('combobox', { name: 'Add a sanctioned party' }).click();
  await keyboard.type('korea post');
  await keyboard.press('Enter');
  await expect(owners.getByRole('combobox', { name: 'Add a sanctioned party' })).toHaveValue('');
  await expect(owners.locator('.listed-parties').getByRole('button')).toHaveCount(1);
});

test('a name that nobody has is said to have no holder, and the field keeps it', async ({ explorer, page }) => {
  const { trace } = explorer;
  await explorer.open();
  await page.keyboard.press('t');
  await page.keyboard.type('zzxqvw');
  await page.keyboard.press('Enter');
  await expect(trace.from).toHaveValue('zzxqvw');
  await expect(trace.from).toBeFocused();
  await expect(page.getByRole('tabpanel', { name: 'Trace' }).getByRole('alert')).toHaveText('No entity has such a name.');
});

test('T works from another panel, and what is typed right after Ctrl K is not lost', async ({ explorer, page }) => {
  const { trace, palette } = explorer;
  const { keyboard } = page;
  await explorer.open();
  await explorer.filters.show();
  await keyboard.press('t');
  await keyboard.type('huawei');
  await keyboard.press('Enter');
  await expect(trace.from).toHaveValue('Huawei');
  await keyboard.press('Escape');
  let arrive = () => {};
  const typed = new Promise<void>((resolve) => (arrive = resolve));
  await page.route('**/Dialogs-*.js', async (route) => {
    await typed;
    await route.continue();
  });
  await keyboard.press('ControlOrMeta+k');
  await keyboard.type('show tab');
  await keyboard.press('Enter');
  arrive();
  await expect(palette.dialog).toBeHidden();
  await expect(explorer.table.entities).toBeVisible();
});
