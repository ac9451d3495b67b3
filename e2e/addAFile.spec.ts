import { writeFile } from 'node:fs/promises';
import { MatchesPanel } from './pages/MatchesPanel';
import { axeViolations } from './pages/axeViolations';
import { expect, test } from './story';

/** A register that knows Huawei under its full name, and somebody who supplies it. */
const REGISTER = {
  format: 'throughline/1', id: 'register', title: 'Register extract',
  sources: [{ id: 'reg', title: 'Register of companies, extract', publisher: 'A registrar', kind: 'registry' }],
  entities: [
    { id: 'r1', type: 'company', name: 'HUAWEI TECHNOLOGIES CO LTD', jurisdiction: 'CN' },
    { id: 'r2', type: 'person', name: 'Ada Heron' },
    { id: 'r3', type: 'company', name: 'Grey Heron Trading Ltd', jurisdiction: 'HK' },
  ],
  relationships: [
    { id: 'heron-directs', type: 'directs', from: 'r2', to: 'r3', claims: [{ source: 'reg', stance: 'asserts' }] },
    { id: 'heron-supplies', type: 'supplies', from: 'r3', to: 'r1', claims: [{ source: 'reg', stance: 'asserts' }] },
  ],
};

test('a register is added to the case; a probable match joins the two, a route rests on it, and all is taken apart again', async ({
  explorer, page,
}, info) => {
  test.slow();
  const matches = new MatchesPanel(page);
  await explorer.open();
  const before = await explorer.counts();
  const path = info.outputPath('register.json');
  await writeFile(path, JSON.stringify(REGISTER));
  await explorer.drop(path, 'right');

  await expect(matches.tab).toHaveAttribute('aria-selected', 'true');
  await expect(matches.proposal('HUAWEI')).toContainText('but for case and marks');
  expect(await explorer.counts()).toEqual({ entities: before.entities + 3, relationships: before.relationships + 2 });
  await expect(explorer.notices).toContainText('is open beside what was there');

  await page.getByRole('tab', { name: 'Trace' }).click();
  await explorer.trace.ask('Ada Heron', 'Koryolink');
  await expect(explorer.trace.noRoute).toBeVisible();

  await matches.tab.click();
  await matches.decide('HUAWEI', 'Probably');
  await expect(matches.decisions).toContainText(['are probably the same']);
  await expect(explorer.legend).toContainText('several entries drawn as one');
  expect(await axeViolations(page)).toEqual([]);

  await page.getByRole('tab', { name: 'Trace' }).click();
  await expect(explorer.trace.routes.first()).toContainText('a probable match');
  await explorer.reload();
  await expect(explorer.trace.routes.first()).toContainText('a probable match');

  await page.getByRole('tab', { name: 'Matches' }).click();
  await matches.decisions.getByRole('button', { name: /^Take back/ }).click();
  await expect(explorer.legend).not.toContainText('several entries drawn as one');
  await page.getByRole('tab', { name: 'Trace' }).click();
  await expect(explorer.trace.noRoute).toBeVisible();
});
