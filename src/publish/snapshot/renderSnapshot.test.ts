import { expect, test } from 'vitest';
import { nodeAssets } from '../../cli/nodeAssets';
import { nodeCanvas } from '../../cli/nodeCanvas';
import { extractFromHtml, extractFromPng, extractFromSvg } from '../../formats';
import { readSnapshot, type Snapshot } from '../../model';
import { testSnapshot } from '../../drawing/testing/testChart';
import { NoCanvasError, PictureTooLargeError, renderSnapshot, snapshotKinds, type SnapshotKind } from '.';

const assets = await nodeAssets();
const render = (kind: SnapshotKind, snapshot: Snapshot = testSnapshot, options = {}) => renderSnapshot(snapshot, kind, { assets, canvas: nodeCanvas, ...options });
const textOf = async (kind: SnapshotKind, snapshot?: Snapshot) => new TextDecoder().decode(await render(kind, snapshot));
const reopened = (json: string) => readSnapshot(JSON.parse(json)).snapshot!;

test.each(['svg', 'html', 'md', 'json'] as const)('the same snapshot gives the same %s byte for byte, in whatever order its positions were set', async (kind) => {
  const turned = { ...testSnapshot, chart: { ...testSnapshot.chart, positions: Object.fromEntries(Object.entries(testSnapshot.chart.positions).reverse()) } };
  expect(await textOf(kind, turned)).toBe(await textOf(kind));
});

test('every form but the brief opens again as the snapshot it was, and gives the same bytes again', async () => {
  const svg = await textOf('svg');
  const html = await textOf('html');
  const carried = [await textOf('json'), extractFromSvg(svg).json!, extractFromHtml(html).json!, extractFromPng(await render('png')).json!];
  for (const json of carried) expect(reopened(json)).toEqual(reopened(carried[0]!));
  // The chart of this test was never read: reading it takes a control character out of a name. From then on nothing changes.
  const read = reopened(carried[0]!);
  const [pictured, page] = [await textOf('svg', read), await textOf('html', read)];
  expect(await textOf('svg', reopened(extractFromSvg(pictured).json!))).toBe(pictured);
  expect(await textOf('html', reopened(extractFromHtml(page).json!))).toBe(page);
});

test('a snapshot whose names hold non-characters comes back out of an SVG', async () => {
  const odd = { ...testSnapshot, title: 'a\uffffb]]>&<' };
  expect(reopened(extractFromSvg(await textOf('svg', odd)).json!).title).toBe(odd.title);
});

test('the fonts travel with the picture', async () => {
  const svg = await textOf('svg');
  expect(svg).toMatch(/@font-face\{font-family:"IBM Plex Sans";font-weight:600;[^}]*src:url\(data:font\/woff2;base64,d09GMg/);
  expect(svg).not.toContain('Source Serif');
});

test('a PNG has as many pixels as its scale asks', async () => {
  const width = async (scale: number) => new DataView((await render('png', testSnapshot, { scale })).buffer).getUint32(16);
  expect(await width(3)).toBe(3 * (await width(1)));
});

test('a picture without references has neither numbers on its lines nor a list of sources, and carries its data all the same', async () => {
  const drawn = (svg: string) => svg.replace(/<metadata[\s\S]*<\/metadata>/, '');
  const bare = new TextDecoder().decode(await render('svg', testSnapshot, { references: false }));
  expect(drawn(await textOf('svg'))).toContain('Leaked work orders');
  expect(drawn(bare)).not.toContain('Leaked work orders');
  expect(drawn(bare).length).toBeLessThan(drawn(await textOf('svg')).length);
  expect(reopened(extractFromSvg(bare).json!)).toEqual(reopened(extractFromSvg(await textOf('svg')).json!));
});

test('"only this route" publishes nothing else', async () => {
  const only = { ...testSnapshot, trace: { ...testSnapshot.trace!, only: true } };
  const { trace: _, ...rest } = only;
  const brief = await textOf('md', only);
  expect(brief).toContain('1 route runs through what this chart does not show.');
  const svg = (await textOf('svg', only)).replace(/<metadata[\s\S]*<\/metadata>/, '');
  expect(svg).not.toContain('Orabank');
  expect((await textOf('svg', rest)).replace(/<metadata[\s\S]*<\/metadata>/, '')).toContain('Orabank');
});

test('a picture that no canvas can hold is refused with a way out', async () => {
  const far = { ...testSnapshot, chart: { ...testSnapshot.chart, positions: { ...testSnapshot.chart.positions, huawei: { x: -90_000, y: 0 } } } };
  await expect(render('png', far)).rejects.toThrow(PictureTooLargeError);
  await expect(renderSnapshot(testSnapshot, 'png', { assets })).rejects.toThrow(NoCanvasError);
});

test('every kind has an ending of its own', () => {
  expect(new Set(Object.values(snapshotKinds).map((k) => k.extension)).size).toBe(Object.keys(snapshotKinds).length);
});
