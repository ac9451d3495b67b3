import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { BROWSER_ARGS, findBrowser } from './findBrowser';
import { expect, faultsOf, test } from './story';
import { axeViolations } from './pages/axeViolations';
import { Explorer } from './pages/Explorer';

/** A new case with its first source, and the claim line open. */
async function begun(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('New case');
  await page.keyboard.press('Enter');
  await page.getByLabel('Source', { exact: true }).fill('A filing, A register');
  await page.keyboard.press('Enter');
}

const claimOf = (page: Page) => page.getByRole('combobox', { name: 'Claim' });

async function entered(page: Page, line: string): Promise<void> {
  await claimOf(page).fill(line);
  await page.keyboard.press('Enter');
  await expect(claimOf(page)).not.toHaveValue(line);
}

test('two tabs on one case know of each other: one works on it, the other takes it over, and no edit is lost', async ({
  page, explorer, context, baseURL,
}) => {
  await explorer.open();
  await begun(page);
  await entered(page, 'Oak (company) owns Quay JV (joint venture) 75 %');
  await expect(page.getByText(/^Saved \d\d:\d\d$/)).toBeVisible();

  const other = await context.newPage();
  const second = new Explorer(other, faultsOf(other, new URL(baseURL!).origin));
  await second.open();
  const here = (on: Page) => on.getByRole('button', { name: 'In another tab: work here' });
  await expect(here(other)).toBeVisible();
  await expect(second.notices).toContainText('is worked on in another tab');
  await expect(second.chart.entity('Oak')).toHaveCount(1);
  for (const theme of ['light', 'dark'] as const) {
    await other.emulateMedia({ colorScheme: theme });
    expect(await axeViolations(other)).toEqual([]);
  }
  // What is typed there is not entered, and not lost.
  await other.keyboard.press('a');
  await claimOf(other).fill('Oak owns Dock (company)');
  await other.keyboard.press('Enter');
  await expect(second.notices).toContainText('The line is kept');
  await expect(claimOf(other)).toHaveValue('Oak owns Dock (company)');
  await other.keyboard.press('Escape');

  await page.bringToFront();
  await entered(page, 'Oak directs Pier (company)');
  await other.bringToFront();
  await here(other).click();
  await expect(second.chart.entity('Pier')).toHaveCount(1);
  await expect(here(other)).toBeHidden();
  await other.keyboard.press('a');
  await entered(other, 'Pier owns Dock (company)');
  await expect(other.getByText(/^Saved \d\d:\d\d$/)).toBeVisible();

  await page.bringToFront();
  await here(page).click();
  await expect(explorer.chart.entity('Dock')).toHaveCount(1);
  await expect(explorer.chart.entity('Pier')).toHaveCount(1);
  await other.bringToFront();
  await expect(here(other)).toBeVisible();
  expect(second.faults).toEqual([]);
});

test('a browser that is killed while one types loses at most the line that was being typed', async ({ baseURL }) => {
  const profile = await mkdtemp(join(tmpdir(), 'throughline-profile-'));
  const executablePath = findBrowser();
  const launch = () =>
    chromium.launchPersistentContext(profile, {
      baseURL: baseURL!, viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce', args: [...BROWSER_ARGS],
      ...(executablePath ? { executablePath } : {}),
    });
  try {
    const context = await launch();
    const page = context.pages()[0] ?? (await context.newPage());
    const explorer = new Explorer(page);
    await explorer.open();
    await begun(page);
    // The moment is another in each run, and told where it fails.
    const [whole, typed] = [3 + Math.floor(Math.random() * 5), Math.floor(Math.random() * 20)];
    for (let n = 1; n <= whole; n += 1) {
      await claimOf(page).fill(`Oak owns Dock ${n} (company)`);
      await page.keyboard.press('Enter');
      await expect(explorer.chart.entity(`Dock ${n}`)).toHaveCount(1);
    }
    await expect(page.locator('.kept-mark')).toHaveText(/^Saved/);
    const { pid } = await processOf(page);
    const gone = new Promise((resolve) => context.once('close', resolve));
    await page.keyboard.type('Oak owns Never (company)'.slice(0, typed));
    process.kill(pid, 'SIGKILL');
    await gone;

    const again = await launch();
    const after = new Explorer(again.pages()[0] ?? (await again.newPage()));
    await after.open();
    const there = await Promise.all(Array.from({ length: whole }, (_, i) => after.chart.entity(`Dock ${i + 1}`).count()));
    expect(there, `killed after ${whole} lines and ${typed} letters`).toEqual(Array.from({ length: whole }, () => 1));
    await again.close();
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
});

/** The process of the browser itself, which all its others end with. */
async function processOf(page: Page): Promise<{ pid: number }> {
  const session = await page.context().browser()!.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  return { pid: processInfo.find(({ type }) => type === 'browser')!.id };
}
