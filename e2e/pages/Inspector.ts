import type { Locator, Page } from '@playwright/test';

/** What is looked at: an entity or a relationship, with every claim about it. */
export class Inspector {
  readonly panel: Locator;
  /** An entity's name, or a relationship's sentence. */
  readonly title: Locator;
  readonly claims: Locator;
  readonly close: Locator;

  constructor(page: Page) {
    this.panel = page.getByRole('complementary', { name: 'Inspector' });
    this.title = this.panel.getByRole('heading', { level: 2 }).first();
    // What a source derives from is a list inside of its claim.
    this.claims = this.panel.getByRole('region', { name: /claims?$/ }).locator('li:not(.claim-origins li)');
    this.close = this.panel.getByRole('button', { name: 'Close the inspector' });
  }

  /** Who holds shares or a part in it. */
  get heldBy(): Locator {
    return this.section('Held by').getByRole('listitem');
  }

  section(title: string): Locator {
    return this.panel.getByRole('region', { name: title });
  }

  /** One of the things that can be done with an entity: "Hide", "Pin", "Expand 4". */
  action(name: string | RegExp): Locator {
    return this.panel.getByRole('button', { name, exact: true });
  }
}
