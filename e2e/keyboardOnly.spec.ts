import type { Page } from '@playwright/test';
import { expect, test } from './story';

/** From here on a mouse that is used fails the story. */
async function takeTheMouseAway(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const type of ['mousedown', 'pointerdown', 'touchstart']) {
      addEventListener(type, (event) => event.isTrusted && console.error(`a hand was used: ${type}`), true);
    }
  });
}

test('from T to reading the active route, without a mouse', async ({ explorer, page }) => {
  const { trace, chart, inspector } = explorer;
  await explorer.open();
  await takeTheMouseAway(page);
  const { keyboard } = page;

  await keyboard.press('t');
  await expect(trace.from).toBeFocused();
  await keyboard.type('huawei');
  await keyboard.press('Enter');
  await expect(trace.from).toHaveValue(/Huawei/);
  await expect(trace.to).toBeFocused();
  await keyboard.type('koryolink');
  await expect(page.getByRole('option').first()).toContainText('Koryolink');
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(trace.routes).not.toHaveCount(0);

  await keyboard.press('t');
  await keyboard.press('Enter');
  await keyboard.press('g');
  await expect(trace.to, 'a letter typed in a field is text').toBeFocused();
  await keyboard.press('Escape');
  await expect(trace.to).toHaveValue(/Koryolink/);
  await expect(trace.active, 'Escape takes back what was typed and leaves the route alone').toContainText('1 hop');
  await tabTo(page, /^(Route 2: )?Huawei allegedly worked through Panda International/);
  await keyboard.press('Enter');
  await expect(trace.active).toContainText('Panda International');
  await keyboard.press(']');
  await expect(trace.active).toContainText('Xiamen Baoxin');
  await keyboard.press('[');
  await expect(chart.sentences).toContainText(/Route 2 of \d+ is highlighted/);
  await expect(page.getByRole('status').filter({ hasText: /^Route 2 of \d+/ })).toBeAttached();

  await keyboard.press('Tab');
  await expect(page.getByRole('button', { name: /^Sources/ }).and(page.locator(':focus'))).toBeVisible();
  await keyboard.press('Enter');
  await expect(inspector.title).toContainText('Panda International');
  await expect(inspector.claims).not.toHaveCount(0);
});

test('the chart is walked along its relationships, and left again with Tab', async ({ explorer, page }) => {
  const { chart, inspector } = explorer;
  await explorer.open();
  await takeTheMouseAway(page);
  const { keyboard } = page;
  await keyboard.press('g');
  await expect(chart.canvas).toBeFocused();
  await keyboard.press('Tab');
  await expect(inspector.title).not.toBeEmpty();
  const first = await inspector.title.innerText();
  await keyboard.press('Tab');
  await expect(inspector.title).not.toHaveText(first);

  await keyboard.press('/');
  await keyboard.type('koryolink');
  await keyboard.press('Enter');
  await expect(inspector.title).toHaveText('Koryolink');
  await keyboard.press('Tab');
  await keyboard.press('g');
  await keyboard.press('ArrowRight');
  await expect(inspector.title).not.toHaveText('Koryolink');
  await expect(inspector.panel).toContainText('Koryolink');
  await expect(page.getByRole('status').filter({ hasText: /relationships? drawn/ })).toContainText(await inspector.title.innerText());
  await keyboard.press('Escape');
  await expect(inspector.panel).toBeHidden();
  await keyboard.press('Shift+Tab');
  await expect(chart.canvas).not.toBeFocused();
});

test('the chart is read as sentences, one stop of Tab, and a sentence leads to its claims', async ({ explorer, page }) => {
  const { chart, inspector } = explorer;
  await explorer.open();
  const first = chart.sentences.getByRole('button').first();
  await first.focus();
  await takeTheMouseAway(page);
  await page.keyboard.press('ArrowDown');
  const tie = chart.sentences.getByRole('button').nth(1);
  await expect(tie).toBeFocused();
  const said = await tie.innerText();
  await page.keyboard.press('Enter');
  await expect(inspector.claims).not.toHaveCount(0);
  await expect(chart.sentences.locator('[aria-current]').filter({ hasText: said })).not.toHaveCount(0);
  await page.keyboard.press('Tab');
  await expect(chart.sentences.locator(':focus')).toHaveCount(0);
});

test('the palette lists what can be done, and does it', async ({ explorer, page }) => {
  const { palette } = explorer;
  await explorer.open();
  await takeTheMouseAway(page);
  await page.keyboard.press('ControlOrMeta+k');
  await expect(palette.field).toBeFocused();
  await expect(palette.commands.filter({ hasText: 'Fit everything' })).toContainText('F');
  await page.keyboard.type('show denied');
  await expect(palette.commands).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(palette.dialog).toBeHidden();
  await expect(explorer.drawnLine).not.toContainText('denied');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(explorer.drawnLine).toContainText('denied');
});

test('help lists every shortcut, opens with ? and gives the focus back', async ({ explorer, page }) => {
  await explorer.open();
  await takeTheMouseAway(page);
  await page.keyboard.press('g');
  await page.keyboard.press('?');
  await expect(explorer.help).toBeVisible();
  for (const words of [
    'Trace: how are two connected?', 'Next route', 'Previous route', 'Undo', 'Redo', 'Fit everything', 'Hide', 'Pin or unpin',
  ]) await expect(explorer.help).toContainText(words);
  await page.keyboard.press('Escape');
  await expect(explorer.help).toBeHidden();
  await expect(explorer.chart.canvas).toBeFocused();
});

test('a search goes from / to the inspector without a mouse', async ({ explorer, page }) => {
  await explorer.open();
  await takeTheMouseAway(page);
  await page.keyboard.press('/');
  await expect(explorer.search.field).toBeFocused();
  await page.keyboard.type('loxley pac');
  await page.keyboard.press('Enter');
  await expect(explorer.inspector.title).toContainText('Loxley Pacific');
  await expect(explorer.chart.canvas).toBeFocused();
  await page.keyboard.press('/');
  await page.keyboard.type('pan');
  await page.keyboard.press('Escape');
  await expect(explorer.search.field).toHaveValue('');
  await expect(explorer.inspector.title).toContainText('Loxley Pacific');
});

/** Presses Tab until the focus is on a button of this name. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const wanted = page.getByRole('button', { name }).and(page.locator(':focus'));
  for (let i = 0; i < 40; i += 1) {
    if ((await wanted.count()) > 0) return;
    await page.keyboard.press('Tab');
  }
  await expect(wanted).toHaveCount(1);
}
