import type { Locator, Page } from '@playwright/test';

/** The search at the top: finds entities by any of their names. */
export class SearchField {
  readonly field: Locator;
  readonly hits: Locator;

  constructor(page: Page) {
    this.field = page.getByRole('search').getByRole('combobox');
    this.hits = page.getByRole('listbox').getByRole('option');
  }

  async find(text: string): Promise<void> {
    await this.field.fill(text);
  }
}
