import { expect, test } from './story';

test('who holds CHEO Technology is seen at a look: partners, shares, dates, and who says so', async ({ explorer }) => {
  const { search, inspector } = explorer;
  await explorer.open();
  await search.choose('CHEO', 'CHEO Technology JV');
  await expect(inspector.title).toHaveText('CHEO Technology JV Company');
  await expect(inspector.panel).toContainText('joint venture');

  const holder = (name: string) => inspector.heldBy.filter({ hasText: name });
  await expect(holder('Orascom Telecom (OTH)')).toContainText(/75 %.*2008.*2011/);
  await expect(holder('OTMT').filter({ hasText: '75 %' })).toContainText(/2011.*2018/);
  await expect(holder('Orascom Investment (OIH)').filter({ hasText: '75 %' })).toContainText(/75 %.*since 2018/);
  await expect(holder('Korea Post')).toContainText(/25 %.*since 2008/);
  await expect(holder('Korea Post')).toContainText(/\d+ sources?/);
  await expect(inspector.section('Holds')).toContainText('Koryolink');

  await holder('Korea Post').getByRole('button').click();
  await expect(inspector.title).toContainText('25 %');
  await expect(inspector.claims).not.toHaveCount(0);
  await expect(inspector.claims.first().getByRole('link').or(inspector.claims.first().locator('.claim-title')).first()).toBeVisible();
});

test('a contradiction about a partner stays side by side: who is said to be in Achim Panda, and who doubts it', async ({ explorer }) => {
  const { search, inspector } = explorer;
  await explorer.open();
  await search.choose('Achim Panda', 'Achim');
  const partner = inspector.heldBy.filter({ hasText: 'Electronic Products' });
  await expect(partner).toContainText('disputed');
  await partner.getByRole('button').click();
  await expect(inspector.panel).toContainText('sources contradict one another');
  await expect(inspector.claims.filter({ hasText: 'asserts' })).not.toHaveCount(0);
  await expect(inspector.claims.filter({ hasText: 'questions' })).not.toHaveCount(0);
});
