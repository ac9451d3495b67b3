import type { Locator, Page } from '@playwright/test';

/** How far the opening of a file is. */
export class OpeningProgress {
  readonly notice: Locator;
  readonly bar: Locator;
  readonly cancel: Locator;

  constructor(page: Page) {
    this.notice = page.getByRole('group', { name: /^Opening / });
    this.bar = this.notice.getByRole('progressbar');
    this.cancel = this.notice.getByRole('button', { name: 'Cancel' });
  }
}
