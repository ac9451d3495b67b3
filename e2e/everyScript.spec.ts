import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { scriptNames, scriptSnapshot } from '../src/cli/testing/scriptNames';
import { unpackedFont } from '../src/publish/fonts/unpackedFont';
import { BROWSER_ARGS, findBrowser } from './findBrowser';
import { Explorer } from './pages/Explorer';
import { expect, faultsOf, test as story } from './story';

const folder = mkdtempSync(join(tmpdir(), 'throughline-scripts-'));

/** A machine whose only font has Latin letters: what the browser is told of the system's fonts. */
function latinOnly(): string {
  const font = readFileSync('node_modules/@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-400-normal.woff');
  mkdirSync(join(folder, 'fonts'), { recursive: true });
  writeFileSync(join(folder, 'fonts', 'mono.ttf'), unpackedFont(font));
  const config = join(folder, 'fonts.conf');
  const head = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">';
  writeFileSync(config, `${head}<fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/cache</cachedir></fontconfig>`);
  return config;
}

/** The explorer as `throughline serve` opens it on the names, in a browser on such a machine. */
const test = story.extend<object, object>({
  baseURL: async ({}, use) => {
    const file = join(folder, 'names.json');
    writeFileSync(file, JSON.stringify(scriptSnapshot.dataset));
    const server = spawn(process.execPath, ['src/cli/checkout.js', 'serve', file, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
    const said = await new Promise<string>((resolve) => server.stdout.once('data', (piece: Buffer) => resolve(piece.toString())));
    await use(/http:\/\/[\d.:]+/.exec(said)![0]);
    server.kill();
  },
  page: async ({ baseURL, viewport }, use) => {
    const executablePath = findBrowser();
    const browser = await chromium.launch({
      ...(executablePath ? { executablePath } : {}), args: BROWSER_ARGS,
      env: { ...process.env, FONTCONFIG_FILE: latinOnly() } as Record<string, string>,
    });
    const context = await browser.newContext({ baseURL: baseURL!, viewport, reducedMotion: 'reduce', acceptDownloads: true });
    await use(await context.newPage());
    await browser.close();
  },
  faults: async ({ page, baseURL }, use) => {
    const faults = faultsOf(page, new URL(baseURL!).origin);
    await use(faults);
    expect(faults).toEqual([]);
  },
  explorer: async ({ page, faults }, use) => use(new Explorer(page, faults)),
});

/** The families of a machine's own fonts that the browser falls back on for some text; none where the page's fonts draw it all. */
async function foreignFonts(page: Page, selector: string): Promise<string[]> {
  const client = await page.context().newCDPSession(page);
  await client.send('DOM.enable');
  await client.send('CSS.enable');
  const { root } = await client.send('DOM.getDocument');
  const { nodeIds } = await client.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector });
  expect(nodeIds.length).toBeGreaterThanOrEqual(scriptNames.length);
  const used = await Promise.all(nodeIds.map((nodeId) => client.send('CSS.getPlatformFontsForNode', { nodeId })));
  return used.flatMap(({ fonts }) => fonts.filter((font) => !font.isCustomFont).map((font) => font.familyName));
}

/** The families whose files have come, one after another as the page draws their characters. */
const arrived = (page: Page) =>
  page.evaluate(() => [...new Set([...document.fonts].filter((f) => f.status === 'loaded').map((f) => f.family.replaceAll('"', '')))]);

const FAMILIES = ['Arabic', 'Hebrew', 'Thai', 'Devanagari']
  .map((script) => `IBM Plex Sans ${script}`)
  .concat('Noto Sans KR', 'Noto Sans SC', 'Noto Sans JP');

test('on a machine without their fonts the names of every script are drawn, on the chart, in the table and in what is saved', async ({
  explorer, page,
}) => {
  await explorer.open();
  await expect(explorer.drawnLine).toHaveText(new RegExp(`^${scriptNames.length} entities`));
  // Nothing but the chart shows the names yet.
  await expect.poll(() => arrived(page)).toEqual(expect.arrayContaining(FAMILIES));

  await explorer.switchToTable.click();
  await expect(explorer.table.entities).toBeVisible();
  await expect.poll(() => foreignFonts(page, '[role="gridcell"]')).toEqual([]);
  await explorer.switchToChart.click();

  for (const [form, ending, texts] of [
    ['Vector', 'svg', 'text'], ['Page that opens offline', 'html', 'text, article h3, article p'],
  ] as const) {
    const saved = join(folder, `names.${ending}`);
    await (await explorer.snapshots.save(form)).saveAs(saved);
    const opened = await (await page.context().browser()!.newContext()).newPage();
    await opened.goto(`file://${saved}`);
    await opened.evaluate(async () => (await document.fonts.ready).size);
    expect(await foreignFonts(opened, texts)).toEqual([]);
    await opened.close();
  }
});
