import type { Locator, Page } from '@playwright/test';

/** How far the opening of a file is. */
export class OpeningProgress {
  readonly notice: Locator;
  readonly bar: Locator;
  readonly cancel: Locator;

  constructor(private readonly page: Page) {
    this.notice = page.getByRole('group', { name: /^Opening / });
    this.bar = this.notice.getByRole('progressbar');
    this.cancel = this.notice.getByRole('button', { name: 'Cancel' });
  }

  /** Notes from now on all that progress bars say, since a stage may be over before it is looked for. Gives how to ask what they said. */
  async toldFromNow(): Promise<() => Promise<string[]>> {
    const noting = await this.page.evaluateHandle(() => {
      const told: string[] = [];
      const note = () =>
        told.push(...[...document.querySelectorAll('[role=progressbar]')].map((bar) => bar.getAttribute('aria-valuetext') ?? ''));
      new MutationObserver(note).observe(document.body, {
        subtree: true, childList: true, attributes: true, attributeFilter: ['aria-valuetext'],
      });
      return told;
    });
    return () => noting.jsonValue();
  }
}
