import type { Locator, Page } from '@playwright/test';

/** What there is to open, and a file of one's own. */
export class Datasets {
  readonly dialog: Locator;
  readonly title: Locator;

  constructor(private readonly page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Datasets' });
    this.title = page.getByRole('banner').getByRole('button', { name: /^Dataset:/ });
  }

  /** Chooses a file from disk in the dialog. */
  async chooseFile(path: string): Promise<void> {
    await this.title.click();
    await this.page.getByRole('menuitem', { name: /^Open a file/ }).click();
    const choosing = this.page.waitForEvent('filechooser');
    await this.dialog.getByRole('button', { name: /^Choose a file/ }).click();
    await (await choosing).setFiles(path);
  }
}
