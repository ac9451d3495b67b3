import { readFile } from 'node:fs/promises';
import { expect, type Download, type Locator, type Page } from '@playwright/test';
import type { Snapshot } from '../../src/model';

/** The forms as the menu calls them. */
export type Form =
  | 'Report, to be edited' | 'Report, to be read'
  | 'Image' | 'Vector' | 'Page that opens offline' | 'Brief with footnotes' | 'Data that opens here again';

/** Taking snapshots: from the menu as they are, or through the dialog with a title, size and theme. */
export class Snapshots {
  readonly button: Locator;
  readonly menu: Locator;
  readonly dialog: Locator;
  readonly size: Locator;
  /** What will be saved, as it is seen in the dialog. */
  readonly preview: Locator;

  constructor(private readonly page: Page) {
    this.button = page.getByRole('banner').getByRole('button', { name: 'Snapshot' });
    this.menu = page.getByRole('menu', { name: 'Snapshot' });
    this.dialog = page.getByRole('dialog', { name: 'Take a snapshot' });
    this.size = this.dialog.getByRole('combobox', { name: 'Size' });
    this.preview = this.dialog.getByRole('region', { name: 'Preview' });
  }

  /** Saves in a form, from the menu. */
  async save(form: Form): Promise<Download> {
    await this.button.click();
    const saving = this.page.waitForEvent('download');
    await this.menu.getByRole('menuitem', { name: form }).click();
    const download = await saving;
    await this.dismissNotice(`Saved ${download.suggestedFilename()}.`);
    const named = this.page.locator('.notice').filter({ hasText: 'Hidden, but named' });
    if (await named.count() > 0) await named.getByRole('button', { name: 'Dismiss' }).click();
    return download;
  }

  /** The chart as its data snapshot says it is. */
  async frozen(): Promise<Snapshot> {
    const download = await this.save('Data that opens here again');
    return JSON.parse(await readFile(await download.path(), 'utf8')) as Snapshot;
  }

  async openDialog(): Promise<void> {
    await this.button.click();
    await this.menu.getByRole('menuitem', { name: /^Choose/ }).click();
    await expect(this.dialog).toBeVisible();
  }

  /** Saves from the dialog, by one of its buttons, so many files. */
  async saveFromDialog(button: string, count: number): Promise<Download[]> {
    const files: Download[] = [];
    const all = new Promise<void>((resolve) => {
      const listen = (file: Download) => {
        files.push(file);
        if (files.length < count) return;
        this.page.off('download', listen);
        resolve();
      };
      this.page.on('download', listen);
    });
    await this.dialog.getByRole('button', { name: button }).click();
    await all;
    return files;
  }

  /** The news of it lies over the chart; it goes by itself after a while, or at once when it is dismissed. */
  private async dismissNotice(text: string): Promise<void> {
    const notice = this.page.getByRole('log', { name: 'Notices' }).locator('.notice').filter({ hasText: text }).first();
    await expect(notice).toBeVisible();
    await expect(async () => {
      if (await notice.isVisible()) await notice.getByRole('button', { name: 'Dismiss' }).click({ timeout: 1000 });
      await expect(notice).toBeHidden({ timeout: 500 });
    }).toPass();
  }
}
