import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Dataset } from '../src/model';
import { expect, test } from './story';
import { axeViolations } from './pages/axeViolations';

test('a file shows what came and went since, by signs and words, and the chart is as it was afterwards', async ({
  page, explorer, browser,
}, info) => {
  const now = JSON.parse(readFileSync('graph-data/north-korea-telecom.json', 'utf8')) as Dataset;
  await explorer.open();
  const told = await explorer.chart.told();
  const drawn = new Set(Object.keys((await explorer.chart.frozen()).chart.positions));
  const ties = now.relationships.filter((r) => drawn.has(r.from) && drawn.has(r.to));
  const [came, changed] = [ties.find((r) => r.share === undefined)!, ties.find((r) => typeof r.share === 'number')!];
  const end = now.entities.find((e) => e.id === changed.to)!;
  const path = info.outputPath('earlier.json');
  writeFileSync(path, JSON.stringify({
    ...now,
    entities: [...now.entities, { id: 'old-harbour', type: 'company', name: 'Old Harbour' }],
    relationships: [
      ...now.relationships.filter((r) => r.id !== came.id).map((r) => (r.id === changed.id ? { ...r, share: 1 } : r)),
      { id: 'old-tie', type: 'owns', from: 'old-harbour', to: end.id, claims: [{ source: now.sources[0]!.id, stance: 'asserts' }] },
    ],
  }));

  await page.keyboard.press('d');
  const panel = page.getByRole('tabpanel', { name: 'Compare' });
  const choosing = page.waitForEvent('filechooser');
  await panel.getByRole('button', { name: 'Choose a file…' }).click();
  await (await choosing).setFiles(path);
  const changes = panel.getByRole('list').getByRole('button');
  await expect(changes.filter({ hasText: /^Removed entity old-harbour: “Old Harbour”\.$/ })).toBeVisible();
  await expect(changes.filter({ hasText: new RegExp(`^Changed relationship ${changed.id}: .*share changed from 1 to`) })).toBeVisible();
  for (const word of ['added', 'removed', 'changed'])
    await expect(explorer.legend.getByRole('listitem').filter({ hasText: new RegExp(`${word}$`) })).toBeVisible();
  await expect(explorer.chart.sentences.getByRole('button', { name: 'Old Harbour, company, removed.' })).toBeAttached();

  // The panel keeps the focus of its button: keys step all the same.
  await page.keyboard.press(']');
  await expect(changes.first()).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('[');
  await expect(changes.last()).toHaveAttribute('aria-current', 'true');
  await changes.filter({ hasText: /^Removed relationship old-tie/ }).click();
  for (const theme of ['Light', 'Dark'] as const) {
    await explorer.setTheme(theme);
    expect(await axeViolations(page)).toEqual([]);
    await page.screenshot({ path: info.outputPath(`${theme}.png`) });
  }

  const saving = page.waitForEvent('download');
  await panel.getByRole('group', { name: 'Save side by side' }).getByRole('button', { name: 'Page' }).click();
  const saved = info.outputPath('changes.html');
  await (await saving).saveAs(saved);
  const elsewhere = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const other = await elsewhere.newPage();
  await other.goto(pathToFileURL(saved).href);
  await expect(other.getByRole('figure')).toHaveCount(2);
  await expect(other.getByRole('figure').first()).toContainText('− removed');
  await expect(other.getByRole('listitem').filter({ hasText: /^Removed entity: “Old Harbour”\.$/ })).toBeVisible();
  expect(await axeViolations(other)).toEqual([]);
  await elsewhere.close();

  await panel.getByRole('button', { name: 'Leave the comparison' }).click();
  await expect.poll(() => explorer.chart.told()).toEqual(told);
  await expect(explorer.undo).toBeDisabled();
});
