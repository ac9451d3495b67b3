import { writeFile } from 'node:fs/promises';
import { expect, test } from './story';

test('where there is no route the panel says why, and a press relaxes what stands in the way', async ({ explorer }) => {
  const { trace } = explorer;
  await explorer.open();
  await trace.ask('Huawei', 'Koryolink');
  await expect(trace.routes).not.toHaveCount(0);
  await trace.constrain(/^Time/, async (popover) => {
    await popover.getByRole('textbox').fill('2003');
    await popover.getByRole('textbox').press('Enter');
  });
  await expect(trace.noRoute).toContainText('No route from Huawei to Koryolink');
  await expect(trace.noRoute).toContainText('would give a route');
  const date = trace.relaxations.filter({ hasText: /2003|date|time|when/i }).first();
  await expect(date).toContainText(/\d hops?/);
  await expect(explorer.chart.sentences).not.toContainText('is highlighted');
  await date.click();
  await expect(trace.routes).not.toHaveCount(0);
  await expect(explorer.chart.sentences).toContainText(/Route 1 of \d+ is highlighted/);
});

test('too short a length is one of the reasons, and the least that gives a route is offered', async ({ explorer }) => {
  const { trace } = explorer;
  await explorer.open('?case=north-korea-telecom&from=huawei&to=kang-song-net&hops=1');
  await expect(trace.noRoute).toContainText('No route from Huawei to Kang Song NET');
  const longer = trace.relaxations.filter({ hasText: /hops/ }).first();
  await longer.click();
  await expect(trace.routes).not.toHaveCount(0);
  await expect(trace.constraints).not.toContainText('up to 1 hop');
});

test('two parties that nothing ties are said to be so', async ({ explorer }, info) => {
  const { trace } = explorer;
  await explorer.open();
  const path = info.outputPath('apart.json');
  await writeFile(
    path,
    JSON.stringify({
      format: 'throughline/1',
      id: 'apart',
      title: 'Apart',
      sources: [{ id: 's', title: 'S', publisher: 'S', kind: 'news' }],
      entities: ['alder', 'birch', 'cedar', 'dogwood'].map((id) => ({ id, type: 'company', name: id[0]!.toUpperCase() + id.slice(1) })),
      relationships: [
        ['alder', 'birch'], ['cedar', 'dogwood'],
      ].map(([from, to]) => ({ id: `${from}-${to}`, type: 'owns', from, to, claims: [{ source: 's', stance: 'asserts' }] })),
    }),
  );
  await explorer.drop(path);
  await expect(explorer.datasets.title).toContainText('Apart');
  await trace.ask('Alder', 'Dogwood');
  await expect(trace.noRoute).toContainText('Nothing in this dataset ties the two');
  await expect(trace.relaxations).toHaveCount(0);
});
