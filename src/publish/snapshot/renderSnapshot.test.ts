import { expect, test } from 'vitest';
import { nodeAssets } from '../../cli/nodeAssets';
import { nodeCanvas } from '../../cli/nodeCanvas';
import { extractFromHtml, extractFromPng, extractFromSvg } from '../../formats';
import { readSnapshot, type Snapshot } from '../../model';
import { testSnapshot } from '../../drawing/testing/testChart';
import {
  NoCanvasError, PictureTooLargeError, previewPictures, renderSnapshot, snapshotKinds,
  type RenderOptions, type SnapshotKind,
} from '.';

const assets = await nodeAssets();
const render = (kind: SnapshotKind, snapshot: Snapshot = testSnapshot, options: Partial<RenderOptions> = {}) =>
  renderSnapshot(snapshot, kind, { assets, canvas: nodeCanvas, ...options });
const textOf = async (kind: SnapshotKind, snapshot?: Snapshot) => new TextDecoder().decode(await render(kind, snapshot));
const reopened = (json: string) => readSnapshot(JSON.parse(json)).snapshot!;

test.each(['svg', 'html', 'md', 'json'] as const)(
  'the same snapshot gives the same %s byte for byte, in whatever order its positions were set',
  async (kind) => {
    const turned = {
      ...testSnapshot,
      chart: { ...testSnapshot.chart, positions: Object.fromEntries(Object.entries(testSnapshot.chart.positions).reverse()) },
    };
    expect(await textOf(kind, turned)).toBe(await textOf(kind));
  },
);

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
  const bare = new TextDecoder().decode(await render('svg', testSnapshot, { references: 'none' }));
  expect(drawn(await textOf('svg'))).toContain('Leaked work orders');
  expect(drawn(bare)).not.toContain('Leaked work orders');
  expect(drawn(bare).length).toBeLessThan(drawn(await textOf('svg')).length);
  expect(reopened(extractFromSvg(bare).json!)).toEqual(reopened(extractFromSvg(await textOf('svg')).json!));
});

const drawnIn = (svg: string) => svg.replace(/<metadata[\s\S]*<\/metadata>/, '');
const svgOf = async (options: Partial<RenderOptions>) => drawnIn(new TextDecoder().decode(await render('svg', testSnapshot, options)));
const pixelsIn = (png: Uint8Array) => [new DataView(png.buffer).getUint32(16), new DataView(png.buffer).getUint32(20)] as const;

/** Where a picture's texts stand, and the rectangle that it shows. */
function extentsIn(svg: string) {
  const [x, y, width, height] = /viewBox="([^"]+)"/.exec(svg)![1]!.split(' ').map(Number) as [number, number, number, number];
  const texts = [...svg.matchAll(/<text class="(?:name|nameCompact|subtitle|legend|title)" x="([^"]+)" y="([^"]+)"/g)].map((m) => ({
    x: Number(m[1]), y: Number(m[2]),
  }));
  return { x, y, width, height, texts };
}

test.each([
  ['16:9', 16 / 9], ['4:3', 4 / 3], ['1:1', 1], ['a4', 210 / 297], ['a4-landscape', 297 / 210],
] as const)('a picture of %s has that shape, and all that is in it lies within', async (size, aspect) => {
  for (const references of ['below', 'none'] as const) {
    const { x, y, width, height, texts } = extentsIn(await svgOf({ size, references }));
    expect(width / height).toBeCloseTo(aspect, 3);
    expect(texts.length).toBeGreaterThan(20);
    expect(texts.filter((t) => t.x < x || t.x > x + width || t.y < y || t.y > y + height)).toEqual([]);
  }
  const [width, height] = pixelsIn(await render('png', testSnapshot, { size }));
  expect(Math.abs(width - height * aspect)).toBeLessThan(2);
});

test('a sheet of paper is as large as one where nobody says otherwise', async () => {
  expect(await svgOf({ size: 'a4' })).toContain('width="210mm" height="297mm"');
});

test('a picture of so many pixels has just these, whatever its scale says', async () => {
  expect(pixelsIn(await render('png', testSnapshot, { size: { width: 1600, height: 900 }, scale: 4 }))).toEqual([1600, 900]);
  expect(await svgOf({ size: { width: 1600, height: 900 } })).toContain('width="1600" height="900"');
});

test('references on a page of their own leave the picture its numbers, and stand on that page alone', async () => {
  const [below, picture, page, none] = [
    await svgOf({}), await svgOf({ references: 'page' }), await svgOf({ references: 'page', leaf: 'references', size: 'a4' }),
    await svgOf({ references: 'none' }),
  ];
  const numbers = (svg: string) => [...svg.matchAll(/<tspan font-size="[^"]+">([\d –]+)<\/tspan>/g)].map((m) => m[1]);
  expect(numbers(picture)).toEqual(numbers(below));
  expect(numbers(below).length).toBeGreaterThan(5);
  expect(numbers(none)).toEqual([]);
  expect([below, picture, page, none].map((svg) => svg.includes('Leaked work orders'))).toEqual([true, false, true, false]);
  expect(page).not.toContain('Orabank');
  const { width, height } = extentsIn(page);
  expect(width / height).toBeCloseTo(210 / 297, 3);
});

test('a picture lists the sources whose numbers stand on its lines, and no others', async () => {
  const { trace: _, ...rest } = testSnapshot;
  const few = {
    ...rest,
    chart: {
      ...rest.chart, positions: Object.fromEntries(['huawei', 'panda', 'otmt', 'cheo'].map((id) => [id, rest.chart.positions[id]!])),
    },
  };
  const svg = drawnIn(await textOf('svg', few));
  const span = (text: string) => {
    const [from, to = from] = text.split('–').map(Number) as [number, number?];
    return Array.from({ length: to - from + 1 }, (_, i) => String(from + i));
  };
  const onLines = new Set([...svg.matchAll(/<tspan font-size="[^"]+">([\d –]+)<\/tspan>/g)].flatMap((m) => m[1]!.split(' ')).flatMap(span));
  const listed = [...svg.matchAll(/text-anchor="end">(\d+)<\/text>/g)].map((m) => m[1]);
  expect(listed.length).toBeGreaterThan(1);
  expect(new Set(listed)).toEqual(onLines);
  expect(listed.length).toBeLessThan([...drawnIn(await textOf('svg', rest)).matchAll(/text-anchor="end">(\d+)<\/text>/g)].length);
});

test('what is looked at beforehand is what will be saved, as large as it will be', async () => {
  const options = { assets, canvas: nodeCanvas, size: '16:9', references: 'page' } as const;
  const [picture, page, ...more] = await previewPictures(testSnapshot, 'png', 480, options);
  expect(more).toEqual([]);
  const saved = await render('png', testSnapshot, options);
  expect([picture!.width, picture!.height]).toEqual([...pixelsIn(saved)]);
  expect(pixelsIn(picture!.bytes)[0]).toBe(480);
  expect(page!.width).toBeGreaterThan(0);
  const [vector] = await previewPictures(testSnapshot, 'svg', 480, { assets });
  const untitled = (svg: string) => svg.replace(/\n<title>[^\n]*<\/title>/g, '');
  expect(untitled(new TextDecoder().decode(vector!.bytes))).toBe(untitled(drawnIn(await textOf('svg')).replace(/\n\n/g, '\n')));
});

test('a drawing that nobody wants any more is left', async () => {
  const leaving = new AbortController();
  leaving.abort();
  await expect(render('svg', testSnapshot, { signal: leaving.signal })).rejects.toThrow(/abort/i);
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
  const far = {
    ...testSnapshot, chart: { ...testSnapshot.chart, positions: { ...testSnapshot.chart.positions, huawei: { x: -90_000, y: 0 } } },
  };
  await expect(render('png', far)).rejects.toThrow(PictureTooLargeError);
  await expect(renderSnapshot(testSnapshot, 'png', { assets })).rejects.toThrow(NoCanvasError);
});

test('every kind has an ending of its own', () => {
  expect(new Set(Object.values(snapshotKinds).map((k) => k.extension)).size).toBe(Object.keys(snapshotKinds).length);
});
