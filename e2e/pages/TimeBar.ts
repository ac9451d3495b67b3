import type { Locator, Page } from '@playwright/test';

/** Time: when things start and end, and which time is shown. */
export class TimeBar {
  readonly bar: Locator;
  readonly asOf: Locator;
  readonly firstYear: Locator;
  readonly lastYear: Locator;
  readonly anyTime: Locator;
  readonly histogram: Locator;

  constructor(page: Page) {
    this.bar = page.getByRole('region', { name: 'Time' });
    this.asOf = this.bar.getByRole('textbox', { name: 'As of' });
    this.histogram = this.bar.getByRole('group', { name: 'Period' });
    this.firstYear = this.bar.getByRole('slider', { name: 'First year' });
    this.lastYear = this.bar.getByRole('slider', { name: 'Last year' });
    this.anyTime = this.bar.getByRole('button', { name: 'any time' });
  }

  async show(date: string): Promise<void> {
    await this.asOf.fill(date);
    await this.asOf.press('Enter');
  }
}
