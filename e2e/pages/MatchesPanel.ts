import type { Locator, Page } from '@playwright/test';

/** Who of the files that are open may be whom, and what was decided. */
export class MatchesPanel {
  readonly tab: Locator;
  readonly panel: Locator;
  readonly proposals: Locator;
  readonly decisions: Locator;

  constructor(page: Page) {
    this.tab = page.getByRole('tab', { name: 'Matches' });
    this.panel = page.getByRole('tabpanel', { name: 'Matches' });
    this.proposals = this.panel.locator('.match');
    this.decisions = this.panel.getByRole('region', { name: /decisions?$/ }).getByRole('listitem');
  }

  /** The proposal that names this entity, among others by its other name. */
  proposal(name: string): Locator {
    return this.proposals.filter({ hasText: name });
  }

  async decide(name: string, verdict: 'The same' | 'Probably' | 'Two different'): Promise<void> {
    await this.proposal(name).first().getByRole('button', { name: verdict }).click();
  }
}
