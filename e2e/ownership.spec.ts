import { readFile } from 'node:fs/promises';
import { Explorer } from './pages/Explorer';
import { OwnersPanel } from './pages/OwnersPanel';
import { axeViolations } from './pages/axeViolations';
import { expect, test } from './story';

const AT_2009 = '?case=north-korea-telecom&ask=owners&owners=koryolink&owners-asof=2009';

test('who owns Koryolink in 2009: holders, shares through chains, owners in the end, each with what is recorded', async ({
  explorer, page,
}) => {
  const owners = new OwnersPanel(page);
  await explorer.open('?case=north-korea-telecom&select=entity:koryolink');
  await explorer.inspector.action('Owners').click();
  await owners.at('2009');
  await expect(owners.holders).toContainText('As of 2009');
  await expect(owners.holders).toContainText('control without a share does not count');
  await expect(owners.holders).toContainText(/100 %\s*CHEO Technology JV/);
  await expect(owners.holders).toContainText(/none left\s*Global Telecom/);
  await expect(owners.chains).toContainText('Orascom Telecom (OTH) has 75 % of Koryolink');
  await owners.chains.getByText('The chain').nth(1).click();
  await expect(owners.chains).toContainText('→ 75 % of CHEO Technology JV → 100 % of Koryolink');
  await owners.at('2015');
  await expect(owners.chains).toContainText('OTMT has 75 % of Koryolink');
});

test('parties picked as listed: the 50 per cent rule answers yes, no or undetermined, with its proof', async ({ explorer, page }) => {
  const owners = new OwnersPanel(page);
  await explorer.open(AT_2009);
  await owners.list('Korea Post', 'Korea Post');
  await expect(owners.answer).toContainText('No');
  await expect(owners.rule).toContainText('0 % of it in aggregate');
  await owners.rule.getByRole('button', { name: /^Remove Korea Post/ }).click();
  await owners.list('Orascom Telecom', 'Orascom Telecom');
  await expect(owners.answer).toContainText('Yes');
  await expect(owners.proof).toContainText('75 % of CHEO Technology JV is held by Orascom Telecom (OTH), which is listed.');
  await owners.rule.getByRole('button', { name: /^Remove Orascom/ }).click();
  await owners.list('Weather Investments', 'Weather Investments');
  await expect(owners.answer).toContainText('Undetermined');
});

test('the proof is drawn with owners above, sent to a snapshot that opens again, and printed as sentences with footnotes', async ({
  explorer, page, context,
}) => {
  const owners = new OwnersPanel(page);
  await explorer.open(`${AT_2009}&listed=orascom-telecom-holding`);
  await owners.draw.click();
  await expect(page.getByText('owners above, Σ in effect through chains')).toBeVisible();
  await expect(explorer.chart.sentences).toContainText('Who owns');
  const taken = await explorer.snapshots.frozen();
  expect(taken.ownership?.answer.listed?.answer).toBe('yes');
  const { positions } = taken.chart;
  for (const r of taken.dataset.relationships) expect(positions[r.from]!.y).toBeLessThan(positions[r.to]!.y);
  const brief = await readFile(await (await explorer.snapshots.save('Brief with footnotes')).path(), 'utf8');
  expect(brief).toMatch(/100\s% of \*\*Koryolink\*\* is held by \*\*CHEO Technology JV Company\*\*\[\^1\]/);
  const file = await (await explorer.snapshots.save('Data that opens here again')).path();
  const again = new Explorer(await context.newPage());
  await again.open();
  await again.drop(file);
  await expect(again.page.getByText('owners above, Σ in effect through chains')).toBeVisible();
  await again.page.close();
  await owners.back.click();
  await expect(explorer.drawnLine).toBeVisible();
});

test('by keyboard alone: Shift+O asks for what is selected, Shift+P draws the proof and the chart again', async ({ explorer, page }) => {
  await explorer.open('?case=north-korea-telecom&select=entity:koryolink');
  await page.keyboard.press('Shift+O');
  await expect(new OwnersPanel(page).holders).toBeVisible();
  await page.keyboard.press('Shift+P');
  await expect(page).toHaveURL(/proof=yes/);
  await page.keyboard.press('Shift+P');
  await expect(page).not.toHaveURL(/proof=yes/);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });
    test(`axe finds nothing serious on owners (${colorScheme})`, async ({ explorer, page }) => {
      await explorer.open(`${AT_2009}&listed=orascom-telecom-holding&proof=yes`);
      await expect(new OwnersPanel(page).answer).toBeVisible();
      expect(await axeViolations(page)).toEqual([]);
    });
  });
}
