import { axeViolations } from './pages/axeViolations';
import { expect, test } from './story';

test('a pattern is built step by step, says the sentence that it asks, and its routes are shown on the chart', async ({
  explorer,
  page,
}) => {
  await explorer.open();
  await page.keyboard.press('Shift+R');
  const panel = page.getByRole('tabpanel', { name: 'Pattern' });
  await panel.getByRole('button', { name: /^Try from any Chinese company/ }).click();
  const answer = panel.getByRole('group', { name: 'Answer' });
  await expect(panel).toContainText(
    'From any company of CN to any network: a step by any relationship along its arrow, to a joint venture; then',
  );
  const first = answer.getByRole('button', { name: /^Route 1:/ });
  await expect(first).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
  await first.click();
  await expect(first).toHaveAttribute('aria-pressed', 'true');

  await panel.getByRole('combobox', { name: 'Step 3: type', exact: true }).selectOption('supplies');
  await expect(panel.getByRole('textbox', { name: 'The pattern as text' })).toHaveValue(
    'any[to=jointVenture] (^operates | ^partnerIn) (supplies | supplies | operates)+',
  );
  await panel.getByRole('combobox', { name: 'Step 3: type 3' }).selectOption('');
  await panel.getByRole('combobox', { name: 'Step 3: type 2' }).selectOption('');
  await expect(panel).toContainText('then a step that supplies, once or more.');
  await expect(answer).toContainText('1 route follows the pattern');

  const text = panel.getByRole('textbox', { name: 'The pattern as text' });
  await text.fill('owns (');
  await expect(panel.getByRole('alert')).toContainText('Character 7 of the pattern: a step is missing here');
  await text.fill('~any[to=jointVenture] ~any');
  await text.press('Enter');
  await expect(panel.getByRole('alert')).toBeHidden();
  await expect(panel).toContainText('a step by any relationship, to a joint venture; then a step by any relationship.');
  await expect(answer).toContainText(/routes? follows? the pattern/);

  // A route says what a route of a trace says: that its hops never held at one time as well.
  await text.fill('~any ~any ~any');
  await text.press('Enter');
  await expect(answer.getByText(/^never at one time: /).first()).toBeVisible();
});
