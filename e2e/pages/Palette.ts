import type { Locator, Page } from '@playwright/test';

/** All commands by name. */
export class Palette {
  readonly dialog: Locator;
  readonly field: Locator;
  readonly commands: Locator;

  constructor(page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Commands' });
    this.field = this.dialog.getByRole('searchbox');
    this.commands = this.dialog.getByRole('menuitem');
  }
}
