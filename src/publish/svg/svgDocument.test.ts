import { expect, test } from 'vitest';
import { nodeAssets } from '../../cli/nodeAssets';
import { buildScene, frameMarks, palettes, type Scene } from '../../drawing';
import { testDataset, testPositions } from '../../drawing/testing/testChart';
import { escapeXml } from './escapeXml';
import { documentFonts } from './fontFaces';
import { svgDocument } from './svgDocument';

const assets = { ...(await nodeAssets()), fonts: [] };
const positions = new Map(Object.entries(testPositions));
const scene = buildScene({ part: testDataset, positions, footnotesOf: () => [1, 2] });
const nameOf = (id: string) => testDataset.entities.find((e) => e.id === id)?.name ?? id;
const frame = {
  title: 'A <title>', lines: ['From “Test”'],
  notes: [
    { number: 1, text: 'The Hill & others' }, { number: 2, text: 'Asia Times' },
  ],
};
const documentOf = (drawn: Scene) =>
  svgDocument(frameMarks(drawn, frame, { titles: { entity: nameOf, relationship: (id) => id } }), {
    palette: palettes.light, title: 'A <title> & "more"', description: 'What it shows.', assets,
  });
const svg = await documentOf(scene);

/** Whether tags nest and close, and no bare & or < stands in text: what XML asks of a document without a doctype. */
function wellFormed(xml: string): boolean {
  const open: string[] = [];
  const rest = xml
    .replace(/^<\?xml[^?]*\?>/, '')
    .replace(
      /<(\/?)([a-zA-Z]+)((?:\s+[a-zA-Z][\w-]*="[^"<]*")*)\s*(\/?)>/g,
      (_, closing: string, name: string, _attributes: string, empty: string) => {
        if (closing) expect(open.pop()).toBe(name);
        else if (!empty) open.push(name);
        return '';
      },
    );
  return open.length === 0 && !/[<>]/.test(rest) && !/&(?!(amp|lt|gt|quot|#\d+);)/.test(rest);
}

test('names with markup, quotes and control characters leave the document whole', () => {
  expect(wellFormed(svg)).toBe(true);
  expect(svg).not.toContain('<b onload');
  expect(/[\u0000-\u0008\u000e-\u001f]/.test(svg)).toBe(false);
});

test('text stays text: every name can be read and searched', () => {
  for (const name of ['Huawei', 'CHEO Technology JV', 'بوابة الاعتراض', '丹东 Dandong']) expect(svg).toContain(`>${name}</text>`);
});

test('the same scene gives the same bytes, as it did before', async () => {
  expect(await documentOf(buildScene({ part: testDataset, positions, footnotesOf: () => [1, 2] }))).toBe(svg);
  await expect(svg).toMatchFileSnapshot('golden/framed.svg');
});

test('a picture asks for nothing outside itself and runs nothing', () => {
  expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|<script|<[^>]*\son\w+=|<image|<use|@import/);
});

test('only the font files that its text needs are inside', async () => {
  const file = (weight: number, unicodeRange: string) => ({
    family: 'IBM Plex Sans', weight, style: 'normal' as const, unicodeRange, woff2: `${weight}${unicodeRange}`,
  });
  const all = [
    file(400, 'U+0000-00FF'), file(600, 'U+0000-00FF'), file(600, 'U+0400-045F'), { ...file(400, 'U+0000-00FF'), family: 'Source Serif 4' },
  ];
  const rules = async (used: [string, string][]) =>
    (await documentFonts(new Map(used) as Parameters<typeof documentFonts>[0], { ...assets, fonts: all })).rules
      .split('\n')
      .filter((l) => l !== '');
  expect(await rules([['name', 'Huawei']])).toHaveLength(1);
  expect(await rules([['name', 'Связь'], ['label', 'owns']])).toHaveLength(2);
  expect((await rules([['prose', 'A']]))[0]).toContain('Source Serif 4');
});

test('what XML has no place for is shown as missing, never dropped', () => {
  expect(escapeXml('a\u0000b\ud800c\uffffd')).toBe('a\ufffdb\ufffdc\ufffdd');
  expect(escapeXml(`<&>"'`)).toBe('&lt;&amp;&gt;&quot;&#39;');
  expect(escapeXml('😀')).toBe('😀');
});
