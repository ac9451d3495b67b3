import { expect, test } from './story';

const HUAWEI = 'Huawei Technologies Co., Ltd.';
const PANDA = 'Panda International Information Technology Co., Ltd.';

test('Huawei is tied to Koryolink through Panda: each route a sentence with its citations, its weakest hop and when it held', async ({
  explorer,
}) => {
  const { trace } = explorer;
  await explorer.open();
  await trace.ask('Huawei', 'Koryolink');
  await expect(trace.routes).not.toHaveCount(0);
  await expect(trace.routes.first()).toContainText('1 hop');

  const panda = trace.route('Huawei', 'through', 'Panda International', 'Koryolink').first();
  await expect(panda.getByRole('button', { name: /^Sources \d/ })).toHaveCount(2);
  await expect(panda).toContainText('2 hops');
  await expect(panda).toContainText('weakest: alleged');
  await expect(panda).toContainText('all hops held together in some part of 2008–2016, certainly 2009–2015');
  await expect(panda).toContainText('publishers');
  await expect(trace.routes.filter({ hasText: 'never all at once' }).first()).toContainText('Kim Jong Il');
  await trace.showBetween.click();
  await expect(trace.inBetween.getByRole('listitem').filter({ hasText: 'Interception gateway' })).toContainText(/\d+ of \d+/);
});

test('[ and ] step through the routes, and each is highlighted on the chart', async ({ explorer, page }) => {
  const { trace, chart } = explorer;
  await explorer.open();
  expect(await chart.highlighted()).toBe(0);
  await trace.ask('Huawei', 'Koryolink');
  await expect(trace.active).toContainText('1 hop');
  await page.getByRole('heading', { name: 'Throughline' }).click();

  await page.keyboard.press(']');
  await expect(trace.active).toContainText('Panda International');
  await expect(chart.sentences).toContainText(/Route 2 of \d+ is highlighted/);
  for (const name of [HUAWEI, PANDA, 'Koryolink']) await expect(chart.entity(name)).toContainText('on the highlighted route');
  await expect(chart.entity('Orascom Telecom Holding')).not.toContainText('on the highlighted route');
  await expect.poll(() => chart.highlighted(), 'pixels of the highlighter on the chart').toBeGreaterThan(500);

  await page.keyboard.press('[');
  await expect(chart.sentences).toContainText(/Route 1 of \d+ is highlighted/);
  await expect(chart.entity(PANDA)).not.toContainText('on the highlighted route');
  await page.keyboard.press('[');
  const count = await trace.routes.count();
  await expect(chart.sentences).toContainText(`Route ${count} of ${count} is highlighted`);
});

test('only this route: Huawei left, Panda between, Koryolink right, and everything back afterwards', async ({ explorer }) => {
  const { trace, chart } = explorer;
  await explorer.open();
  const before = await chart.frozen();
  await trace.ask('Huawei', 'Koryolink');
  await trace.route('through', 'Panda International').first().getByRole('button').first().click();
  await trace.onlyThis.click();
  await expect(explorer.drawnLine).toContainText(/^3 entities/);
  const { positions } = (await chart.frozen()).chart;
  expect(Object.keys(positions).sort()).toEqual(['huawei', 'koryolink', 'panda-international']);
  expect(positions['huawei']!.x).toBeLessThan(positions['panda-international']!.x);
  expect(positions['panda-international']!.x).toBeLessThan(positions['koryolink']!.x);

  await trace.onlyThis.click();
  await expect(explorer.drawnLine).toContainText(`${before.dataset.entities.length} entities`);
  expect((await chart.frozen()).chart.positions).toEqual(before.chart.positions);
});

test('a citation opens the relationship that it stands for, with every claim and its source', async ({ explorer, page }) => {
  const { trace, inspector } = explorer;
  await explorer.open();
  await trace.ask('Huawei', 'Koryolink');
  const citation = trace.route('through', 'Panda International').first().getByRole('button', { name: /^Sources/ }).first();
  await citation.hover();
  await expect(page.getByRole('tooltip')).toContainText('Fox News');
  await citation.click();
  await expect(inspector.title).toContainText('Panda International');
  await expect(inspector.panel).toContainText('Alleged, not established.');
  await expect(inspector.claims).toHaveCount(2);
  await expect(inspector.claims.filter({ hasText: 'Fox News' }).getByRole('link')).toHaveAttribute('href', /^https:\/\/foxnews\.com/);
  await expect(inspector.claims.filter({ hasText: "Editor's reading" })).toContainText('said to work together');
  await expect(inspector.claims.filter({ hasText: "Editor's reading" })).toContainText('Drawn from what is said by The Hill, Fox News.');
  await inspector.panel.getByRole('button', { name: 'why this status' }).click();
  await expect(page.getByRole('dialog', { name: 'Why this status' })).toContainText(
    '1 allegation by 1 independent publisher, beside 1 reading',
  );
});
