import type { Locator, Page } from '@playwright/test';

/** How a file of tables is to be read, before it is opened. */
export class TableMapping {
  readonly dialog: Locator;
  /** "7 relationships between 6 entities". */
  readonly outcome: Locator;
  readonly open: Locator;
  readonly cancel: Locator;
  readonly tables: Locator;
  readonly rows: Locator;

  constructor(page: Page) {
    this.dialog = page.getByRole('dialog', { name: /^Import “/ });
    this.outcome = this.dialog.getByRole('status');
    this.open = this.dialog.getByRole('button', { name: /^Open( again)?$/ });
    this.cancel = this.dialog.getByRole('button', { name: 'Cancel' });
    this.tables = this.dialog.getByRole('tab');
    this.rows = this.dialog.getByRole('region', { name: /^First rows/ }).getByRole('row').filter({ has: page.getByRole('cell') });
  }

  /** What a column means, by its header. */
  column(header: string): Locator {
    return this.dialog.getByRole('combobox', { name: `What “${header}” means` });
  }

  /** What a value of a column of types means, by the value. */
  value(text: string): Locator {
    return this.dialog.getByRole('combobox', { name: `Meaning of “${text}”`, exact: true });
  }

  /** A choice for the table or the file: "Each row is", "Date format". */
  choice(label: string): Locator {
    return this.dialog.getByRole('combobox', { name: label, exact: true });
  }
}
