import { pathToFileURL } from 'node:url';
import type { Locator, Page } from '@playwright/test';

/** A snapshot as a page, opened from disk. */
export class PublishedPage {
  readonly chart: Locator;
  readonly drawing: Locator;
  readonly evidence: Locator;
  readonly zoomIn: Locator;
  readonly fit: Locator;
  readonly routes: Locator;
  readonly sources: Locator;
  readonly relationships: Locator;

  constructor(readonly page: Page) {
    this.chart = page.locator('.chart');
    this.drawing = page.locator('svg.drawing');
    this.evidence = page.getByRole('complementary', { name: 'Evidence' });
    this.zoomIn = page.getByRole('button', { name: 'Zoom in' });
    this.fit = page.getByRole('button', { name: 'Fit' });
    this.routes = page.locator('#routes').getByRole('listitem');
    this.sources = page.locator('#sources').getByRole('listitem');
    this.relationships = page.locator('#relationships').getByRole('article');
  }

  async open(path: string): Promise<void> {
    await this.page.goto(pathToFileURL(path).href);
  }

  /** A box or line of the drawing, by words of what it is called. */
  drawn(words: string | RegExp): Locator {
    return this.drawing.getByRole('link').filter({ hasText: words });
  }
}
