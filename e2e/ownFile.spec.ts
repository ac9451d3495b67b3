import type { Page } from '@playwright/test';
import { expect, test } from './story';
import { axeViolations } from './pages/axeViolations';

/** No picker can be seen without a window: here it gives a real file of the browser's own file system, and all else is as it is. */
async function withPicker(page: Page, name: string): Promise<void> {
  await page.addInitScript((file) => {
    const pick = async () => (await navigator.storage.getDirectory()).getFileHandle(file, { create: true });
    Object.assign(window, { showSaveFilePicker: pick, showOpenFilePicker: async () => [await pick()] });
  }, name);
}

const onDisk = (page: Page, name: string) =>
  page.evaluate(async (file) => (await (await (await navigator.storage.getDirectory()).getFileHandle(file)).getFile()).text(), name);

/** Another program changes a text in the file. */
const change = (page: Page, name: string, from: string, to: string) =>
  page.evaluate(async ({ file, a, b }) => {
    const handle = await (await navigator.storage.getDirectory()).getFileHandle(file);
    const text = await (await handle.getFile()).text();
    if (!text.includes(a)) throw new RangeError(`The file does not say ${a}.`);
    const stream = await handle.createWritable();
    await stream.write(text.replaceAll(a, b));
    await stream.close();
  }, { file: name, a: from, b: to });

test('a case is saved in a file of one’s own, and what another program does to it is brought together or asked about', async ({
  page, explorer, context,
}) => {
  const { keyboard } = page;
  await withPicker(page, 'harbour.case.json');
  await explorer.open();
  await keyboard.press('Control+k');
  await keyboard.type('New case');
  await keyboard.press('Enter');
  await page.getByLabel('Source', { exact: true }).fill('A filing, A register');
  await keyboard.press('Enter');
  const claim = page.getByRole('combobox', { name: 'Claim' });
  const enter = async (line: string) => {
    await claim.fill(line);
    await keyboard.press('Enter');
    await expect(claim).not.toHaveValue(line);
  };
  await enter('Oak (company) owns Quay JV (joint venture) 75 %');
  // Saved from the field in which one types.
  await keyboard.press('Control+s');
  const mark = page.locator('.kept-mark');
  await expect(mark).toHaveText(/^Saved \d\d:\d\d in harbour\.case\.json$/);
  await keyboard.press('Escape');
  await expect.poll(() => onDisk(page, 'harbour.case.json')).toContain('"Quay JV"');

  // It goes on by itself.
  await keyboard.press('a');
  await enter('Oak directs Pier (company)');
  await expect.poll(() => onDisk(page, 'harbour.case.json')).toContain('"Pier"');
  await expect(mark).toHaveText(/^Saved \d\d:\d\d in/);

  // Another program, by another page: what only one side changed is brought together.
  const other = await context.newPage();
  await other.goto('/favicon.ico');
  await change(other, 'harbour.case.json', '"Quay JV"', '"Quay Joint Venture"');
  await enter('Pier owns Dock (company)');
  await expect(explorer.notices).toContainText('harbour.case.json was changed meanwhile. What was done there (one record) was taken over');
  await expect(explorer.chart.entity('Quay Joint Venture')).toHaveCount(1);
  await expect.poll(() => onDisk(page, 'harbour.case.json')).toMatch(/"Dock"[^]*"Quay Joint Venture"/);
  await expect(mark).toHaveText(/^Saved \d\d:\d\d in/);

  // Both change one name: nothing is written over before it is decided.
  await keyboard.press('Escape');
  await explorer.chart.entity('Pier').press('Enter');
  await keyboard.press('g');
  await keyboard.press('F2');
  const renaming = page.getByRole('dialog', { name: 'Rename' }).getByRole('textbox').first();
  await expect(renaming).toBeFocused();
  await renaming.fill('Pier Ltd');
  await change(other, 'harbour.case.json', '"Pier"', '"Pier by hand"');
  await keyboard.press('Enter');
  await expect(mark).toHaveText('Changed meanwhile in harbour.case.json');
  expect(await onDisk(page, 'harbour.case.json')).toContain('"Pier by hand"');
  await mark.click();
  const dialog = page.getByRole('dialog', { name: 'harbour.case.json was changed meanwhile' });
  await expect(dialog.getByRole('listitem')).toHaveText('Entity pier, name: “Pier Ltd” here, “Pier by hand” in the file.');
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    expect(await axeViolations(page)).toEqual([]);
    await page.screenshot({ path: `test-results/own-file-${theme}.png` });
  }
  await dialog.getByRole('button', { name: 'Keep mine' }).click();
  await expect(mark).toHaveText(/^Saved \d\d:\d\d in/);
  expect(await onDisk(page, 'harbour.case.json')).toContain('"Pier Ltd"');

  // After a reload it is the same file, and what was changed while nobody looked is there.
  await change(other, 'harbour.case.json', '"Dock"', '"Dock by hand"');
  await explorer.reload();
  await expect(mark).toHaveText(/^Saved \d\d:\d\d in harbour\.case\.json$/);
  await expect(explorer.chart.entity('Dock by hand')).toHaveCount(1);
  await expect(explorer.chart.entity('Pier Ltd')).toHaveCount(1);
});
