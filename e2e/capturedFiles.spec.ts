import { readFile, writeFile } from 'node:fs/promises';
import { expect, faultsOf, test } from './story';
import { Explorer } from './pages/Explorer';

test('a file that a source was read from goes along with the case, opens again with it, and one that was changed is told', async ({
  page, explorer, browser, baseURL,
}, info) => {
  const { keyboard } = page;
  // A browser that lets no page write into files: what is saved is a download.
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  await explorer.open();
  await keyboard.press('Control+k');
  await keyboard.type('New case');
  await keyboard.press('Enter');
  await page.getByLabel('Source', { exact: true }).fill('A filing, A register');
  await keyboard.press('Enter');
  const claim = page.getByRole('combobox', { name: 'Claim' });
  await claim.press('Escape');
  await keyboard.press('b');
  const panel = page.getByRole('tabpanel', { name: 'Text' });
  const passage = 'Oak holds 75 per cent of Quay JV.';
  const file = { name: 'filing.txt', mimeType: 'text/plain', buffer: Buffer.from(passage) };
  await panel.getByLabel('Open a text or a PDF…').setInputFiles(file);
  await panel.getByRole('button', { name: 'Keep the file with the case' }).click();
  await expect(explorer.notices).toContainText('filing.txt is kept here');
  await page.getByRole('region', { name: 'Entering' }).getByRole('button', { name: /^Add a claim/ }).click();
  await claim.fill('Oak (company) owns Quay JV (joint venture) 75 %');
  await keyboard.press('Enter');
  await expect(explorer.chart.entity('Quay JV')).toHaveCount(1);
  await claim.press('Escape');

  const downloading = page.waitForEvent('download');
  await keyboard.press('Control+k');
  await keyboard.type('Save the case with its files');
  await keyboard.press('Enter');
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('untitled-case.throughline-case');
  const path = info.outputPath('mine.throughline-case');
  await download.saveAs(path);

  // On another machine: nothing is kept there yet.
  const context = await browser.newContext({ baseURL: baseURL!, viewport: { width: 1280, height: 800 } });
  const theirs = await context.newPage();
  const faults = faultsOf(theirs, new URL(baseURL!).origin);
  const colleague = new Explorer(theirs);
  await colleague.open();
  await colleague.drop(path);
  await expect(colleague.notices).toContainText('Untitled case is open in place of');
  await theirs.keyboard.press('b');
  const text = theirs.getByRole('tabpanel', { name: 'Text' });
  await text.getByRole('button', { name: 'filing.txt' }).click();
  await expect(text.getByRole('document', { name: 'filing.txt' })).toContainText(passage);

  // One letter of the file is changed in the zip, where it lies as it is, and the checksum is made to fit.
  const bytes = await readFile(path);
  const changed = info.outputPath('changed.throughline-case');
  await writeFile(changed, withText(bytes, passage, passage.replace('75', '15')));
  await colleague.drop(changed);
  await expect(theirs.getByRole('dialog')).toContainText('is not the one that was captured: its hash is another');
  expect(faults).toEqual([]);
  await context.close();
});

/** The zip with another text of the same length in a file that is stored, and its checksums made to fit. */
function withText(zip: Buffer, before: string, after: string): Buffer {
  const copy = Buffer.from(zip);
  const [was, is] = [checksum(Buffer.from(before)), checksum(Buffer.from(after))];
  copy.write(after, copy.indexOf(before));
  for (let at = copy.indexOf(was); at !== -1; at = copy.indexOf(was, at + 4)) is.copy(copy, at);
  return copy;
}

/** CRC-32, least byte first, as zips have it. */
function checksum(bytes: Buffer): Buffer {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  const four = Buffer.alloc(4);
  four.writeUInt32LE((crc ^ 0xffffffff) >>> 0);
  return four;
}
