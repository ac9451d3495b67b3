import { readFileSync } from 'node:fs';
import { makeLargeFtmFile } from './largeFtmFile';
import { expect, test } from './story';

const MEGABYTES = 24;
/** How long such a file may take to open beside other work, in ms. */
const OPENS_IN = 150_000;

// A file of many megabytes takes as long as the machine has other work.
test.slow();

/** A made-up file in the folder of a test, and the name of its first company. */
function largeFile(path: string): { path: string; records: number; name: string } {
  const records = makeLargeFtmFile({ path, bytes: MEGABYTES * 1e6 });
  return { path, records, name: JSON.parse(readFileSync(path, 'utf8').split('\n', 1)[0]!).caption };
}

test('a large file tells how far it is while it opens, and who cancels it keeps the chart as it was', async ({ explorer, page }, info) => {
  const { chart, opening, datasets, inspector, notices } = explorer;
  const { path } = largeFile(info.outputPath('large.ftm.json'));
  await explorer.open();
  const [told, drawn] = [await chart.told(), await explorer.counts()];

  const progress = await opening.toldFromNow();
  await explorer.drop(path);
  await expect.poll(progress).toContainEqual(expect.stringMatching(/^Reading · [\d.]+ of 24 MB · [\d,]+ rows/));
  await expect(opening.bar).toHaveAttribute('aria-valuenow', /^\d+$/);
  await opening.cancel.click();
  await expect(opening.notice).toBeHidden();
  await expect(notices).toContainText('“large.ftm.json” was not opened: it was cancelled. The chart is as it was.');

  await explorer.drop(path);
  await expect(opening.bar).toBeAttached();
  await chart.entity('Koryolink').press('Enter');
  await expect(inspector.title).toHaveText('Koryolink');
  await page.keyboard.press('Escape');
  await expect(opening.notice).toBeHidden();
  await expect(inspector.title).toHaveText('Koryolink');

  expect(await chart.told()).toEqual(told);
  expect(await explorer.counts()).toEqual(drawn);
  await expect(datasets.title).toContainText('phone networks');
});

test('a large file opens on its best connected entities, says how many of how many they are, and goes on from there', async ({
  explorer, page,
}, info) => {
  const { chart, notices, inspector } = explorer;
  const path = info.outputPath('large.ftm.json');
  makeLargeFtmFile({ path, bytes: MEGABYTES * 1e6 });
  await explorer.open();
  await explorer.drop(path);
  await expect(notices).toContainText(
    /25 of the [\d,]+ entities of large\.ftm\S* are on the chart: the best connected ones\. To go on, search for a name \(\/\), expand an entity \(E\) or trace between two \(T\); or look at the whole in groups \(M\)\./,
    { timeout: OPENS_IN },
  );
  expect((await explorer.counts()).entities).toBe(25);
  const told = await chart.entities();
  expect(told).toHaveLength(25);
  expect(told.filter((sentence) => / 0 ties/.test(sentence))).toEqual([]);
  expect(await chart.inked()).toBeGreaterThan(2000);

  const name = told[0]!.split(', ')[0]!;
  await chart.entity(name).press('Enter');
  await expect(inspector.title).toHaveText(name);
  await page.keyboard.press('e');
  await expect.poll(async () => (await explorer.counts()).entities).toBeGreaterThan(25);
});

test('a large file opens to be searched, and is there again after a reload', async ({ explorer }, info) => {
  const { opening, datasets, notices, search, inspector } = explorer;
  const { path, name } = largeFile(info.outputPath('large.ftm.json'));
  await explorer.open();
  await explorer.drop(path);
  await expect(opening.bar).toHaveAttribute('aria-valuetext', /rows/);
  await expect(notices).toContainText('is open in place of', { timeout: OPENS_IN });
  await expect(datasets.title).toContainText('large.ftm');
  await expect(opening.notice).toBeHidden();
  await search.choose(name, name);
  await expect(inspector.title).toHaveText(name);

  await explorer.reload();
  await expect(datasets.title).toContainText('large.ftm', { timeout: OPENS_IN });
  await expect(explorer.chart.entity(name)).toBeAttached();
});
