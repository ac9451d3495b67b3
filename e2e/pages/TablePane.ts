import type { Locator, Page } from '@playwright/test';

/** The chart's twin: what is drawn, as two tables. */
export class TablePane {
  readonly entities: Locator;
  readonly relationships: Locator;
  readonly filter: Locator;
  readonly showEntities: Locator;
  readonly showRelationships: Locator;

  constructor(page: Page) {
    this.entities = page.getByRole('grid', { name: 'Entities' });
    this.relationships = page.getByRole('grid', { name: 'Relationships' });
    this.filter = page.getByRole('searchbox', { name: 'Filter the rows' });
    const which = page.getByRole('group', { name: 'Table of' });
    this.showEntities = which.getByRole('button', { name: 'Entities' });
    this.showRelationships = which.getByRole('button', { name: 'Relationships' });
  }

  /** The rows below the headings that are in sight. */
  static rows(grid: Locator): Locator {
    return grid.getByRole('row').filter({ has: grid.page().getByRole('gridcell') });
  }

  /** How many rows a table says it has, headings left out. */
  static async length(grid: Locator): Promise<number> {
    return Number(await grid.getAttribute('aria-rowcount')) - 1;
  }

  /** The cells of one column that are in sight, from above. */
  static async column(grid: Locator, heading: string): Promise<string[]> {
    const headings = await grid.getByRole('columnheader').allInnerTexts();
    const at = headings.findIndex((text) => text.trim() === heading);
    const rows = await TablePane.rows(grid).all();
    const read = await Promise.all(
      rows.map(async (row) => ({
        at: Number(await row.getAttribute('aria-rowindex')), text: await row.getByRole('gridcell').nth(at).innerText(),
      })),
    );
    return read.sort((a, b) => a.at - b.at).map((row) => row.text.trim());
  }

  static async sortBy(grid: Locator, heading: string): Promise<void> {
    await grid.getByRole('columnheader', { name: heading }).getByRole('button').click();
  }
}
