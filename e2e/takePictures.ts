import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { BROWSER_ARGS, findBrowser } from './findBrowser';

/** The pictures of the README: each a view of the bundled case, by its address. */
const PICTURES = [
  { name: 'trace-light', address: '?case=north-korea-telecom&from=huawei&to=koryolink&route=2', theme: 'light' },
  { name: 'trace-dark', address: '?case=north-korea-telecom&from=huawei&to=koryolink&route=2', theme: 'dark' },
  { name: 'case-light', address: '', theme: 'light' },
] as const;

/** What is typed for the picture of a case of one's own: a source, claims, and a line that is not entered yet. */
const OWN_SOURCE = 'E. Reporter, “Who runs the harbour”, The Evening Paper, 22 July 2019';
const OWN_CLAIMS = [
  'Oak Shipping Ltd owns Quay JV (joint venture) 75 % 2008-12.. p. 4 "three quarters of the shares"',
  'Ministry of Ports owns Quay JV 25 % 2008-12..',
  'Quay JV operates Pier Net (network) since 2009',
  'Birch Works (company) supplies Pier Net 2008..2016 alleged',
];
const OWN_LINE = 'Birch Works owns Quay JV 10 % 2010 roughly';

const FOLDER = join(import.meta.dirname, 'pictures');
const PORT = 4187;

mkdirSync(FOLDER, { recursive: true });
const server = spawn(process.execPath, ['--import', 'tsx', 'src/cli/throughline.ts', 'serve', '--port', String(PORT)], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
await new Promise<void>((resolve) => server.stdout.once('data', () => resolve()));
const executablePath = findBrowser();
const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: BROWSER_ARGS });
try {
  for (const { name, address, theme } of PICTURES) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, colorScheme: theme, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.goto(`http://127.0.0.1:${PORT}/${address}`);
    await page.waitForFunction(() => performance.getEntriesByName('throughline:drawn').length > 0);
    await page.waitForTimeout(1500); // routes, fonts and the fit have come to rest
    await page.screenshot({ path: join(FOLDER, `${name}.png`) });
    await context.close();
  }
  await ownCase();
} finally {
  await browser.close();
  server.kill();
}

/** Types a case and takes its picture with the last line under way. */
async function ownCase(): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, colorScheme: 'light', reducedMotion: 'reduce' });
  const page = await context.newPage();
  const { keyboard } = page;
  await page.goto(`http://127.0.0.1:${PORT}/`);
  await page.waitForFunction(() => performance.getEntriesByName('throughline:drawn').length > 0);
  await page.waitForTimeout(1500); // the panels are there as well
  await keyboard.press('Control+k');
  await keyboard.type('New case');
  await keyboard.press('Enter');
  await page.getByLabel('Source', { exact: true }).waitFor();
  await keyboard.insertText(OWN_SOURCE);
  await keyboard.press('Enter');
  const claim = page.getByRole('combobox', { name: 'Claim' });
  await claim.waitFor();
  for (const line of OWN_CLAIMS) {
    await keyboard.press('Control+a');
    await keyboard.insertText(line);
    await keyboard.press('Enter');
    await page.getByRole('button', { name: /^Undo: Enter:/ }).waitFor();
  }
  await keyboard.press('Control+a');
  await keyboard.type(OWN_LINE);
  await page.waitForTimeout(1500); // the sentence and the fit have come to rest
  await page.screenshot({ path: join(FOLDER, 'own-case-light.png') });
  await context.close();
}
