import { expect, type Locator, type Page } from '@playwright/test';
import { loadImage, createCanvas } from '@napi-rs/canvas';
import { buildScene } from '../../src/drawing';
import { palettes } from '../../src/drawing';
import { fitting } from '../../src/canvas/stage/camera';
import type { Position, Snapshot } from '../../src/model';
import { exactly } from './exactly';
import type { Snapshots } from './Snapshots';

/** Room that a fit leaves around the chart, as the screen asks for it. */
const PADDING = { top: 8, right: 20, bottom: 16, left: 20 };
const ZOOM_LIMITS = { min: 0.02, max: 4 };

/**
 * The chart. What it shows is read from its sentences, which say what the canvas draws; what a hand does on it is done
 * with a real pointer, at the places that a data snapshot says entities have.
 */
export class Chart {
  readonly canvas: Locator;
  readonly sentences: Locator;
  readonly tooltip: Locator;
  readonly menu: Locator;

  constructor(private readonly page: Page, private readonly snapshots: Snapshots) {
    this.canvas = page.getByRole('application', { name: 'Chart' });
    this.sentences = page.getByRole('region', { name: 'The chart in sentences' });
    this.tooltip = page.locator('.chart-tooltip');
    this.menu = page.getByRole('menu', { name: 'Chart' });
  }

  /** The sentence of an entity, by its full name. */
  entity(name: string): Locator {
    return this.sentences.getByRole('button', { name: new RegExp(`^${exactly(name)}, .*\\d+ ties?`) });
  }

  /** The sentences of relationships that begin with these words. */
  relationship(words: string): Locator {
    return this.sentences.getByRole('button', { name: new RegExp(`^${exactly(words)}`) });
  }

  /** Everything that the chart says, entities and their ties in reading order. */
  async told(): Promise<string[]> {
    return this.sentences.getByRole('button').allTextContents();
  }

  /** The sentences of entities alone. */
  async entities(): Promise<string[]> {
    return (await this.told()).filter((sentence) => /, \d+ ties?(, |\.$)/.test(sentence));
  }

  /** What is drawn, where, and what it looks like: the chart as the data snapshot freezes it. */
  frozen(): Promise<Snapshot> {
    return this.snapshots.frozen();
  }

  /** Where on the page the middles of all boxes, and of all words on lines, are after everything was fitted into view; by id. */
  async fitted(): Promise<Map<string, Position>> {
    const { dataset, chart, filter } = await this.frozen();
    await this.page.keyboard.press('f');
    const { bounds, boxes, lines } = buildScene({
      part: dataset, positions: new Map(Object.entries(chart.positions)), pinned: new Set(chart.pinned),
      ...(filter.withoutSources ? { withoutSources: filter.withoutSources } : {}),
    });
    const area = (await this.canvas.boundingBox())!;
    const { zoom, pan } = fitting(bounds, area, PADDING, ZOOM_LIMITS);
    const onPage = ({ x, y }: Position) => ({ x: area.x + x * zoom + pan.x, y: area.y + y * zoom + pan.y });
    return new Map([
      ...boxes.map((box) => [box.entity, onPage(box)] as const),
      ...lines.flatMap(({ relationship, label }) => (label ? [[relationship, onPage(label)] as const] : [])),
    ]);
  }

  /**
   * Counts the frames that the page shows from now until a large chart has its lines and labels placed.
   * Gives how to ask how many there were.
   */
  async framesUntilPlaced(): Promise<() => Promise<number>> {
    const counting = await this.page.evaluateHandle(() => {
      let frames = 0;
      const count = () => void requestAnimationFrame(() => { frames += 1; count(); });
      count();
      const counted = new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          if (list.getEntriesByName('throughline:placed').length > 0) resolve(frames);
        }).observe({ type: 'mark' });
      });
      return { counted };
    });
    return () => counting.evaluate(({ counted }) => counted);
  }

  /** Rests the pointer on a place until the chart says that this entity is there. */
  async pointAt(place: Position, name: string): Promise<void> {
    await this.page.mouse.move(place.x, place.y);
    await this.page.mouse.move(place.x + 1, place.y);
    await expect(this.tooltip).toContainText(name);
  }

  /** Presses at a place, moves there and lets go; `held` comes before that. */
  async drag(from: Position, by: Position, held?: () => Promise<unknown>): Promise<void> {
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    for (const part of [0.25, 0.5, 0.75, 1]) await this.page.mouse.move(from.x + by.x * part, from.y + by.y * part);
    await held?.();
    await this.page.mouse.up();
  }

  /** How many pixels of the chart have about the colour of the highlighter. */
  async highlighted(theme: keyof typeof palettes = 'light'): Promise<number> {
    return this.pixels((r, g, b) => near([r, g, b], palettes[theme].highlight, 6));
  }

  /** How many pixels of the chart are not its ground. */
  async inked(theme: keyof typeof palettes = 'light'): Promise<number> {
    return this.pixels((r, g, b) => !near([r, g, b], palettes[theme].paper, 24));
  }

  /**
   * What the chart has painted, once all that paints it anew is there: the panels, which come after the first frame and give it
   * its size, and the fonts that it has asked for. The controls that lie over it are not of it.
   */
  async painted(): Promise<string> {
    await this.page.getByRole('banner').getByRole('button', { name: 'Snapshot' }).waitFor();
    await this.page.evaluate(async () => {
      await document.fonts.ready;
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    });
    return this.canvas.evaluate((chart) => [...chart.querySelectorAll('canvas')].map((canvas) => canvas.toDataURL()).join('\n'));
  }

  private async pixels(counts: (r: number, g: number, b: number) => boolean): Promise<number> {
    const image = await loadImage(await this.canvas.screenshot());
    const context = createCanvas(image.width, image.height).getContext('2d');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    let n = 0;
    for (let i = 0; i < data.length; i += 4) if (counts(data[i]!, data[i + 1]!, data[i + 2]!)) n += 1;
    return n;
  }
}

function near(pixel: readonly number[], hex: string, by: number): boolean {
  const wanted = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return wanted.every((value, i) => Math.abs(value - pixel[i]!) <= by);
}
