import { writeFile } from 'node:fs/promises';
import type { TestInfo } from '@playwright/test';
import { expect, test } from './story';

async function written(info: TestInfo, files: Record<string, string | Buffer>): Promise<string[]> {
  const paths = Object.keys(files).map((name) => info.outputPath(name));
  await Promise.all(Object.values(files).map((content, i) => writeFile(paths[i]!, content)));
  return paths;
}

const SCAN = Buffer.from([0x25, 0x50, 0x44, 0x46, 0, 1, 2, 3, 0xff]);
const ALDER = JSON.stringify({
  format: 'throughline/1', id: 'alder', title: 'One company', sources: [], entities: [{ id: 'alder', type: 'company', name: 'Alder Ltd' }],
  relationships: [],
});

test('of two files that are dropped together and of which one is unknown, one opens and the other is named', async ({ explorer }, info) => {
  await explorer.open();
  await explorer.drop(await written(info, { 'alder.json': ALDER, 'scan.pdf': SCAN }));
  await expect(explorer.datasets.title).toContainText('One company');
  await expect(explorer.notices).toContainText('“scan.pdf” is of no format that is read here. Only “alder.json” was taken.');
});

test('of tables and a file that is none, it is said before they are imported which is left out', async ({ explorer, page }, info) => {
  await explorer.open();
  await explorer.drop(
    await written(info, {
      'a.csv': 'owner,owned,share\nOak Ltd,Ash Ltd,50\n', 'b.csv': 'owner,owned,share\nElm Ltd,Ash Ltd,50\n', 'scan.pdf': SCAN,
    }),
  );
  await expect(page.getByRole('dialog')).toContainText('scan.pdf');
});

test('files of which none is read as a folder leave the chart as it was, and the unknown one is named', async ({ explorer }, info) => {
  await explorer.open();
  const told = await explorer.chart.told();
  await explorer.drop(await written(info, { 'alder.json': ALDER, 'birch.json': ALDER.replaceAll('lder', 'birch'), 'scan.pdf': SCAN }));
  await expect(explorer.notices).toContainText(
    /Nothing was opened\. “scan\.pdf” is of no format that is read here\. Open the files one by one\./,
  );
  expect(await explorer.chart.told()).toEqual(told);
});
