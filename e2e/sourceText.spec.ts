import { expect, test } from './story';
import { axeViolations } from './pages/axeViolations';

/** A PDF with one line of text a page, as small as one can be. */
function pdfOf(lines: readonly string[]): Buffer {
  const pages = lines.map((_, i) => 4 + 2 * i);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pages.map((n) => `${n} 0 R`).join(' ')}] /Count ${lines.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...lines.flatMap((line, i) => {
      const content = `BT /F1 12 Tf 72 700 Td (${line}) Tj ET`;
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents ${pages[i]! + 1} 0 R >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ];
    }),
  ];
  const body = objects.map((object, i) => `${i + 1} 0 obj\n${object}\nendobj\n`);
  const head = '%PDF-1.4\n';
  const starts = body.map((_, i) => head.length + body.slice(0, i).join('').length);
  const table = starts.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const xref = head.length + body.join('').length;
  const size = objects.length + 1;
  return Buffer.from(
    `${head}${body.join('')}xref\n0 ${size}\n0000000000 65535 f \n${table}`
    + `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`,
    'latin1',
  );
}

test('a passage that is marked in a PDF becomes the quote of the next claim, with its page and the hash of the file', async ({
  page, explorer,
}) => {
  await explorer.open();
  await page.keyboard.press('n');
  await page.getByLabel('Source', { exact: true }).fill('Annual report, A register');
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: 'Claim' }).press('Escape');
  await page.keyboard.press('b');
  const panel = page.getByRole('tabpanel', { name: 'Text' });
  await panel.getByLabel('Open a text or a PDF…').setInputFiles({
    name: 'report.pdf', mimeType: 'application/pdf', buffer: pdfOf(['Contents', 'The network Koryolink is held by Dock Ltd alone.']),
  });
  const text = panel.getByRole('document', { name: 'report.pdf' });
  await expect(text).toContainText('held by Dock Ltd alone');
  await expect(text.getByRole('link', { name: 'Koryolink' })).toBeVisible();
  for (const theme of ['Light', 'Dark'] as const) {
    await explorer.setTheme(theme);
    expect(await axeViolations(page)).toEqual([]);
  }
  await panel.getByRole('button', { name: 'The source was read from this file' }).click();
  await text.locator('[data-page="2"] p').last().evaluate((passage) => {
    const range = document.createRange();
    range.selectNodeContents(passage);
    document.getSelection()!.removeAllRanges();
    document.getSelection()!.addRange(range);
  });
  await panel.getByRole('button', { name: 'Quote what is marked' }).click();
  const claim = page.getByRole('combobox', { name: 'Claim' });
  await expect(claim).toHaveValue(' p. 2 "The network Koryolink is held by Dock Ltd alone."');
  await page.keyboard.type('Dock Ltd (company) owns Koryolink 100 %');
  await page.keyboard.press('Enter');
  const inspector = page.locator('.right-panel');
  await expect(inspector).toContainText('“The network Koryolink is held by Dock Ltd alone.”');
  await expect(inspector).toContainText('p. 2');
  await expect(inspector).toContainText(/report\.pdf, \d+ bytes, SHA-256 [0-9a-f]{12}/);

  // A text that lacks a quote of the source says so.
  await panel.getByRole('button', { name: 'Close' }).click();
  await panel.getByLabel('Paste a text').evaluate((field) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'Dock Ltd holds nothing of it.');
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(panel).toContainText('One quote of the active source does not occur in this text');
  await expect(panel.getByRole('link', { name: 'Dock Ltd' })).toBeVisible();
});
