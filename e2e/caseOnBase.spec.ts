import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from './story';

/** A packed file of a made-up register, written where a test says. */
function packedFile(path: string): string {
  const made = spawnSync(process.execPath, ['--import', 'tsx', 'src/store/packed/bench/makePackedFile.ts', path, '12000', '20000'], {
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new Error(made.stderr);
  return path;
}

test('a case that is entered over a packed file is saved alone, and opened again with that file', async ({ explorer, page }, info) => {
  test.slow();
  const path = packedFile(info.outputPath('register.throughline'));
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  await explorer.open();
  await explorer.drop(path);
  await expect(explorer.notices).toContainText(/25 of the 12,000 entities/);
  await page.keyboard.press('n');
  await expect(page.getByLabel('Source', { exact: true })).toBeFocused();
  await page.keyboard.insertText('A filing, A register');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Claim' })).toBeFocused();
  await page.keyboard.insertText('Quayside Works (company) owns Elm Harbour (joint venture) 30 % 2012.. p. 4');
  await page.keyboard.press('Enter');
  await expect(explorer.drawnLine).toContainText('27 entities');
  await page.keyboard.press('Escape');
  const downloading = page.waitForEvent('download');
  await page.keyboard.press('Control+s');
  const saved = info.outputPath('own.case.json');
  await (await downloading).saveAs(saved);
  const written = JSON.parse(readFileSync(saved, 'utf8')) as { base: { name: string }; dataset: { entities: unknown[] } };
  expect(written.base.name).toBe('register.throughline');
  expect(written.dataset.entities).toHaveLength(27);

  const bothAreAsked = async () => {
    await expect(explorer.drawnLine).toContainText(/27 entities.* 11,975 not on the chart/);
    for (const [text, name] of [['quayside wroks', /Quayside Works/], ['e5000', / ties?$/]] as const) {
      await page.keyboard.press('/');
      await page.keyboard.press('Control+a');
      await page.keyboard.insertText(text);
      await expect(page.getByRole('option', { name }).first()).toBeVisible();
      await page.keyboard.press('Escape');
    }
  };
  // This browser keeps the base. What is opened anew has nothing to undo.
  await expect(explorer.undo).toBeEnabled();
  await explorer.drop(saved);
  await expect(explorer.undo).toBeDisabled();
  await bothAreAsked();
  await explorer.reload();
  await bothAreAsked();

  // Another browser does not.
  await page.evaluate(async () => {
    for (const { name } of await indexedDB.databases()) indexedDB.deleteDatabase(name!);
    localStorage.clear();
    sessionStorage.clear();
  });
  await page.goto('about:blank');
  await explorer.open();
  await explorer.drop(saved);
  await expect(explorer.notices).toContainText('stands on “register.throughline”');
  await expect(explorer.drawnLine).toContainText('27 entities');
  await explorer.drop(path);
  await bothAreAsked();
});
