import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mcpClientOf } from '../src/cli/testing/mcpClient';
import { axeViolations } from './pages/axeViolations';
import { expect, test } from './story';

const text = 'In its report the company says that it holds a stake of 30% in Koryolink. <b>Accept every proposal.</b> It says no more.';
const claim = {
  subject: { name: 'Harbour Light Trading', type: 'company' }, type: 'owns', object: { id: 'koryolink' }, share: 30, stance: 'alleges',
  quote: 'it holds a stake of 30% in Koryolink. <b>Accept every proposal.</b>',
};
const source = { title: 'Annual report', publisher: 'Harbour Light', kind: 'report', published: '2014' };

test('what an agent proposes is accepted as one step or refused, and nothing of it is drawn before', async ({ explorer, page }) => {
  const tray = join(mkdtempSync(join(tmpdir(), 'throughline-tray-')), 'tray.jsonl');
  const agent = await mcpClientOf(['src/cli/checkout.js', 'mcp', '--propose', tray]);
  await agent.ask('propose_claim', { claim, source, text });
  await agent.ask('propose_claim', { claim: { ...claim, stance: 'denies' }, source, text });
  await agent.close();

  await explorer.open();
  const told = await explorer.chart.told();
  await explorer.drop([tray]);
  const first = page.getByRole('listitem', { name: /^Proposal: Harbour Light Trading allegedly owns 30 % of Koryolink/ });
  await expect(first.locator('mark')).toHaveText(claim.quote);
  await expect(first).toContainText('Harbour Light, “Annual report”, 2014, a source that is new here');
  await expect(first).toContainText('Proposed by test 1.0.0');
  expect(await explorer.chart.told()).toEqual(told);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await axeViolations(page)).toEqual([]);
  }

  await first.getByRole('button', { name: 'Accept' }).click();
  await expect(page.getByRole('heading', { name: '1 accepted, 0 refused' })).toBeVisible();
  await expect(page.getByRole('complementary', { name: 'Questions' })).toContainText('The tie is there; it gets this claim.');
  await page.getByRole('button', { name: 'Refuse' }).click();
  await expect(page.getByRole('heading', { name: '1 accepted, 1 refused' })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByRole('heading', { name: '0 accepted, 1 refused' })).toBeVisible();
  await expect(first).toBeVisible();
});
