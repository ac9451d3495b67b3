import { writeFile } from 'node:fs/promises';
import { expect, test } from './story';

const TINY = {
  format: 'throughline/1', id: 'tiny', title: 'Three in a row',
  sources: [{ id: 'gazette', title: 'The Gazette', publisher: 'The Gazette', kind: 'news' }],
  entities: [
    { id: 'alder', type: 'company', name: 'Alder Ltd' }, { id: 'birch', type: 'company', name: 'Birch plc' },
    { id: 'cedar', type: 'person', name: 'Ada Cedar' },
  ],
  relationships: [
    {
      id: 'alder-owns-birch', type: 'owns', from: 'alder', to: 'birch', share: 60,
      claims: [{ source: 'gazette', stance: 'asserts', statement: 'Alder holds most of Birch.' }],
    },
    {
      id: 'cedar-directs-alder', type: 'directs', from: 'cedar', to: 'alder',
      claims: [{ source: 'gazette', stance: 'alleges', statement: 'Cedar runs Alder.' }],
    },
  ],
};

test('a file that is no dataset is refused with what is wrong where, and the chart stays as it was', async ({ explorer }, info) => {
  const { report, chart } = explorer;
  await explorer.open();
  const [told, drawn] = [await chart.told(), await explorer.counts()];
  const path = info.outputPath('broken.json');
  await writeFile(
    path,
    JSON.stringify(
      {
        ...TINY,
        relationships: [
          ...TINY.relationships, { id: 'alder-owns-nobody', type: 'owns', from: 'alder', to: 'nobody', share: 160, claims: [] },
        ],
      },
      null,
      2,
    ),
  );
  await explorer.drop(path);
  await expect(report.dialog).toBeVisible();
  await expect(report.dialog).toContainText('“broken.json” was not opened');
  await expect(report.dialog).toContainText('Your chart has not changed.');
  await expect(report.issues.first()).toContainText(/relationships\[2\]|line \d+/);
  await expect(report.issues.filter({ hasText: '160' }).or(report.issues.filter({ hasText: 'nobody' })).first()).toBeVisible();
  await report.close.click();
  await expect(report.dialog).toBeHidden();
  expect(await explorer.counts()).toEqual(drawn);
  expect(await chart.told()).toEqual(told);
  await expect(explorer.datasets.title).toContainText('phone networks');
});

test('a file that breaks off is refused with the line where it does', async ({ explorer }, info) => {
  const { report } = explorer;
  await explorer.open();
  const drawn = await explorer.counts();
  const text = JSON.stringify(TINY, null, 2);
  const path = info.outputPath('cut.json');
  const cut = text.slice(0, text.indexOf('"relationships"') + 20);
  await writeFile(path, cut);
  await explorer.drop(path);
  await expect(report.dialog).toContainText('was not opened');
  await expect(report.issues.first()).toContainText(new RegExp(`line ${cut.split('\n').length}\\b`));
  await report.close.click();
  expect(await explorer.counts()).toEqual(drawn);
});

test('a file that is something else altogether is refused in words', async ({ explorer }, info) => {
  const { report } = explorer;
  await explorer.open();
  const path = info.outputPath('holiday.png');
  await writeFile(
    path, Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'),
  );
  await explorer.drop(path);
  await expect(report.dialog).toContainText('“holiday.png” was not opened');
  await expect(report.issues).not.toHaveCount(0);
});

test('a good dataset that is dropped takes the place of the case, and the case can be had back', async ({ explorer }, info) => {
  const { chart, inspector } = explorer;
  await explorer.open();
  const told = await chart.told();
  const path = info.outputPath('tiny.json');
  await writeFile(path, JSON.stringify(TINY));
  await explorer.drop(path);
  await expect(explorer.datasets.title).toContainText('Three in a row');
  await expect(explorer.drawnLine).toContainText(/^3 entities, 2 relationships/);
  await expect(chart.relationship('Alder Ltd owns 60 % of Birch plc')).toBeAttached();
  await chart.relationship('Alder Ltd owns 60 % of Birch plc').press('Enter');
  await expect(inspector.claims).toContainText('Alder holds most of Birch.');

  await explorer.notices.getByRole('button', { name: /again$/ }).click();
  await expect(explorer.datasets.title).toContainText('phone networks');
  await expect.poll(() => chart.told()).toEqual(told);
});

test('a name from a file is text, whatever it is written like', async ({ explorer, page }, info) => {
  await explorer.open();
  const path = info.outputPath('markup.json');
  const name = '<img src=x onerror="document.title=1"><b>Bold</b>';
  await writeFile(path, JSON.stringify({ ...TINY, entities: [{ ...TINY.entities[0], name }, ...TINY.entities.slice(1)] }));
  await explorer.drop(path);
  await expect(explorer.chart.entity(name)).toBeAttached();
  await explorer.chart.entity(name).press('Enter');
  await expect(explorer.inspector.title).toHaveText(name);
  expect(await page.title()).toContain('Throughline');
});
