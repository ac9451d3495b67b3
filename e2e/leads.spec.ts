import { axeViolations } from './pages/axeViolations';
import { expect, test } from './story';

test('leads are told with their rule, evidence and usual innocent explanation, and shown on the chart', async ({ explorer, page }) => {
  await explorer.open();
  await page.keyboard.press('Shift+L');
  const panel = page.getByRole('tabpanel', { name: 'Leads' });
  await expect(panel).toContainText('A lead is worth a second look; it says nothing about guilt.');
  await expect(panel).toContainText('Usually innocent: Partners who work well together found more than one company');
  expect(await axeViolations(page)).toEqual([]);
  const lead = panel.getByRole('button', { name: /^OTMT gave up a stake in CHEO Technology JV/ });
  // Footnotes lie over the rest of it.
  await lead.click({ position: { x: 60, y: 24 } });
  await expect(lead).toHaveAttribute('aria-pressed', 'true');
  await expect(panel).toContainText('Looked for and not found');
});
