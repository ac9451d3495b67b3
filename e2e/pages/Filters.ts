import type { Locator, Page } from '@playwright/test';

/** What of the chart is drawn, by status, family, type, date and source. */
export class Filters {
  private readonly tab: Locator;
  readonly panel: Locator;

  constructor(page: Page) {
    this.tab = page.getByRole('tab', { name: /^Filter/ });
    this.panel = page.getByRole('tabpanel', { name: /^Filter/ });
  }

  async show(): Promise<void> {
    await this.tab.click();
  }

  /** A tick box of a section: `box('Status', 'denied')`. */
  box(section: string, name: string | RegExp): Locator {
    return this.panel.getByRole('region', { name: section }).getByRole('checkbox', { name });
  }
}
