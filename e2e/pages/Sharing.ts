import { expect, type Download, type Locator, type Page } from '@playwright/test';

/** Sharing what is seen: a link, or the file with its view. */
export class Sharing {
  readonly button: Locator;
  readonly dialog: Locator;
  readonly link: Locator;

  constructor(private readonly page: Page) {
    this.button = page.getByRole('banner').getByRole('button', { name: 'Share', exact: true });
    this.dialog = page.getByRole('dialog', { name: 'Share this view' });
    this.link = this.dialog.getByLabel('Link');
  }

  async open(): Promise<void> {
    await this.button.click();
    await expect(this.dialog).toBeVisible();
  }

  /** Copies the link to what is seen, and gives it. */
  async copy(): Promise<string> {
    await this.open();
    await expect(this.link).not.toHaveValue('');
    await this.dialog.getByRole('button', { name: 'Copy link' }).click();
    await expect(this.page.getByRole('log', { name: 'Notices' })).toContainText('The link to this view was copied.');
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  /** Saves what is seen as a file with its view. */
  async save(): Promise<Download> {
    const saving = this.page.waitForEvent('download');
    await this.dialog.getByRole('button', { name: 'Save file with this view' }).click();
    return saving;
  }
}
