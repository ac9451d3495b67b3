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

  /** A box or line of the drawing, by the name or sentence that it is read out as. */
  drawn(name: string | RegExp): Locator {
    return this.drawing.getByRole('link', { name }).first();
  }

  /** Presses a box in its middle, or a line half way along, wherever they are now. */
  async press(thing: Locator): Promise<void> {
    const { x, y } = await thing.locator('path.hit').evaluate((path: SVGPathElement) => {
      const box = path.getBBox();
      const entity = path.closest('.entity') !== null;
      const on = entity ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : path.getPointAtLength(path.getTotalLength() / 2);
      const { x: left, y: top } = new DOMPoint(on.x, on.y).matrixTransform(path.getScreenCTM()!);
      return { x: left, y: top };
    });
    await this.page.mouse.click(x, y);
  }
}
