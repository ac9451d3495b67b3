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
} finally {
  await browser.close();
  server.kill();
}
