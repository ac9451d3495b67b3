import type { Locator, Page } from '@playwright/test';

/** What a file that was opened, or was not, had to say. */
export class OpenReport {
  readonly dialog: Locator;
  readonly issues: Locator;
  readonly close: Locator;
  /** The same file as a format of the user's choice. */
  readonly readAs: Locator;
  readonly readAgain: Locator;

  constructor(page: Page) {
    this.dialog = page.getByRole('dialog', { name: /opened/i });
    this.issues = this.dialog.getByRole('table').getByRole('row').filter({ has: page.getByRole('cell') });
    this.readAs = this.dialog.getByRole('combobox', { name: 'Read it as' });
    this.readAgain = this.dialog.getByRole('button', { name: 'Read again' });
    this.close = this.dialog.getByRole('button', { name: /^(Close|Continue)$/ }).last();
  }
}
