import type { Locator, Page } from '@playwright/test';
import { expect, test } from './story';
import { axeViolations } from './pages/axeViolations';
import type { Explorer } from './pages/Explorer';

/** Twenty claims as somebody types them who reads about the networks of the north; worded for this story. */
const CLAIMS: readonly { source: string; lines: readonly string[] }[] = [
  {
    source: 'Annual report 2008, Orascom Telecom Holding, March 2009',
    lines: [
      'Orascom Telecom Holding (company) owns CHEO Technology JV (joint venture) 75 % 2008-01.. p. 12 "75 per cent of the shares"',
      'Korea Post and Telecommunications Corporation (state body) owns CHEO Technology JV 25 % 2008-01.. p. 12',
      'CHEO Technology JV operates Koryolink (network) since December 2008 p. 14 "launched in December 2008"',
      'Koryolink is active in Pyongyang (place) 2008-12.. p. 14',
      'Orascom Telecom Holding finances CHEO Technology JV up to $400 million 2008 p. 15',
      'Naguib Sawiris (person) directs Orascom Telecom Holding as executive chairman 1997..2011 p. 3',
    ],
  },
  {
    source: 'E. Reporter, “Leaked papers on a network”, The Evening Paper, 22 July 2019, https://paper.example/leaked',
    lines: [
      'Huawei (company) works with Panda International (company) 2008..2016 alleged',
      'Panda International supplies Koryolink 2008..2016 alleged "past orders and contracts"',
      'Huawei supplies Koryolink 2008..2016 alleged',
      'Huawei is located in Shenzhen (place)',
      'Panda International is located in Nanjing (place)',
      'Koryolink: had its switches kept by Huawei until 2016, note 4 "quietly helped"',
    ],
  },
  {
    source: 'Statement on recent reports, Huawei, 2019-07-22',
    lines: ['Huawei supplies Koryolink denied "no business presence"', 'Huawei works with Panda International denied'],
  },
  {
    source: 'Register of companies, Cabinet of the Republic',
    lines: [
      'Loxley Pacific (company) owns Northeast Asia Telephone and Telecommunications (joint venture) 70 % 1995..',
      'Korea Post and Telecommunications Corporation owns Northeast Asia Telephone and Telecommunications 30 % 1995..',
      'Northeast Asia Telephone and Telecommunications operates SunNet (network) 2002-11..2010',
      'SunNet is active in Pyongyang 2002-11..',
      'Koryolink succeeds SunNet 2008-12',
      'CHEO Technology JV founded January 2008 p. 1',
    ],
  },
];

/** Types a source into its field, which has the keyboard then; gives the claim line, which has it next. */
async function sourceNamed(page: Page, text: string): Promise<Locator> {
  await expect(page.getByLabel('Source', { exact: true })).toBeFocused();
  await page.keyboard.insertText(text);
  await page.keyboard.press('Enter');
  const claim = page.getByRole('combobox', { name: 'Claim' });
  await expect(claim).toBeFocused();
  return claim;
}

/** Opens the bundled case with the claim line below it, a source named. */
async function lineOpened(explorer: Explorer, page: Page): Promise<Locator> {
  await explorer.open();
  await page.keyboard.press('n');
  return sourceNamed(page, 'A filing, A register');
}

test('a case is typed in by the keyboard alone, source by source, and a reload keeps all of it', async ({ page, explorer }) => {
  test.setTimeout(180_000);
  const { keyboard } = page;
  await explorer.open();
  await keyboard.press('Control+k');
  await keyboard.type('New case');
  await keyboard.press('Enter');
  let entered = 0;
  for (const { source, lines } of CLAIMS) {
    if (entered > 0) {
      await keyboard.press('Escape');
      await keyboard.press('n');
    }
    const claim = await sourceNamed(page, source);
    for (const line of lines) {
      await keyboard.press('Control+a');
      await keyboard.type(line);
      await keyboard.press('Enter');
      entered += 1;
      // One confirmation at most: none of these lines has a doubt. Entered, the line keeps its first name at most.
      await expect(claim).not.toHaveValue(line);
      await expect(explorer.undo).toHaveAccessibleName(/^Undo: Enter:/);
    }
  }
  expect(entered).toBe(20);
  await expect(explorer.drawnLine).toContainText('13 entities, 16 relationships');
  await expect(page.getByText(/^Saved \d\d:\d\d$/)).toBeVisible();
  await explorer.reload();
  await expect(explorer.drawnLine).toContainText('13 entities, 16 relationships');
  await expect(page.getByRole('button', { name: /Source Register of companies/ })).toBeVisible();
});

test('what a line says is shown as it is typed, and Tab completes', async ({ page, explorer }) => {
  const { keyboard } = page;
  const claim = await lineOpened(explorer, page);
  await keyboard.type('Orascom Tel');
  await expect(page.getByRole('option').first()).toContainText('Orascom');
  await keyboard.press('Tab');
  await keyboard.type('owns Koryol');
  await expect(page.getByRole('option').first()).toContainText('Koryolink');
  await keyboard.press('Tab');
  await keyboard.type('75 % roughly');
  await expect(page.locator('.entry-sentence')).toContainText('owns 75 % of');
  await expect(page.locator('.entry-doubt')).toHaveText('roughly');
  expect(await axeViolations(page)).toEqual([]);
  await keyboard.press('Enter');
  await expect(page.getByText('Enter again')).toBeVisible();
  await keyboard.press('Escape');
  await expect(claim).toBeHidden();
});

test('a drag with Alt opens the line with two entities, and a tie is denied and deleted from the inspector', async ({ page, explorer }) => {
  const { keyboard, mouse } = page;
  const claim = await lineOpened(explorer, page);
  await keyboard.press('Escape');
  const places = await explorer.chart.fitted();
  const [from, to] = [places.get('huawei')!, places.get('koryolink')!];
  await keyboard.down('Alt');
  await mouse.move(from.x, from.y);
  await mouse.down();
  await mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2);
  await mouse.move(to.x, to.y);
  await mouse.up();
  await keyboard.up('Alt');
  await expect(claim).toBeFocused();
  await expect(claim).toHaveValue(/^Huawei\S* .* Koryolink $/);
  await keyboard.type('licen');
  await expect(page.getByRole('option').first()).toContainText('licenses');
  await keyboard.press('Tab');
  await keyboard.press('Enter');
  const inspector = page.getByRole('complementary', { name: 'Inspector' }).or(page.locator('.right-panel'));
  await expect(inspector.first()).toContainText('licenses');
  await page.getByRole('button', { name: 'Deny', exact: true }).click();
  await expect(claim).toHaveValue(/licenses .* denied/);
  await keyboard.press('Enter');
  await expect(inspector.first()).toContainText('2 claims');
  await expect(inspector.first()).toContainText('disputed');
  await page.getByRole('button', { name: 'Delete…', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(explorer.chart.relationship('Huawei licenses')).toHaveCount(0);
});

test('the history says every step in words, undoes one alone, and goes back to a version by its name', async ({ page, explorer }) => {
  await explorer.open();
  const { keyboard } = page;
  await keyboard.press('Control+k');
  await keyboard.type('New case');
  await keyboard.press('Enter');
  const claim = await sourceNamed(page, 'A filing, A register');
  const enter = async (line: string) => {
    await keyboard.press('Control+a');
    await keyboard.type(line);
    await keyboard.press('Enter');
    await expect(claim).not.toHaveValue(line);
  };
  await enter('Oak (company) owns Quay JV (joint venture) 75 %');
  await enter('Oak (company) directs Pier (company)');
  await expect(explorer.drawnLine).toContainText('3 entities, 2 relationships');
  await keyboard.press('Escape');
  await keyboard.press('Shift+U');
  const panel = page.getByRole('tabpanel', { name: 'History' });
  await panel.getByLabel('Name this version').fill('as sent');
  await panel.getByRole('button', { name: 'Name it' }).click();
  await expect(panel.getByText('Version “as sent”')).toBeVisible();
  await page.getByRole('button', { name: /^Add a claim/ }).click();
  await enter('Oak owns Dock (company)');
  const steps = panel.getByRole('listitem').filter({ hasText: 'Enter:' });
  await expect(steps).toHaveCount(3);
  await expect(steps.first()).toContainText('Oak owns Dock');
  for (const theme of ['Light', 'Dark'] as const) {
    await explorer.setTheme(theme);
    expect(await axeViolations(page)).toEqual([]);
  }
  // The tie to Quay JV brought Oak, on which the others stand; the one to Pier stands by itself.
  await steps.nth(2).getByRole('button', { name: 'Undo alone' }).click();
  await expect(explorer.notices).toContainText('stand on it');
  await steps.nth(1).getByRole('button', { name: 'Undo alone' }).click();
  await expect(explorer.drawnLine).toContainText('3 entities, 2 relationships');
  await expect(explorer.chart.relationship('Oak directs Pier')).toHaveCount(0);
  await panel.getByRole('listitem').filter({ hasText: 'Version “as sent”' }).getByRole('button', { name: 'Go back to here' }).click();
  await expect(explorer.chart.relationship('Oak directs Pier')).toHaveCount(1);
  await expect(explorer.chart.relationship('Oak owns Dock')).toHaveCount(0);
  await explorer.reload();
  await page.keyboard.press('Shift+U');
  await expect(panel.getByText('Go back to version “as sent”')).toBeVisible();
});
