import { writeFile } from 'node:fs/promises';
import type { TestInfo } from '@playwright/test';
import { axeViolations } from './pages/axeViolations';
import { clippedTexts } from './pages/clippedTexts';
import type { Explorer } from './pages/Explorer';
import { expect, test } from './story';

async function saved(explorer: Explorer, format: RegExp, what: 'What is drawn' | 'Everything', info: TestInfo): Promise<string> {
  const download = await explorer.exporting.save(format, what);
  const path = info.outputPath(download.suggestedFilename());
  await download.saveAs(path);
  return path;
}

/** What a file had to say is read and put away, where it said anything. */
async function goOn(explorer: Explorer): Promise<void> {
  await expect(explorer.notices).toContainText('is open in place of', { timeout: 30_000 });
  if (await explorer.report.dialog.isVisible()) await explorer.report.close.click();
}

test('what is drawn goes to another tool as a graph, and comes back as it went', async ({ explorer, page }, info) => {
  const { chart, exporting } = explorer;
  await explorer.open();
  const drawn = await explorer.counts();
  const path = await saved(explorer, /^GraphML/, 'What is drawn', info);
  expect(path).toMatch(/\.graphml$/);
  await expect(exporting.losses).toBeVisible();
  await expect(exporting.losses).toContainText('1 denied');
  await exporting.losses.getByRole('button', { name: 'Continue' }).click();

  await explorer.drop(path);
  await goOn(explorer);
  expect(await explorer.counts()).toEqual(drawn);
  await expect(chart.entity('Koryolink')).toBeAttached();
  expect(await page.title()).toContain('Throughline');
});

test('everything goes into a workbook, and the workbook opens through the dialog of tables', async ({ explorer }, info) => {
  const { mapping, exporting } = explorer;
  await explorer.open();
  const path = await saved(explorer, /^Excel workbook/, 'Everything', info);
  expect(path).toMatch(/\.xlsx$/);
  if (await exporting.losses.isVisible()) await exporting.losses.getByRole('button', { name: 'Continue' }).click();
  await explorer.drop(path);
  await expect(mapping.dialog).toBeVisible();
  await expect(mapping.tables).toHaveText([/entities/, /relationships/, /claims/, /sources/]);
  await expect(mapping.outcome).toContainText('277 relationships between 154 entities', { timeout: 20_000 });
  await mapping.open.click();
  await goOn(explorer);
  await expect(explorer.drawnLine).toContainText(/^154 entities, 273 relationships/);
});

test('a format that only other tools read says what it could not hold', async ({ explorer }) => {
  const { exporting } = explorer;
  await explorer.open();
  const download = await exporting.save(/^FollowTheMoney/, 'Everything');
  expect(download.suggestedFilename()).toMatch(/\.ftm\.json$/);
  await expect(exporting.losses).toContainText('that its sources deny');
  await expect(exporting.losses.getByRole('row').filter({ hasText: 'that its sources deny' }).getByRole('cell').first()).toHaveText('4');
});

test('a file that no format claims is read as the one that is chosen', async ({ explorer }, info) => {
  const { report, mapping, chart } = explorer;
  await explorer.open();
  const path = info.outputPath('pairs.dat');
  await writeFile(path, 'Alder Ltd:Birch plc\nBirch plc:Cedar Club\n');
  await explorer.drop(path);
  await expect(report.dialog).toContainText('“pairs.dat” was not opened');
  await report.readAs.selectOption('table');
  await report.readAgain.click();
  await expect(mapping.dialog).toBeVisible();
  await mapping.choice('Separator').selectOption(':');
  await mapping.choice('Header').selectOption('');
  await mapping.choice('Each row is').selectOption('relationships');
  await mapping.column('Column 1').selectOption('from');
  await mapping.column('Column 2').selectOption('to');
  await expect(mapping.outcome).toContainText('2 relationships between 3 entities');
  await mapping.open.click();
  await goOn(explorer);
  await expect(chart.entity('Cedar Club')).toBeAttached();
  await expect(explorer.drawnLine).toContainText(/^3 entities, 2 relationships/);
});

for (const theme of ['light', 'dark'] as const) {
  test.describe(`in the ${theme} theme`, () => {
    test.use({ colorScheme: theme });

    test(`axe finds nothing serious where data is saved, and no text is cut off (${theme})`, async ({ explorer, page }) => {
      test.slow();
      await explorer.open();
      await explorer.exporting.show();
      await expect(explorer.exporting.dialog).toBeVisible();
      expect(await axeViolations(page)).toEqual([]);
      expect(await clippedTexts(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await explorer.exporting.save(/^FollowTheMoney/, 'Everything');
      await expect(explorer.exporting.losses).toBeVisible();
      expect(await axeViolations(page), 'what could not be held').toEqual([]);
    });
  });
}
