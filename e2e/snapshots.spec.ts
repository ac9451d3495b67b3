import { readFile } from 'node:fs/promises';
import { loadImage } from '@napi-rs/canvas';
import type { TestInfo } from '@playwright/test';
import type { Explorer } from './pages/Explorer';
import type { Form } from './pages/Snapshots';
import { expect, test } from './story';

/** A view that has something of everything: a filter, a trace with its second route highlighted, an entity pinned and looked at. */
async function makeAView(explorer: Explorer): Promise<void> {
  await explorer.open(
    '?case=north-korea-telecom&from=huawei&to=koryolink&route=2&families=ownership,supply,operation,'
    + 'venture&select=entity:cheo-technology-jv',
  );
  await expect(explorer.trace.active).toContainText('Panda International');
  await explorer.inspector.action('Pin').click();
  await expect(explorer.chart.entity('CHEO Technology JV Company')).toContainText('pinned');
}

async function saved(explorer: Explorer, form: Form, info: TestInfo): Promise<string> {
  const download = await explorer.snapshots.save(form);
  const path = info.outputPath(download.suggestedFilename());
  await download.saveAs(path);
  return path;
}

const FORMS = [['Image', 'png'], ['Vector', 'svg'], ['Page that opens offline', 'html'], ['Data that opens here again', 'json']] as const;

for (const [form, ending] of FORMS) {
  test(`a snapshot as ${ending.toUpperCase()} opens again as it was: entities, places, filter, route and what was looked at`, async ({
    explorer,
  }, info) => {
    const { chart, trace, inspector } = explorer;
    await makeAView(explorer);
    const path = await saved(explorer, form, info);
    expect(path).toMatch(new RegExp(`huawei-koryolink[^/]*\\.${ending}$`));
    const [frozen, told, route, drawn] = [
      await chart.frozen(), await chart.told(), await trace.active.innerText(), await explorer.counts(),
    ];

    await explorer.open('?case=north-korea-telecom');
    await expect(trace.routes).toHaveCount(0);
    await explorer.drop(path);
    await expect(explorer.notices).toContainText('is open in place of');
    await expect.poll(() => explorer.counts()).toEqual(drawn);
    await expect.poll(() => chart.told()).toEqual(told);
    expect(await trace.active.innerText()).toBe(route);
    await expect(inspector.title).toHaveText('CHEO Technology JV Company');
    const again = await chart.frozen();
    expect(again.chart).toEqual(frozen.chart);
    expect(again.dataset.entities).toEqual(frozen.dataset.entities);
    expect(again.dataset.relationships).toEqual(frozen.dataset.relationships);
    expect(again.filter).toEqual(frozen.filter);
    expect(again.trace?.active).toBe(1);
  });
}

test('a snapshot is opened by choosing its file, too', async ({ explorer }, info) => {
  await makeAView(explorer);
  const path = await saved(explorer, 'Data that opens here again', info);
  const told = await explorer.chart.told();
  await explorer.open('?case=north-korea-telecom');
  await explorer.datasets.chooseFile(path);
  await expect.poll(() => explorer.chart.told()).toEqual(told);
});

test('the SVG holds real text and its own fonts, and asks nobody for anything', async ({ explorer }, info) => {
  await makeAView(explorer);
  const svg = await readFile(await saved(explorer, 'Vector', info), 'utf8');
  expect(svg).toMatch(/<text[^>]*>[^<]*Koryolink/);
  expect(svg).toMatch(/@font-face\s*{[^}]*url\(["']?data:font/);
  expect(svg).not.toMatch(/<script|<image|(?:src|xlink:href)="http|url\(["']?http/);
});

test('the same view gives the same bytes', async ({ explorer }, info) => {
  await makeAView(explorer);
  for (const form of ['Vector', 'Page that opens offline', 'Data that opens here again'] as const) {
    const first = await readFile(await saved(explorer, form, info));
    const second = await readFile(await saved(explorer, form, info));
    expect(first.equals(second), form).toBe(true);
  }
});

test('the dialog says what will be published, and makes a picture of the title, size and theme that were chosen', async ({
  explorer, page,
}, info) => {
  await makeAView(explorer);
  const { dialog } = explorer.snapshots;
  const drawn = await explorer.counts();
  const pixels = async (size: string) => {
    await explorer.snapshots.openDialog();
    await expect(dialog).toContainText(`${drawn.entities} entities and ${drawn.relationships} relationships`);
    await expect(dialog).toContainText('nothing else that is not drawn');
    await dialog.getByRole('textbox', { name: 'Title' }).fill('Panda in the middle');
    await dialog.getByRole('button', { name: 'Dark' }).click();
    await dialog.getByRole('button', { name: size }).click();
    const saving = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Save image' }).click();
    const download = await saving;
    expect(download.suggestedFilename()).toBe('panda-in-the-middle.png');
    const path = info.outputPath(`${size}.png`);
    await download.saveAs(path);
    await expect(dialog).toBeHidden();
    return loadImage(path);
  };
  const [once, fourfold] = [await pixels('1×'), await pixels('4×')];
  expect(fourfold.width).toBe(once.width * 4);
  expect(fourfold.height).toBe(once.height * 4);
});

test('the brief tells the routes in Markdown, every line footnoted', async ({ explorer }, info) => {
  await makeAView(explorer);
  const brief = await readFile(await saved(explorer, 'Brief with footnotes', info), 'utf8');
  expect(brief).toMatch(/^# /);
  expect(brief).toMatch(/^\d+\. \*\*Huawei.*through \*\*Panda International.*\[\^\d+\]/m);
  const cited = new Set([...brief.matchAll(/\[\^(\d+)\](?!:)/g)].map((m) => m[1]));
  const noted = new Set([...brief.matchAll(/^\[\^(\d+)\]:/gm)].map((m) => m[1]));
  expect(cited.size).toBeGreaterThan(5);
  expect(noted).toEqual(cited);
});
