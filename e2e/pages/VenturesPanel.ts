import type { Download, Locator, Page } from '@playwright/test';
import { exactly } from './exactly';

/** Jointly held companies, how each is drawn, and who meets in them. */
export class VenturesPanel {
  readonly tab: Locator;
  readonly panel: Locator;
  readonly ventures: Locator;
  readonly meetings: Locator;

  constructor(private readonly page: Page) {
    this.tab = page.getByRole('tab', { name: 'Ventures' });
    this.panel = page.getByRole('tabpanel', { name: 'Ventures' });
    this.ventures = this.panel.locator('.venture');
    this.meetings = this.panel.getByRole('region', { name: 'Who meets where' }).getByRole('row');
  }

  async show(): Promise<void> {
    await this.tab.click();
    await this.ventures.first().waitFor();
  }

  venture(name: string): Locator {
    return this.ventures.filter({ has: this.page.getByRole('heading', { name: new RegExp(`^${exactly(name)}$`) }) });
  }

  /** Draws a venture in a way, with one press. */
  async draw(name: string, way: 'As a hub' | 'As an enclosure around its partners' | 'As direct ties between its partners'): Promise<void> {
    await this.panel.getByRole('group', { name: `Draw ${name}` }).getByRole('button', { name: way }).click();
  }

  async saveMeetings(): Promise<Download> {
    const saving = this.page.waitForEvent('download');
    await this.panel.getByRole('button', { name: 'Save as CSV' }).click();
    return saving;
  }
}
