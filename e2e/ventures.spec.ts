import { readFile } from 'node:fs/promises';
import { VenturesPanel } from './pages/VenturesPanel';
import { axeViolations } from './pages/axeViolations';
import { expect, test } from './story';

const CHEO = 'CHEO Technology JV';

test('ventures are listed with partners, shares, dates and claims; what is unknown is never zero', async ({ explorer, page }) => {
  const ventures = new VenturesPanel(page);
  await explorer.open();
  await ventures.show();
  const cheo = ventures.venture(CHEO);
  await expect(cheo).toContainText(/75 %\s*Orascom Telecom \(OTH\)/);
  await expect(cheo).toContainText(/25 %\s*Korea Post/);
  await expect(cheo).toContainText('2008-01–2011');
  await expect(cheo).toContainText('3 sources');
  await expect(ventures.venture('Star JV')).toContainText('unknown');
  await expect(ventures.panel).not.toContainText(/(^|[^\d–])0 %/);
  await expect(ventures.panel).toContainText('every status but denied');
  await cheo.getByRole('button', { name: /2008-01–2011/ }).click();
  await expect(explorer.inspector.title).toContainText('75 %');
  await expect(explorer.inspector.claims).not.toHaveCount(0);
});

test('a venture is drawn as hub, enclosure and ties, one press apart; routes are the same in all three, a snapshot keeps the way', async ({
  explorer, page,
}) => {
  const ventures = new VenturesPanel(page);
  await explorer.open();
  await explorer.trace.ask('OTMT', 'Koryolink');
  await expect(explorer.trace.routes).not.toHaveCount(0);
  const routes = await explorer.trace.routes.allInnerTexts();
  for (const [way, kept] of [
    ['As an enclosure around its partners', 'compound'], ['As direct ties between its partners', 'ties'],
  ] as const) {
    await ventures.show();
    await ventures.draw(CHEO, way);
    await expect(explorer.chart.sentences).toContainText(
      `CHEO Technology JV Company is drawn as ${kept === 'ties' ? 'direct ties' : 'an enclosure'}`,
    );
    expect((await explorer.snapshots.frozen()).chart.ventures).toEqual({ 'cheo-technology-jv': kept });
    await page.getByRole('tab', { name: 'Trace' }).click();
    await expect.poll(() => explorer.trace.routes.allInnerTexts()).toEqual(routes);
    if (kept === 'compound') await expect(explorer.legend).toContainText('a venture and its partners');
  }
  await expect(explorer.legend).toContainText('computed, not recorded');
  await page
    .getByRole('banner')
    .getByRole('button', { name: /^Undo: Draw/ })
    .click();
  await expect(page).toHaveURL(/compound=cheo-technology-jv/);
  await explorer.reload();
  expect((await explorer.snapshots.frozen()).chart.ventures).toEqual({ 'cheo-technology-jv': 'compound' });
});

test('who meets in which ventures is a table, most often first, and can be saved', async ({ explorer, page }) => {
  const ventures = new VenturesPanel(page);
  await explorer.open();
  await ventures.show();
  const often = (await ventures.meetings.allInnerTexts()).slice(1).map((row) => Number(/\d+$/.exec(row.trim())?.[0]));
  expect(often[0]).toBe(2);
  expect(often).toEqual([...often].sort((a, b) => b - a));
  await expect(ventures.meetings.filter({ hasText: 'Korea Post' }).first()).toContainText(/2$/);
  const csv = await readFile(await (await ventures.saveMeetings()).path(), 'utf8');
  expect(csv.split('\r\n')[0]).toBe('Party,Other party,Ventures,Which');
  expect(csv).toContain('CHEO Technology JV Company');
});

test('by keyboard alone: Shift+V lists the ventures, W draws the one selected in the next way', async ({ explorer, page }) => {
  await explorer.open('?case=north-korea-telecom&select=entity:cheo-technology-jv');
  await page.keyboard.press('Shift+V');
  await expect(new VenturesPanel(page).ventures.first()).toBeVisible();
  await page.keyboard.press('w');
  await expect(page).toHaveURL(/compound=cheo-technology-jv/);
  await page.keyboard.press('w');
  await expect(page).toHaveURL(/ties=cheo-technology-jv/);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });
    test(`axe finds nothing serious on ventures (${colorScheme})`, async ({ explorer, page }) => {
      await explorer.open('?case=north-korea-telecom&ask=ventures&ties=cheo-technology-jv&select=entity:cheo-technology-jv');
      await expect(new VenturesPanel(page).ventures.first()).toBeVisible();
      expect(await axeViolations(page)).toEqual([]);
    });
  });
}
