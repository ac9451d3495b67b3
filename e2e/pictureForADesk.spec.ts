import { loadImage } from '@napi-rs/canvas';
import { axeViolations } from './pages/axeViolations';
import { expect, test } from './story';

const TRACE = '?case=north-korea-telecom&from=huawei&to=koryolink&route=2';

test('a picture is given a shape, its sources a page; what will come is seen, and the choice is kept', async ({ explorer, page }, info) => {
  const { snapshots } = explorer;
  await explorer.open(TRACE);
  await expect(explorer.trace.active).toContainText('Panda International');
  await snapshots.openDialog();
  const { preview, dialog } = snapshots;
  await expect(preview.getByRole('img')).toHaveCount(1);
  await expect(preview.getByRole('img')).toHaveAccessibleName(
    'The picture “Huawei – Koryolink” as it will be saved: 24 entities and 55 relationships, its sources listed below',
  );
  const shown = () => preview.getByRole('img').first().evaluate((image: HTMLImageElement) => image.naturalWidth / image.naturalHeight);
  await snapshots.size.selectOption('A4, portrait');
  await dialog.getByRole('button', { name: 'Sources on a page of their own' }).click();
  await expect(preview.getByRole('img')).toHaveCount(2);
  await expect.poll(shown).toBeCloseTo(210 / 297, 2);
  await expect(preview).toContainText(/[\d,]+ × [\d,]+ pixels, names \d+ pixels high/);

  const files = await snapshots.saveFromDialog('Save image', 2);
  expect(files.map((f) => f.suggestedFilename())).toEqual(['huawei-koryolink.png', 'huawei-koryolink-sources.png']);
  for (const file of files) {
    const path = info.outputPath(file.suggestedFilename());
    await file.saveAs(path);
    const { width, height } = await loadImage(path);
    expect(width / height).toBeCloseTo(210 / 297, 2);
  }

  await explorer.reload();
  await snapshots.openDialog();
  await expect(snapshots.size).toHaveValue('a4');
  await expect(dialog.getByRole('button', { name: 'Sources on a page of their own' })).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('by keyboard alone a picture has the pixels that were typed; a size that cannot be is not saved', async ({ explorer, page }, info) => {
  const { snapshots } = explorer;
  await explorer.open(TRACE);
  await expect(explorer.trace.active).toContainText('Panda International');
  await page.keyboard.press('ControlOrMeta+e');
  await expect(snapshots.dialog).toBeVisible();
  await snapshots.size.focus();
  await page.keyboard.type('Own');
  await page.keyboard.press('Tab');
  await page.keyboard.type('12');
  await expect(snapshots.dialog.getByRole('alert')).toHaveText('Each side has from 200 to 8,000 pixels.');
  await expect(snapshots.dialog.getByRole('button', { name: 'Save image' })).toBeDisabled();
  await page.keyboard.type('00');
  await page.keyboard.press('Tab');
  await page.keyboard.type('1200');
  await expect(snapshots.preview).toContainText('1,200 × 1,200 pixels');
  const [file] = await snapshots.saveFromDialog('Save image', 1);
  const path = info.outputPath('own.png');
  await file!.saveAs(path);
  const { width, height } = await loadImage(path);
  expect([width, height]).toEqual([1200, 1200]);
});

test('of each form it is seen what will come: the vector itself, the chart of the page, the words of the brief', async ({ explorer }) => {
  const { preview, dialog } = explorer.snapshots;
  await explorer.open(TRACE);
  await expect(explorer.trace.active).toContainText('Panda International');
  await explorer.snapshots.openDialog();
  await dialog.getByRole('radio', { name: 'Vector' }).check();
  await expect(preview).toContainText('units, sharp at any size');
  await dialog.getByRole('radio', { name: 'Page' }).check();
  await expect(preview).toContainText('The page begins with this chart');
  await expect(preview.getByRole('img')).toHaveCount(1);
  await dialog.getByRole('radio', { name: 'Brief' }).check();
  await expect(preview.getByLabel('The beginning of the brief')).toContainText('# Huawei – Koryolink');
  await dialog.getByRole('radio', { name: 'Data' }).check();
  await expect(preview).toContainText('Data has no picture.');
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [width, height] of [[1280, 800], [390, 844]] as const) {
    test.describe(`in the ${colorScheme} theme at ${width} wide`, () => {
      test.use({ colorScheme, viewport: { width, height } });
      test(`the dialog fits and axe finds nothing serious in it (${colorScheme}, ${width})`, async ({ explorer, page }) => {
        await explorer.open('?case=north-korea-telecom');
        await page.keyboard.press('ControlOrMeta+e');
        await explorer.snapshots.size.selectOption('Own size in pixels');
        await expect(explorer.snapshots.preview.getByRole('img')).toHaveCount(1);
        const body = explorer.snapshots.dialog.locator('.dialog-body');
        expect(await body.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBeLessThanOrEqual(0);
        expect(await axeViolations(page)).toEqual([]);
      });
    });
  }
}
