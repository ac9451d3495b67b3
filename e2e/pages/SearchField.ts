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

  /** Finds and opens the first hit with this name; hits may still be coming in while it is looked for. */
  async choose(text: string, name: string): Promise<void> {
    await this.find(text);
    await this.hits.filter({ hasText: name }).first().click();
  }
}
