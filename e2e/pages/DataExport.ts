import type { Download, Locator, Page } from '@playwright/test';

/** Data as a file for other tools, and what is said of the file afterwards. */
export class DataExport {
  readonly dialog: Locator;
  /** What the format could not hold. */
  readonly losses: Locator;

  constructor(private readonly page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Save as data' });
    this.losses = page.getByRole('dialog', { name: /^Saved/ });
  }

  async show(): Promise<void> {
    await this.page.getByRole('banner').getByRole('button', { name: 'Snapshot' }).click();
    await this.page.getByRole('menuitem', { name: /^Data for other tools/ }).click();
  }

  /** Saves what is drawn, or everything, in a format by its name. */
  async save(format: RegExp, what: 'What is drawn' | 'Everything' = 'What is drawn'): Promise<Download> {
    await this.show();
    await this.dialog.getByRole('radio', { name: what }).check();
    await this.dialog.getByRole('radio', { name: format }).check();
    const saving = this.page.waitForEvent('download');
    await this.dialog.getByRole('button', { name: /^Save / }).click();
    return saving;
  }
}
