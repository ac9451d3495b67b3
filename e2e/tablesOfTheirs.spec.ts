import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Locator } from '@playwright/test';
import { axeViolations } from './pages/axeViolations';
import { OwnersPanel } from './pages/OwnersPanel';
import { clippedTexts, sidewaysScroll } from './pages/clippedTexts';
import { expect, test } from './story';

const HEADER = 'Gesellschafter;Gesellschaft;Anteil in %;Eingetragen am;Bemerkung\r\n';
const GERMAN = `${HEADER}Nordlicht Holding AG;Hafenlogistik Süd GmbH;62,50;03.04.2011;laut Handelsregister\r\n`
  + `Ingrid Österreicher;Hafenlogistik Süd GmbH;37,50;05.06.2012;\r\nIngrid Österreicher;Nordlicht Holding AG;51,00;31.12.2005;\r\n`;

/** As Excel saves it on a German Windows. */
const windows1252 = (text: string) => Buffer.from(text, 'latin1');

test('a table packed by gzip shows its preview, and then its chart', async ({ explorer }, info) => {
  const { mapping, chart } = explorer;
  await explorer.open();
  const path = info.outputPath('beteiligungen.csv.gz');
  await writeFile(path, gzipSync(windows1252(GERMAN)));
  await explorer.drop(path);
  await expect(mapping.outcome).toContainText('3 relationships between 3 entities');
  await expect(mapping.column('Gesellschafter')).toHaveValue('from');
  await expect(mapping.rows.first()).toContainText('Hafenlogistik Süd GmbH');
  await mapping.open.click();
  await expect(explorer.drawnLine).toContainText(/^3 entities, 3 relationships/);
  await expect(chart.relationship('Nordlicht Holding AG owns 62.5 % of Hafenlogistik Süd GmbH')).toBeAttached();
});

test('a semicolon CSV with German headers and decimal commas is settled by keyboard, opened, and remembered for the next one', async ({
  explorer, page,
}, info) => {
  const { mapping, chart, inspector, notices } = explorer;
  await explorer.open();
  const told = await chart.told();
  const path = info.outputPath('beteiligungen.csv');
  await writeFile(path, windows1252(GERMAN));
  await explorer.drop(path);
  await expect(mapping.dialog).toBeVisible();
  await expect(mapping.outcome).toContainText('3 relationships between 3 entities');
  await expect(mapping.column('Gesellschafter')).toHaveValue('from');
  await expect(mapping.column('Gesellschaft')).toHaveValue('to');
  await expect(mapping.column('Anteil in %')).toHaveValue('share');
  await expect(mapping.choice('Number format')).toHaveValue('comma');
  await expect(mapping.rows.first()).toContainText('Hafenlogistik Süd GmbH');
  expect(await chart.told(), 'nothing is replaced yet').toEqual(told);

  const remark = mapping.column('Bemerkung');
  await mapping.column('Anteil in %').focus();
  for (let i = 0; i < 8 && !(await isFocused(remark)); i += 1) await page.keyboard.press('Tab');
  await expect(remark).toBeFocused();
  await page.keyboard.press('Home');
  for (let i = 0; i < 40 && (await remark.inputValue()) !== 'statement'; i += 1) await page.keyboard.press('ArrowDown');
  await expect(remark).toHaveValue('statement');
  await expect(mapping.column('Anteil in %'), 'what a choice runs through on its way is not taken from others').toHaveValue('share');
  await expect(mapping.outcome).toContainText('3 relationships');
  await mapping.open.focus();
  await page.keyboard.press('Enter');
  await expect(mapping.dialog).toBeHidden();
  await expect(notices).toContainText('“beteiligungen.csv” was imported with');
  await expect(explorer.drawnLine).toContainText(/^3 entities, 3 relationships/);
  await expect(chart.relationship('Nordlicht Holding AG owns 62.5 % of Hafenlogistik Süd GmbH')).toBeAttached();
  await chart.relationship('Nordlicht Holding AG owns 62.5 %').press('Enter');
  await expect(inspector.panel).toContainText('laut Handelsregister');

  await explorer.reload();
  await expect(explorer.drawnLine).toContainText(/^3 entities, 3 relationships/);
  await expect(mapping.dialog).toBeHidden();
  await expect(chart.relationship('Nordlicht Holding AG owns 62.5 %')).toBeAttached();

  const next = info.outputPath('neue-beteiligungen.csv');
  await writeFile(next, windows1252(`${HEADER}Küstenbank eG;Kranbau Elbe KG;9,75;02.03.2006;nur im Jahresabschluss\r\n`));
  await explorer.drop(next);
  await expect(notices).toContainText('“neue-beteiligungen.csv” was imported with the saved column mapping.');
  await expect(chart.relationship('Küstenbank eG owns 9.75 % of Kranbau Elbe KG')).toBeAttached();
  await notices.getByRole('button', { name: 'Change mapping…' }).click();
  await expect(mapping.dialog).toBeVisible();
  await expect(mapping.column('Bemerkung')).toHaveValue('statement');
  await page.keyboard.press('Escape');
  await expect(mapping.dialog).toBeHidden();
});

/** A list of holdings as an office keeps it: what each tie is stands in a column, in words of its own. */
const HOLDINGS = [
  'Von;Nach;Art der Verbindung;Anteil in %;gültig ab;gültig bis;Sitzland',
  'Alder Holding AG;Hafen Nord GmbH;Beteiligung;33,3;01.02.2010;;Deutschland',
  'Birch Invest GmbH;Hafen Nord GmbH;Eigentümer;25,0;03.04.2011;;Deutschland',
  'Cedar KG;Hafen Nord GmbH;Mitinhaberschaft;41,7;31.12.2012;;Deutschland',
  'Dora Vogt;Alder Holding AG;Gesellschafterin;60,0;01.03.2009;;Deutschland',
  'Elm Stahl AG;Hafen Nord GmbH;Lieferant;;05.06.2013;31.12.2019;Deutschland',
  'Dora Vogt;Hafen Nord GmbH;Vorstand;;05.06.2012;;Deutschland',
  'Fir Werft AG;Hafen Nord GmbH;Patenschaft;;;;Deutschland',
].join('\r\n');

test('from a German list of holdings to the owners of a company: what words mean is shown, settled by keyboard, and counts', async ({
  explorer, page,
}, info) => {
  const { mapping, chart } = explorer;
  const owners = new OwnersPanel(page);
  await explorer.open();
  const path = info.outputPath('verbindungen.csv');
  await writeFile(path, windows1252(HOLDINGS));
  await explorer.drop(path);
  await expect(mapping.outcome).toContainText('7 relationships between 7 entities');
  await expect(mapping.column('Art der Verbindung')).toHaveValue('relationshipType');
  await expect(mapping.column('gültig ab')).toHaveValue('start');
  await expect(mapping.column('gültig bis')).toHaveValue('end');
  await expect(mapping.value('Eigentümer')).toHaveValue('owns');
  await expect(mapping.value('Lieferant')).toHaveValue('supplies');
  await expect(mapping.value('Vorstand')).toHaveValue('directs');
  await expect(mapping.dialog, 'what is unknown is said before anything is opened').toContainText('7, 2 unknown');

  const unknown = mapping.value('Patenschaft');
  await mapping.value('Mitinhaberschaft').focus();
  await page.keyboard.type('owns');
  await expect(mapping.value('Mitinhaberschaft')).toHaveValue('owns');
  for (let i = 0; i < 8 && !(await isFocused(unknown)); i += 1) await page.keyboard.press('Tab');
  await expect(unknown).toBeFocused();
  await page.keyboard.type('finances');
  await expect(unknown).toHaveValue('finances');
  await expect(mapping.dialog.getByText(/\d unknown$/)).toHaveCount(0);
  await mapping.open.focus();
  await page.keyboard.press('Enter');
  await expect(mapping.dialog).toBeHidden();

  await chart.relationship('Fir Werft AG finances Hafen Nord GmbH').press('Enter');
  await page.getByRole('tab', { name: 'Owners' }).click();
  await owners.entity.click();
  await owners.entity.pressSequentially('Hafen Nord', { delay: 20 });
  await page.getByRole('option', { name: 'Hafen Nord GmbH' }).first().click();
  await expect(owners.holders).toContainText(/33.3 %\s*Alder Holding AG/);
  await expect(owners.holders).toContainText(/25 %\s*Birch Invest GmbH/);
  await expect(owners.holders).toContainText(/41.7 %\s*Cedar KG/);
  await expect(owners.chains).toContainText('Dora Vogt has 19.98 % of Hafen Nord GmbH');

  await explorer.drop(path);
  await expect(explorer.notices).toContainText('“verbindungen.csv” was imported with the saved column mapping.', { timeout: 20_000 });
  await expect(chart.relationship('Fir Werft AG finances Hafen Nord GmbH')).toBeAttached();
});

test('an encoding that was guessed wrong is corrected before anything is opened', async ({ explorer }, info) => {
  const { mapping } = explorer;
  await explorer.open();
  const path = info.outputPath('letters.csv');
  await writeFile(path, windows1252(GERMAN));
  await explorer.drop(path);
  await expect(mapping.rows.first()).toContainText('Süd');
  await mapping.choice('Encoding').selectOption('windows-1251');
  await expect(mapping.rows.first()).toContainText('Sьd');
  await mapping.choice('Encoding').selectOption('windows-1252');
  await expect(mapping.rows.first()).toContainText('Süd');
  await mapping.cancel.click();
  await expect(explorer.datasets.title).toContainText('phone networks');
});

test('a folder of tables is one dataset', async ({ explorer }, info) => {
  const { mapping, chart } = explorer;
  await explorer.open();
  const folder = info.outputPath('harbour');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'parties.csv'), 'id,name,type\np1,Alder Ltd,company\np2,Birch plc,company\np3,Ada Cedar,person\n');
  await writeFile(join(folder, 'ties.csv'), 'from,to,type,share\np3,p1,owns,60\np1,p2,owns,100\n');
  await explorer.drop(folder);
  await expect(mapping.dialog).toContainText('Import “harbour”');
  await expect(mapping.tables).toHaveCount(2);
  await expect(mapping.outcome).toContainText('2 relationships between 3 entities');
  await mapping.open.click();
  await expect(chart.relationship('Ada Cedar owns 60 % of Alder Ltd')).toBeAttached();
});

for (const theme of ['light', 'dark'] as const) {
  for (const [width, height] of [[1280, 800], [390, 844]] as const) {
    test.describe(`in the ${theme} theme, ${width} wide`, () => {
      test.use({ colorScheme: theme, viewport: { width, height } });

      test(`axe finds nothing serious in the dialog, and no text of it is cut off (${theme}, ${width})`, async ({
        explorer, page,
      }, info) => {
        test.slow();
        await explorer.open();
        const path = info.outputPath('verbindungen.csv');
        await writeFile(path, windows1252(HOLDINGS));
        await explorer.drop(path);
        await expect(explorer.mapping.outcome).toContainText('7 relationships');
        expect(await axeViolations(page)).toEqual([]);
        expect(await clippedTexts(page)).toEqual([]);
        expect(await sidewaysScroll(page)).toBe(0);
        await expect(explorer.mapping.open).toBeInViewport({ ratio: 1 });
      });
    });
  }
}

async function isFocused(locator: Locator): Promise<boolean> {
  return locator.evaluate((element) => element === document.activeElement);
}
