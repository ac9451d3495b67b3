import { expect, test } from './story';

test('a denied tie is no part of a route until it is asked for, and then it is called denied', async ({ explorer }) => {
  const { trace, inspector } = explorer;
  await explorer.open();
  await trace.ask('VEON', 'Koryolink');
  await expect(trace.routes).not.toHaveCount(0);
  await expect(trace.routes.filter({ hasText: '1 hop' })).toHaveCount(0);
  await expect(trace.answer).toContainText(/\d+ relationships? .*left out: \d+ by their status/);

  await trace.constrain(/^Status/, (popover) => popover.getByRole('checkbox', { name: 'denied' }).check());
  await expect(trace.constraints).toContainText('all statuses');
  const direct = trace.routes.filter({ hasText: '1 hop' });
  await expect(direct).toHaveCount(1);
  await expect(direct).toContainText('denied');
  await direct.getByRole('button', { name: /^Sources/ }).click();
  await expect(inspector.panel).toContainText('Denied: no source here says that it is so.');
  await expect(inspector.claims.first()).toContainText('denies');
});

test('a denied tie is not drawn until it is asked for', async ({ explorer }) => {
  const { chart } = explorer;
  const denied = chart.sentences.getByRole('button', { name: /^VEON owns .*Koryolink \(.*denied\)/ });
  await explorer.openNetworks();
  await expect(explorer.drawnLine).toContainText('denied');
  await expect(denied).toHaveCount(0);
  await explorer.filters.show();
  await explorer.filters.box('Status', /denied/).check();
  await expect(explorer.drawnLine).not.toContainText('denied');
  await expect(denied).toHaveCount(1);
  await expect(explorer.legend).toContainText('denied');
});
