import { writeFile } from 'node:fs/promises';
import { axeViolations as violations } from './pages/axeViolations';
import { expect, test } from './story';

for (const theme of ['light', 'dark'] as const) {
  test.describe(`in the ${theme} theme`, () => {
    test.use({ colorScheme: theme });

    test(`axe finds nothing serious when the case is opened, traced and looked at (${theme})`, async ({ explorer, page }) => {
      test.slow();
      await explorer.open();
      expect(await violations(page), 'as opened').toEqual([]);
      await explorer.trace.ask('Huawei', 'Koryolink');
      await expect(explorer.trace.routes).not.toHaveCount(0);
      expect(await violations(page), 'with a trace').toEqual([]);
      await explorer.trace.routes.first().getByRole('button', { name: /^Sources/ }).click();
      await expect(explorer.inspector.claims).not.toHaveCount(0);
      expect(await violations(page), 'with a relationship looked at').toEqual([]);
      await explorer.inspector.action('Koryolink').click();
      await expect(explorer.inspector.section('Ties')).toBeVisible();
      expect(await violations(page), 'with an entity looked at').toEqual([]);
    });

    test(`axe finds nothing serious in the tables and the filters (${theme})`, async ({ explorer, page }) => {
      test.slow();
      await explorer.open();
      await explorer.switchToTable.click();
      await expect(explorer.table.entities).toBeVisible();
      expect(await violations(page), 'entities').toEqual([]);
      await explorer.table.showRelationships.click();
      expect(await violations(page), 'relationships').toEqual([]);
      await explorer.filters.show();
      expect(await violations(page), 'filters').toEqual([]);
    });

    test(`axe finds nothing serious in dialogs and menus (${theme})`, async ({ explorer, page }, info) => {
      test.slow();
      await explorer.open();
      await explorer.snapshots.openDialog();
      expect(await violations(page), 'snapshot').toEqual([]);
      await page.keyboard.press('Escape');
      await page.keyboard.press('?');
      await expect(explorer.help).toBeVisible();
      expect(await violations(page), 'help').toEqual([]);
      await page.keyboard.press('Escape');
      await page.keyboard.press('ControlOrMeta+k');
      await expect(explorer.palette.dialog).toBeVisible();
      expect(await violations(page), 'palette').toEqual([]);
      await page.keyboard.press('Escape');
      await explorer.datasets.title.click();
      await page.getByRole('menuitem', { name: /^Open a file/ }).click();
      await expect(explorer.datasets.dialog).toBeVisible();
      expect(await violations(page), 'datasets').toEqual([]);
      await page.keyboard.press('Escape');
      const path = info.outputPath('broken.json');
      await writeFile(path, '{ "format": "throughline/1", "entities": 3 }');
      await explorer.drop(path);
      await expect(explorer.report.dialog).toBeVisible();
      expect(await violations(page), 'report').toEqual([]);
    });
  });
}
