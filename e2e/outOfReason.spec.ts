import { writeFile } from 'node:fs/promises';
import { expect, test } from './story';

const NODES = 60;
/** Sixty nodes of another tool in a row, the first far beyond anything, with a name that fills books. */
const FAR = {
  elements: {
    nodes: Array.from({ length: NODES }, (_, i) => ({
      data: { id: `n${i}`, name: i === 0 ? 'N'.repeat(100_000) : `Oak ${i}` }, position: { x: i === 0 ? 1e12 : i * 100, y: i * 10 },
    })),
    edges: Array.from({ length: NODES }, (_, i) => ({ data: { id: `e${i}`, source: `n${i}`, target: `n${(i * 7 + 1) % NODES}` } })),
  },
};

test('a node out of all reason, its name of 100 000 characters, is brought in and told', async ({ explorer }, info) => {
  const { datasets, report, search, inspector } = explorer;
  const path = info.outputPath('far.cyjs');
  await writeFile(path, JSON.stringify(FAR));
  await explorer.open();
  await explorer.drop(path);
  await expect(report.dialog).toContainText(/far/i);
  await expect(report.issues.filter({ hasText: 'n0' }).first()).toBeVisible();
  await report.close.click();
  await expect(datasets.title).toContainText('far');
  expect((await explorer.counts()).entities).toBe(NODES);
  await search.choose('Oak 7', 'Oak 7');
  await expect(inspector.title).toHaveText('Oak 7');
});
