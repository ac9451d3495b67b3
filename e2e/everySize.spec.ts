import { expect, test } from './story';
import { clippedTexts, sidewaysScroll } from './pages/clippedTexts';

test.describe('at 1280 × 800', () => {
  test('no text of the panels is cut off: as opened, traced, looked at, filtered and as tables', async ({ explorer, page }) => {
    await explorer.open();
    expect(await clippedTexts(page), 'as opened').toEqual([]);
    await explorer.trace.ask('Huawei', 'Koryolink');
    await expect(explorer.trace.routes).not.toHaveCount(0);
    await page.keyboard.press('Escape');
    expect(await clippedTexts(page), 'with a trace').toEqual([]);
    await explorer.trace.routes.first().getByRole('button', { name: /^Sources/ }).click();
    await expect(explorer.inspector.claims).not.toHaveCount(0);
    await page.mouse.move(0, 0);
    expect(await clippedTexts(page), 'with a relationship looked at').toEqual([]);
    await explorer.chart.entity('CHEO Technology JV Company').press('Enter');
    await expect(explorer.inspector.heldBy).not.toHaveCount(0);
    await explorer.filters.show();
    expect(await clippedTexts(page), 'with an entity and the filters').toEqual([]);
    await explorer.time.show('2008–2016');
    await explorer.switchToTable.click();
    await expect(explorer.table.entities).toBeVisible();
    expect(await clippedTexts(page), 'entities as a table').toEqual([]);
    await explorer.table.showRelationships.click();
    expect(await clippedTexts(page), 'relationships as a table').toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
  });

  test('no text of the dialogs is cut off', async ({ explorer, page }) => {
    await explorer.open();
    await explorer.snapshots.openDialog();
    expect(await clippedTexts(page), 'snapshot').toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await expect(explorer.help).toBeVisible();
    expect(await clippedTexts(page), 'help').toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('ControlOrMeta+k');
    await expect(explorer.palette.dialog).toBeVisible();
    expect(await clippedTexts(page), 'palette').toEqual([]);
  });
});

test.describe('at 390 × 844, by touch', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('the case opens, is traced and looked at, and nothing is wider than the window', async ({ explorer, page }) => {
    const { trace, chart, inspector } = explorer;
    const panel = (name: string) => page.getByRole('navigation', { name: 'Panels' }).getByRole('button', { name });
    await explorer.open();
    expect(await sidewaysScroll(page), 'as opened').toBe(0);
    await panel('Chart').tap();
    await expect.poll(() => chart.inked()).toBeGreaterThan(2_000);
    expect(await clippedTexts(page), 'the chart').toEqual([]);

    await panel('Ask').tap();
    await trace.ask('Huawei', 'Koryolink');
    await expect(trace.routes).not.toHaveCount(0);
    expect(await sidewaysScroll(page), 'with a trace').toBe(0);
    expect(await clippedTexts(page), 'with a trace').toEqual([]);
    await trace.route('through', 'Panda International').first().getByRole('button').first().tap();
    await expect(trace.active).toContainText('Panda International');

    await trace.active.getByRole('button', { name: /^Sources/ }).first().tap();
    await expect(inspector.panel).toBeInViewport();
    await expect(inspector.claims.first()).toBeVisible();
    expect(await sidewaysScroll(page), 'looking at a relationship').toBe(0);
    expect(await clippedTexts(page), 'looking at a relationship').toEqual([]);

    await panel('Chart').tap();
    await expect.poll(() => chart.highlighted(), 'pixels of the highlighter').toBeGreaterThan(100);
  });

  test('search, menus and the snapshot dialog fit into the window', async ({ explorer, page }) => {
    await explorer.open();
    await explorer.search.find('panda');
    await expect(explorer.search.hits.first()).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('Escape');
    await explorer.snapshots.openDialog();
    await expect(explorer.snapshots.dialog.getByRole('button', { name: 'Save image' })).toBeInViewport({ ratio: 1 });
    expect(await clippedTexts(page), 'snapshot').toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
  });
});
