import type { Locator, Page } from '@playwright/test';

/** Who owns an entity at a date, and the 50 per cent rule. */
export class OwnersPanel {
  readonly panel: Locator;
  readonly entity: Locator;
  readonly asOf: Locator;
  readonly holders: Locator;
  readonly chains: Locator;
  readonly rule: Locator;
  readonly answer: Locator;
  readonly proof: Locator;
  readonly draw: Locator;
  readonly back: Locator;

  constructor(private readonly page: Page) {
    this.panel = page.getByRole('tabpanel', { name: 'Owners' });
    this.entity = this.panel.getByRole('combobox', { name: 'Entity' });
    this.asOf = this.panel.getByRole('textbox', { name: 'As of' });
    this.holders = this.panel.getByRole('region', { name: /holders?$/ });
    this.chains = this.panel.getByRole('region', { name: 'Through all chains' });
    this.rule = this.panel.getByRole('region', { name: '50 % rule' });
    this.answer = this.rule.getByRole('status');
    this.proof = this.rule.getByRole('list', { name: 'Proof' });
    this.draw = this.panel.getByRole('button', { name: 'Draw who owns it' });
    this.back = this.panel.getByRole('button', { name: 'Back to the chart' });
  }

  async at(date: string): Promise<void> {
    await this.asOf.fill(date);
    await this.asOf.press('Enter');
  }

  /** Adds a party to the list, by the name that the search finds first. */
  async list(text: string, name: string): Promise<void> {
    const field = this.rule.getByRole('combobox', { name: 'Add a sanctioned party' });
    await field.click();
    await field.pressSequentially(text, { delay: 20 });
    await this.page.getByRole('option', { name }).first().click();
  }
}
