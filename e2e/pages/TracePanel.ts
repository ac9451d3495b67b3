import { type Locator, type Page } from '@playwright/test';

/** The question "how are these two connected?" and its answer. */
export class TracePanel {
  readonly from: Locator;
  readonly to: Locator;
  readonly constraints: Locator;
  /** The answer's part of the panel, by its heading: "10+ routes", "No route". */
  readonly answer: Locator;
  readonly routes: Locator;
  /** The route that is highlighted. */
  readonly active: Locator;
  readonly onlyThis: Locator;
  readonly noRoute: Locator;
  /** What would give a route, each a button. */
  readonly relaxations: Locator;
  readonly inBetween: Locator;
  /** Turns from the routes to who stands between. */
  readonly showBetween: Locator;

  constructor(private readonly page: Page) {
    const panel = page.getByRole('tabpanel', { name: 'Trace' });
    this.from = panel.getByRole('combobox', { name: 'From' });
    this.to = panel.getByRole('combobox', { name: 'To', exact: true });
    this.constraints = panel.getByRole('group', { name: 'Constraints' });
    this.answer = panel.getByRole('region', { name: /^\d+\+? routes?$/ });
    this.routes = this.answer.getByRole('listitem');
    this.active = this.routes.filter({ has: page.locator('[aria-current="true"]') });
    this.onlyThis = panel.getByRole('button', { name: 'only this route' });
    this.noRoute = panel.getByRole('region', { name: 'No route' });
    this.relaxations = this.noRoute.getByRole('button');
    this.showBetween = panel.getByRole('group', { name: 'Show' }).getByRole('button', { name: 'In between' });
    this.inBetween = panel.getByRole('region', { name: 'In between' });
  }

  /** Types a name and chooses the first that is found. */
  async choose(end: 'from' | 'to', text: string, name: string): Promise<void> {
    await this[end].fill(text);
    await this.page.getByRole('option', { name }).first().click();
  }

  async ask(from: string, to: string): Promise<void> {
    await this.choose('from', from, from);
    await this.choose('to', to, to);
  }

  /** A route whose sentence has all of these words, in their order. */
  route(...words: string[]): Locator {
    return this.routes.filter({ hasText: new RegExp(words.join('[^]*')) });
  }

  /** Opens the chip of a constraint, lets it be changed, and closes it again. */
  async constrain(name: RegExp, change: (popover: Locator) => Promise<void>): Promise<void> {
    await this.constraints.getByRole('button', { name }).click();
    const popover = this.page.getByRole('dialog', { name });
    await change(popover);
    await this.page.keyboard.press('Escape');
  }
}
